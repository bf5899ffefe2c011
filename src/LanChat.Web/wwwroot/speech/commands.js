import { t } from "../text/language.js";
import { addresseeOf } from "./addressing.js";

/**
 * What commands can do to the page.
 * @typedef {{
 *   askWhom: (name: string, decide: (isPrivate: boolean) => void) => void,
 *   search: (text: string) => void, chooseFile: () => void, showRooms: () => void, goTo: (number: number | undefined) => void,
 *   scroll: (toTop: boolean) => void, leave: () => void,
 * }} Desk
 * @typedef {import("./speaker.js").Speaker} Speaker
 * @typedef {{
 *   name: string, aliases?: string[], argument?: import("../text/language.js").Key, optional?: boolean,
 *   meaning: import("../text/language.js").Key, run: (by: Speaker, rest: string) => void,
 * }} Command
 */

/**
 * Every command there is, named as in the console client; what is completed, what `/help` shows and what is done all come from here.
 * @type {Command[]}
 */
export const commands = [
  { name: "msg", argument: "argName", meaning: "doMsg", run: message },
  { name: "me", argument: "argText", meaning: "doMe", run: (by, text) => by.act(text) },
  { name: "nick", argument: "argName", meaning: "doNick", run: (by, name) => by.session.send({ nick: name }) },
  { name: "away", argument: "argText", optional: true, meaning: "doAway", run: (by, text) => by.session.send({ away: text }) },
  { name: "who", aliases: ["ls"], meaning: "doWho", run: who },
  { name: "file", meaning: "doFile", run: (by) => by.desk.chooseFile() },
  { name: "search", argument: "argText", optional: true, meaning: "doSearch", run: (by, text) => by.desk.search(text) },
  { name: "ignore", aliases: ["i"], meaning: "doIgnore", run: (by) => by.session.send({ ignore: true }) },
  { name: "notice", meaning: "doNotice", run: (by) => by.room.addNote(by.room.notice || t("noNotice")) },
  { name: "list", aliases: ["rooms", "join"], meaning: "doList", run: (by) => by.desk.showRooms() },
  { name: "window", aliases: ["w"], argument: "argNumber", optional: true, meaning: "doWindow", run: goTo },
  { name: "scroll", meaning: "doScroll", run: (by, text) => by.desk.scroll(text === "top") },
  { name: "help", argument: "argCommand", optional: true, meaning: "doHelp", run: help },
  { name: "quit", aliases: ["part"], meaning: "doQuit", run: (by) => by.desk.leave() },
];

/**
 * Does what is typed behind a slash. What is no command is never said.
 * @param {string} line
 * @param {Speaker} by
 */
export function readCommand(line, by) {
  const [word, rest] = /^(\S*)\s*(.*)$/s.exec(line)?.slice(1) ?? ["", ""];
  const command = find(word);
  if (!command) by.room.addNote(t("noSuchCommand", `/${word}`));
  else if (command.argument && !command.optional && rest.trim() === "") missing(by, command);
  else command.run(by, rest.trim());
}

/** @param {Command} command */
export function usageOf({ name, argument, optional }) {
  const shown = argument && (name === "msg" ? `${t("argName")} ${t("argText")}` : t(argument));
  return `/${name}${shown ? (optional ? ` [${shown}]` : ` ${shown}`) : ""}`;
}

/** @param {string} word */
function find(word) {
  return commands.find((command) => command.name === word || command.aliases?.includes(word));
}

/**
 * @param {Speaker} by
 * @param {Command} command
 */
function missing(by, command) {
  by.room.addNote(t("somethingMissing", usageOf(command), t(command.meaning)));
}

/**
 * @param {Speaker} by
 * @param {string} rest
 */
function message(by, rest) {
  const addressed = addresseeOf(rest);
  if (addressed) by.tell(addressed.to, addressed.text);
  else missing(by, commands[0]);
}

/** @param {Speaker} by */
function who({ room }) {
  const people = room.members.all.map(({ name, away }) => (away ? `${name} (${t("isAway", away)})` : name));
  room.addNote(`${t("people", people.length)}: ${people.join(", ")}`);
}

/**
 * @param {Speaker} by
 * @param {string} about
 */
function help({ room }, about) {
  const word = about.replace(/^\//, "");
  const wanted = word === "" ? commands : [find(word)].filter((command) => command !== undefined);
  if (wanted.length === 0) return room.addNote(t("noSuchCommand", `/${word}`));
  const lines = wanted.map((command) => `${usageOf(command)} — ${t(command.meaning)}`);
  const text = t("argText");
  if (word === "") lines.push(`@${t("argName")} — ${t("doMention")}`, `:smile: — ${t("smile")}`, `//${text} — ${t("slash", `/${text}`)}`);
  room.addNote(lines.join("\n"));
}

/**
 * @param {Speaker} by
 * @param {string} number
 */
function goTo({ desk }, number) {
  desk.goTo(Number(number) || undefined);
}
