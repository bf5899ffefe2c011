import { t } from "../text/language.js";
import { parseRecipient } from "./recipients.js";

/**
 * The actions of the page that commands use.
 * @typedef {{
 *   askRecipient: (name: string, decide: (isPrivate: boolean) => void) => void,
 *   search: (text: string) => void, chooseFile: () => void, showRooms: () => void,
 *   goTo: (number: number | undefined) => void, scroll: (toTop: boolean) => void,
 *   leave: () => void,
 * }} PageActions
 * @typedef {import("./messageSender.js").MessageSender} MessageSender
 * @typedef {{
 *   name: string, aliases?: string[], argument?: import("../text/language.js").Key,
 *   optional?: boolean, meaning: import("../text/language.js").Key,
 *   run: (sender: MessageSender, rest: string) => void,
 * }} Command
 */

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
  { name: "list", aliases: ["rooms", "join"], meaning: "doList", run: (sender) => sender.actions.showRooms() },
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
  if (!command) sender.room.addNote(t("noSuchCommand", `/${word}`));
  else if (command.argument && !command.optional && rest.trim() === "") showUsage(sender, command);
  else command.run(sender, rest.trim());
}

/** @param {Command} command */
export function usageOf({ name, argument, optional }) {
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

/** @param {MessageSender} sender */
function showNotice({ room }) {
  room.addNote(room.notice || t("noNotice"));
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
  const wanted = word === "" ? commands : [find(word)].filter((command) => command !== undefined);
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
