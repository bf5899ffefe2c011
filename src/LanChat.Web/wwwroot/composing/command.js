import { t } from "../text/language.js";

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
 *   claimServer: (code: string) => void, account: AccountActions,
 * }} PageActions
 * @typedef {{
 *   showDevices: (makesCode: boolean) => void,
 *   shareRead: (isOn: boolean) => Promise<string | undefined>,
 *   keepRead: (isOn: boolean) => Promise<string | undefined>,
 *   askReaders: () => Promise<string>,
 *   saveData: () => Promise<{ saved?: string, problem?: string }>,
 *   delete: (nick: string) => Promise<string | undefined>,
 * }} AccountActions Those that return a text tell the user, or why it was not done.
 * @typedef {import("./messageSender.js").MessageSender} MessageSender
 * @typedef {{
 *   name: string, aliases?: string[], argument?: import("../text/language.js").Key,
 *   usage?: import("../text/language.js").Key, optional?: boolean, separator?: string,
 *   meaning: import("../text/language.js").Key, needs?: string,
 *   run: (sender: MessageSender, rest: string) => void,
 * }} Command `needs`: an action that the user may do; `rooms`: the server has several rooms;
 *   `account`: the user has an account; `changes`: messages can be changed. `separator`: what
 *   stands between name and argument, by default a space.
 */

/** @param {Command} command */
export function usageOf({ name, argument, usage, optional, separator = " " }) {
  if (usage) return `/${name} ${t(usage)}`;
  if (!argument) return `/${name}`;
  const shown = name === "msg" ? `${t("argName")} ${t("argText")}` : t(argument);
  return optional ? `/${name} [${shown}]` : `/${name}${separator}${shown}`;
}

/**
 * @param {MessageSender} sender
 * @param {Command} command
 */
export function showUsage(sender, command) {
  sender.room.addNote(t("somethingMissing", usageOf(command), t(command.meaning)));
}
