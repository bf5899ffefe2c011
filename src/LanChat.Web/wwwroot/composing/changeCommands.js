import { refusal, t } from "../text/language.js";
import { showUsage } from "./command.js";

/**
 * @typedef {import("./command.js").Command} Command
 * @typedef {import("./command.js").MessageSender} MessageSender
 * @typedef {import("../room/entries.js").Entry} Entry
 */

/** @type {Command} */
const replaceCommand = {
  name: "s", needs: "changes", argument: "argReplace", separator: "/", meaning: "doReplace", run: replace,
};

/** Commands that change what the user has said. @type {Command[]} */
export const changeCommands = [
  { name: "edit", needs: "changes", argument: "argText", optional: true, meaning: "doEdit", run: edit },
  { name: "recall", needs: "changes", meaning: "doRecall", run: recall },
  replaceCommand,
];

/**
 * @param {MessageSender} sender
 * @param {string} text Empty: the composer gets the old one.
 */
function edit(sender, text) {
  withLast(sender, text && `/edit ${text}`, "lastText", (last) => {
    if (text === "") sender.editing.begin(last);
    else sender.editing.own.edit(last, text);
  });
}

/** @param {MessageSender} sender */
function recall(sender) {
  withLast(sender, "", "last", (last) => sender.editing.own.recall(last));
}

/**
 * `/s/old/new/`: replaces the first occurrence. The last slash may be missing.
 * @param {MessageSender} sender
 * @param {string} rest What follows the first slash.
 */
function replace(sender, rest) {
  const [, old = "", now = ""] = /^([^/]+)\/(.*?)\/?$/s.exec(rest) ?? [];
  if (old === "") return showUsage(sender, replaceCommand);
  withLast(sender, `/s/${rest}`, "lastText", (last) => {
    const { room, editing: { own } } = sender;
    const before = own.textOf(last);
    const text = before.replace(old, () => now);
    if (!before.includes(old)) giveBack(room, `/s/${rest}`, t("notInMessage", old));
    else if (text.trim() === "") giveBack(room, `/s/${rest}`, t("nothingLeft"));
    else own.edit(last, text);
  });
}

/**
 * Changes the user's last message, or says why that cannot be done.
 * @param {MessageSender} sender
 * @param {string} typed The command, if it has a text that must not be lost.
 * @param {"last" | "lastText"} which
 * @param {(last: Entry) => void} change
 */
function withLast({ editing: { own }, room, session }, typed, which, change) {
  if (own.unsent && !session.isJoined) return giveBack(room, typed, t("lastUnsent"));
  const { isPrivate } = room.shown;
  own.whenSent(() => {
    const last = own[which];
    const problem = isPrivate ? t("changesOnlyInRoom")
      : room.changeTime === 0 ? t("changesOff")
      : !last ? t("nothingToChange")
      : own.mayRecall(last) ? undefined : refusal("too-late", "");
    if (last && problem === undefined) change(last);
    else giveBack(room, typed, problem ?? "");
  });
}

/**
 * Says why a command was not done, and returns it to the composer.
 * @param {import("../room/room.js").Room} room
 * @param {string} typed
 * @param {string} problem
 */
function giveBack(room, typed, problem) {
  room.addNote(problem);
  if (typed) room.refused.emit({ kind: "edited", text: typed, where: room.shown.name });
}
