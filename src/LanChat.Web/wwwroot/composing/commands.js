import { t } from "../text/language.js";
import { problemIn } from "../room/serverRooms.js";
import { parseRecipient } from "./recipients.js";
import { parseRoomCommand } from "./roomCommands.js";

/**
 * The actions of the page that commands use.
 * @typedef {{
 *   askRecipient: (name: string, decide: (isPrivate: boolean) => void) => void,
 *   search: (text: string) => void, chooseFile: () => void, showRooms: () => void,
 *   goTo: (number: number | undefined) => void, scroll: (toTop: boolean) => void,
 *   leave: () => void, listRooms: () => void,
 *   enterRoom: (name: string, password?: string) => void,
 *   openRoom: (name: string, settings: Record<string, string>) => void,
 *   invite: (request: Record<string, unknown>) => void, archive: () => void,
 *   claimServer: (code: string) => void, showDevices: (makesCode: boolean) => void,
 * }} PageActions
 * @typedef {import("./messageSender.js").MessageSender} MessageSender
 * @typedef {{
 *   name: string, aliases?: string[], argument?: import("../text/language.js").Key,
 *   usage?: import("../text/language.js").Key, optional?: boolean,
 *   meaning: import("../text/language.js").Key, needs?: string,
 *   run: (sender: MessageSender, rest: string) => void,
 * }} Command `needs`: an action that the user may do, or `rooms`: the server has several rooms.
 */

// Commands of earlier versions, when a server had one room.
const LISTING = ["rooms", "join"];

/**
 * All commands, with the names of the console client. Completion, `/help` and execution use this
 * table.
 * @type {Command[]}
 */
export const commands = [
  { name: "msg", argument: "argName", meaning: "doMsg", run: message },
  { name: "me", argument: "argText", meaning: "doMe", run: (sender, text) => sender.sendAction(text) },
  { name: "nick", argument: "argName", meaning: "doNick", run: (sender, name) => sender.session.send({ nick: name }) },
  { name: "away", argument: "argText", optional: true, meaning: "doAway", run: setAway },
  { name: "who", aliases: ["ls"], meaning: "doWho", run: who },
  { name: "file", meaning: "doFile", run: (sender) => sender.actions.chooseFile() },
  { name: "search", argument: "argText", optional: true, meaning: "doSearch", run: search },
  { name: "ignore", aliases: ["i"], meaning: "doIgnore", run: (sender) => sender.session.send({ ignore: true }) },
  { name: "notice", meaning: "doNotice", run: showNotice },
  { name: "list", meaning: "doList", run: (sender) => sender.actions.showRooms() },
  { name: "rooms", needs: "rooms", meaning: "doRooms", run: listRooms },
  { name: "join", needs: "rooms", argument: "argRoom", optional: true, meaning: "doJoin", run: listOrJoin },
  roomCommand("open", "rooms", "doOpen", "argRoom", "usageOpen"),
  roomCommand("topic", "describe", "doTopic", "argText"),
  roomCommand("set", "configure", "doSet", "argSetting", "usageSet"),
  roomCommand("invite", "invite", "doInvite"),
  roomCommand("admit", "admit", "doAdmit", "argName"),
  roomCommand("reject", "admit", "doReject", "argName"),
  roomCommand("role", "admit", "doRole", "argName", "usageRole"),
  roomCommand("archive", "archive", "doArchive"),
  roomCommand("own", "rooms", "doOwn", "argCode"),
  { name: "link", needs: "rooms", argument: "argCode", optional: true, meaning: "doLink", run: link },
  { name: "devices", needs: "rooms", meaning: "doDevices", run: (sender) => sender.actions.showDevices(false) },
  { name: "unlink", needs: "rooms", argument: "argNumber", meaning: "doUnlink", run: unlink },
  { name: "window", aliases: ["w"], argument: "argNumber", optional: true, meaning: "doWindow", run: goTo },
  { name: "scroll", meaning: "doScroll", run: (sender, text) => sender.actions.scroll(text === "top") },
  { name: "help", argument: "argCommand", optional: true, meaning: "doHelp", run: help },
  { name: "quit", aliases: ["part"], meaning: "doQuit", run: (sender) => sender.actions.leave() },
];

/**
 * Runs a line of input without its slash. An unknown command is not sent to the room.
 * @param {string} line
 * @param {MessageSender} sender
 */
export function runCommand(line, sender) {
  const [word, rest] = /^(\S*)\s*(.*)$/s.exec(line)?.slice(1) ?? ["", ""];
  const command = find(word);
  const isKnown = command && (!command.needs || sender.room.hasRooms || LISTING.includes(word));
  if (!isKnown) sender.room.addNote(t("noSuchCommand", `/${word}`));
  else if (command.argument && !command.optional && rest.trim() === "") showUsage(sender, command);
  else command.run(sender, rest.trim());
}

/**
 * Whether completion and help show a command: the user may do it here.
 * @param {Command} command
 * @param {import("../room/room.js").Room} room
 */
export function isAvailable({ needs }, room) {
  return !needs || (room.hasRooms && (needs === "rooms" || room.may(needs)));
}

