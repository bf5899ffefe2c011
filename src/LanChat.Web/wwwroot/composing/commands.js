import { t } from "../text/language.js";
import { problemIn } from "../room/serverRooms.js";
import { accountCommands } from "./accountCommands.js";
import { changeCommands } from "./changeCommands.js";
import { showUsage, usageOf } from "./command.js";
import { parseRecipient } from "./recipients.js";
import { parseRoomCommand } from "./roomCommands.js";

/**
 * @typedef {import("./command.js").Command} Command
 * @typedef {import("./command.js").MessageSender} MessageSender
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
  { name: "re", argument: "argText", meaning: "doReply", run: reply },
  ...changeCommands,
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
  ...accountCommands,
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
  const separated = commands.find(({ name, separator }) => separator && line.startsWith(name + separator));
  if (separated) return separated.run(sender, line.slice(separated.name.length + 1));
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
  if (needs === "account") return room.hasAccount;
  if (needs === "changes") return room.changeTime > 0;
  return !needs || (room.hasRooms && (needs === "rooms" || room.may(needs)));
}

/** @param {string} word */
function find(word) {
  return commands.find((command) => command.name === word || command.aliases?.includes(word));
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
 * Replies to the last message of somebody else.
 * @param {MessageSender} sender
 * @param {string} text
 */
function reply(sender, text) {
  const { room, replying: { last } } = sender;
  if (last && !room.shown.isPrivate) return sender.sendReply(last, text);
  room.addNote(t(room.shown.isPrivate ? "repliesOnlyInRoom" : "nothingToReplyTo"));
  room.refused.emit({ kind: "said", text: `/re ${text}`, where: room.shown.name });
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
