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
  const last = lastOf(sender, ({ lastText }) => lastText);
  if (!last) return;
  if (text === "") sender.editing.begin(last);
  else sender.editing.own.edit(last, text);
}

/** @param {MessageSender} sender */
function recall(sender) {
  const last = lastOf(sender, (own) => own.last);
  if (last) sender.editing.own.recall(last);
}

/**
 * `/s/old/new/`: replaces the first occurrence. The last slash may be missing.
 * @param {MessageSender} sender
 * @param {string} rest What follows the first slash.
 */
function replace(sender, rest) {
  const [, old = "", now = ""] = /^([^/]+)\/(.*?)\/?$/s.exec(rest) ?? [];
  if (old === "") return showUsage(sender, replaceCommand);
  const last = lastOf(sender, ({ lastText }) => lastText);
  if (!last) return;
  const text = last.text.replace(old, () => now);
  if (!last.text.includes(old)) sender.room.addNote(t("notInMessage", old));
  else if (text.trim() === "") sender.room.addNote(t("nothingLeft"));
  else sender.editing.own.edit(last, text);
}

/**
 * The message to change. Says why there is none.
 * @param {MessageSender} sender
 * @param {(own: import("./ownMessages.js").OwnMessages) => Entry | undefined} find
 */
function lastOf({ editing: { own }, room }, find) {
  const last = find(own);
  const problem = room.shown.isPrivate ? t("changesOnlyInRoom")
    : room.changeTime === 0 ? t("changesOff")
    : !last ? t("nothingToChange")
    : own.mayRecall(last) ? undefined : refusal("too-late", "");
  if (problem === undefined) return last;
  room.addNote(problem);
  return undefined;
}