/** @param {Command} command */
export function usageOf({ name, argument, usage, optional }) {
  if (usage) return `/${name} ${t(usage)}`;
  if (!argument) return `/${name}`;
  const shown = name === "msg" ? `${t("argName")} ${t("argText")}` : t(argument);
  return optional ? `/${name} [${shown}]` : `/${name} ${shown}`;
}

/** @param {string} word */
function find(word) {
  return commands.find((command) => command.name === word || command.aliases?.includes(word));
}

/**
 * @param {MessageSender} sender
 * @param {Command} command
 */
function showUsage(sender, command) {
  sender.room.addNote(t("somethingMissing", usageOf(command), t(command.meaning)));
}

/**
 * @param {MessageSender} sender
 * @param {string} rest
 */
function message(sender, rest) {
  const addressed = parseRecipient(rest);
  if (addressed) sender.sendPrivate(addressed.to, addressed.text);
  else showUsage(sender, commands[0]);
}

/**
 * @param {MessageSender} sender
 * @param {string} text Empty: back.
 */
function setAway({ session }, text) {
  session.send({ away: text });
}

/**
 * @param {MessageSender} sender
 * @param {string} text
 */
function search({ actions }, text) {
  actions.search(text);
}

/**
 * @param {MessageSender} sender
 * @param {string} text The new notice; empty: shows it.
 */
function showNotice(sender, text) {
  const { room } = sender;
  if (text !== "" && room.hasRooms) runRoomCommand(sender, "notice", text);
  else room.addNote(room.notice || t("noNotice"));
}

/** @param {MessageSender} sender */
function listRooms({ room, actions }) {
  if (room.hasRooms) actions.listRooms();
  else actions.showRooms();
}

/**
 * @param {MessageSender} sender
 * @param {string} rest
 */
function listOrJoin(sender, rest) {
  if (rest === "" || !sender.room.hasRooms) sender.actions.showRooms();
  else runRoomCommand(sender, "join", rest);
}

/**
 * A command about rooms. Without an argument, those that need one are incomplete.
 * @param {string} name
 * @param {string} needs
 * @param {import("../text/language.js").Key} meaning
 * @param {import("../text/language.js").Key} [argument]
 * @param {import("../text/language.js").Key} [usage] If the argument has parts.
 * @returns {Command}
 */
function roomCommand(name, needs, meaning, argument, usage) {
  return { name, needs, meaning, argument, usage, run: (sender, rest) => runRoomCommand(sender, name, rest) };
}

/**
 * @param {MessageSender} sender
 * @param {string} name
 * @param {string} rest
 */
async function runRoomCommand(sender, name, rest) {
  const { actions, session, room } = sender;
  const request = parseRoomCommand(name, rest);
  const command = find(name);
  if (!request) return command && showUsage(sender, command);
  if (request.join) return actions.enterRoom(String(request.join), passwordIn(request));
  if (request.open) return actions.openRoom(String(request.open), settingsIn(request));
  if (request.invite) return actions.invite(request);
  if (request.archive) return actions.archive();
  if (request.own) return actions.claimServer(String(request.own));
  room.addNote(problemIn(await session.ask(request)) ?? t("done"));
}

/**
 * @param {MessageSender} sender
 * @param {string} code Of another device; empty: for one.
 */
function link({ session, actions }, code) {
  if (code === "") actions.showDevices(true);
  else session.link(code);
}

/**
 * @param {MessageSender} sender
 * @param {string} number
 */
async function unlink(sender, number) {
  const device = Number(number);
  const command = find("unlink");
  if (!Number.isInteger(device)) return command && showUsage(sender, command);
  sender.room.addNote(problemIn(await sender.session.ask({ unlink: device })) ?? t("done"));
}

/** @param {Record<string, unknown>} request @returns {string | undefined} */
function passwordIn({ password }) {
  return password === undefined ? undefined : String(password);
}

/** @param {Record<string, unknown>} request */
function settingsIn({ set = {} }) {
  return /** @type {Record<string, string>} */ (set);
}

/** @param {MessageSender} sender */
function who({ room }) {
  const members = room.members.all
    .map(({ name, away }) => (away ? `${name} (${t("isAway", away)})` : name));
  room.addNote(`${t("people", members.length)}: ${members.join(", ")}`);
}

/**
 * @param {MessageSender} sender
 * @param {string} about
 */
function help({ room }, about) {
  const word = about.replace(/^\//, "");
  const wanted = word === ""
    ? commands.filter((command) => isAvailable(command, room))
    : [find(word)].filter((command) => command !== undefined);
  if (wanted.length === 0) return room.addNote(t("noSuchCommand", `/${word}`));
  const lines = wanted.map((command) => `${usageOf(command)} — ${t(command.meaning)}`);
  if (word === "") lines.push(...inputHelp());
  room.addNote(lines.join("\n"));
}

/** Help for input that is not a command. */
function inputHelp() {
  const text = t("argText");
  return [
    `@${t("argName")} — ${t("doMention")}`,
    `:smile: — ${t("smile")}`,
    `//${text} — ${t("slash", `/${text}`)}`,
  ];
}

/**
 * @param {MessageSender} sender
 * @param {string} number
 */
function goTo({ actions }, number) {
  actions.goTo(Number(number) || undefined);
}
