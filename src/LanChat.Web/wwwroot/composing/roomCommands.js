/**
 * Commands about rooms, as the console and the server's line mode understand them too. The table
 * `room-commands.json` holds for all of them.
 *
 * @typedef {Record<string, unknown>} Request The request of a command. `{ join, password? }` is the
 *   client's own: it enters another room.
 */

const OPTIONS = ["ask", "named", "trusted"];

/**
 * Parses a command about rooms. A name with spaces may be quoted; it must be if something follows.
 * @param {string} command Without its slash.
 * @param {string} rest What follows it, without white space at its ends.
 * @returns {Request | undefined} Undefined if it is none of these, or incomplete.
 */
export function parseRoomCommand(command, rest) {
  switch (command) {
    case "rooms": return { rooms: true };
    case "archive": return { archive: true };
    case "topic": case "notice": return { set: { [command]: rest } };
    case "invite": return invitation(rest);
    default: return rest === "" ? undefined : parseWithArgument(command, rest);
  }
}

/**
 * @param {string} command
 * @param {string} rest
 * @returns {Request | undefined}
 */
function parseWithArgument(command, rest) {
  switch (command) {
    case "join": return join(rest);
    case "open": return open(rest);
    case "set": return change(rest);
    case "role": return role(rest);
    case "own": return { own: rest };
    case "admit": case "reject": return { [command]: unquoted(rest) };
    default: return undefined;
  }
}

/** @param {string} rest */
function join(rest) {
  const [name, password] = nameAndRest(rest);
  if (!rest.startsWith('"')) return { join: rest };
  return password ? { join: name, password } : { join: unquoted(rest) };
}

/** `NAME`, `NAME OPTION` or `"NAME" OPTION`. @param {string} rest */
function open(rest) {
  const [name, option] = nameAndRest(rest);
  const set = settingsFor(option);
  return set ? { open: name, set } : { open: unquoted(rest) };
}

/** @param {string} text @returns {Record<string, string> | undefined} */
function settingsFor(text) {
  const [word, rest] = firstWord(text);
  if (word === "password" && rest) return { password: rest, entry: "password" };
  if (rest) return undefined;
  return word === "unlisted" ? { listed: "no" } : OPTIONS.includes(word) ? { entry: word } : undefined;
}

/** @param {string} rest */
function change(rest) {
  const [name, value] = firstWord(rest);
  const isPassword = name === "password" && value !== "";
  return { set: { [name]: value, ...(isPassword && { entry: "password" }) } };
}

/** @param {string} rest */
function role(rest) {
  const [name, as] = nameAndRest(rest);
  return name && as ? { role: name, as } : undefined;
}

/** `10 uses`, `1d`, both, or nothing. @param {string} rest */
function invitation(rest) {
  /** @type {Request} */
  const request = { invite: true };
  for (const word of rest.split(" ").filter(Boolean)) {
    if (/^\d+$/.test(word)) request.uses = Number(word);
    else if (word !== "uses" && word !== "use") request.for = word;
  }

  return request;
}

/** @param {string} text @returns {[name: string, rest: string]} */
function nameAndRest(text) {
  const end = text.startsWith('"') ? text.indexOf('"', 1) : -1;
  return end > 0 ? [text.slice(1, end), text.slice(end + 1).trim()] : firstWord(text);
}

/** @param {string} text @returns {[word: string, rest: string]} */
function firstWord(text) {
  const [word, rest] = /^(\S*)\s*(.*)$/s.exec(text)?.slice(1) ?? ["", ""];
  return [word, rest.trim()];
}

/** @param {string} text */
function unquoted(text) {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
