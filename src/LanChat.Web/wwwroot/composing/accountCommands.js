import { problemIn } from "../room/serverRooms.js";
import { t } from "../text/language.js";
import { showUsage } from "./command.js";

/**
 * @typedef {import("./command.js").Command} Command
 * @typedef {import("./command.js").MessageSender} MessageSender
 */

/** @type {Command} */
const unlinkCommand = {
  name: "unlink", needs: "rooms", argument: "argNumber", meaning: "doUnlink", run: unlink,
};

/** Commands about the user's account. @type {Command[]} */
export const accountCommands = [
  {
    name: "link", needs: "rooms", argument: "argCode", optional: true, meaning: "doLink", run: link,
  },
  { name: "devices", needs: "rooms", meaning: "doDevices", run: showDevices },
  unlinkCommand,
  switchCommand("receipts", "doReceipts", ({ actions }) => actions.account.shareRead),
  switchCommand("positions", "doPositions", ({ actions }) => actions.account.keepRead),
  { name: "seen", needs: "account", meaning: "doSeen", run: showReaders },
  { name: "my-data", needs: "account", meaning: "doMyData", run: saveData },
  {
    name: "delete-account", needs: "account", argument: "argName", meaning: "doDeleteAccount",
    run: deleteAccount,
  },
];

/**
 * @param {MessageSender} sender
 * @param {string} code Of another device; empty: for one.
 */
function link({ session, actions }, code) {
  if (code === "") actions.account.showDevices(true);
  else session.link(code);
}

/** @param {MessageSender} sender */
function showDevices({ actions }) {
  actions.account.showDevices(false);
}

/**
 * @param {MessageSender} sender
 * @param {string} number
 */
async function unlink(sender, number) {
  const device = Number(number);
  if (!Number.isInteger(device)) return showUsage(sender, unlinkCommand);
  sender.room.addNote(problemIn(await sender.session.ask({ unlink: device })) ?? t("done"));
}

/**
 * A command that turns something on or off.
 * @param {string} name
 * @param {import("../text/language.js").Key} meaning
 * @param {(sender: MessageSender) => (isOn: boolean) => Promise<string | undefined>} actionOf
 * @returns {Command}
 */
function switchCommand(name, meaning, actionOf) {
  /** @type {Command} */
  const command = { name, needs: "account", argument: "argOnOff", meaning, run: set };
  return command;

  /**
   * @param {MessageSender} sender
   * @param {string} word
   */
  async function set(sender, word) {
    const state = word.toLowerCase();
    if (state !== "on" && state !== "off") return showUsage(sender, command);
    sender.room.addNote(await actionOf(sender)(state === "on") ?? t("done"));
  }
}

/** @param {MessageSender} sender */
async function showReaders({ room, actions }) {
  room.addNote(await actions.account.askReaders());
}

/** @param {MessageSender} sender */
async function saveData({ room, actions }) {
  const { saved, problem } = await actions.account.saveData();
  room.addNote(saved ?? problem ?? "");
}

/**
 * @param {MessageSender} sender
 * @param {string} nick
 */
async function deleteAccount({ room, actions }, nick) {
  const problem = await actions.account.delete(nick);
  if (problem !== undefined) room.addNote(problem);
}
