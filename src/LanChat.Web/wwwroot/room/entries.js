import { t } from "../text/language.js";
import { mentionsIn } from "./mentions.js";
import { nameKey } from "./names.js";
import { momentOf } from "./time.js";

/**
 * One thing in a conversation. Besides the kinds of messages there are those of the page's own: `note` tells this user something, `gap` stands
 * for what was missed.
 *
 * @typedef {{
 *   id: number, kind: string, nick: string, text: string, time: number, mine: boolean, mentions: boolean, to?: string,
 *   who?: string, was?: string, event?: string, lost?: number,
 *   file?: import("../wire/frames.js").SharedFile, gap?: { after: number, before: number },
 * }} Entry What the room says is in fields: who joined, left or was renamed (by the new name), the name before, or what became of the history.
 */

const SPOKEN = ["said", "acted", "private", "file"];
const COMINGS = ["joined", "left"];

/** Whether it is somebody's words, not the room's. @param {Entry} entry */
export function isSpoken({ kind }) {
  return SPOKEN.includes(kind);
}

/** Whether it tells that somebody came or went. @param {Entry} entry */
export function isComing({ kind }) {
  return COMINGS.includes(kind);
}

/**
 * A message as it is shown.
 * @param {import("../wire/frames.js").Message} message
 * @param {string} me This user's name.
 * @param {number} [zone] The room's, where the message names none.
 * @returns {Entry}
 */
export function entryOf({ id, kind, nickname: nick = "", message, time, zone: own, to, file, member, was, event, lost }, me, zone) {
  const text = message ?? file?.name ?? "";
  const entry = { id, kind, nick, text, time: momentOf(time, own ?? zone), to, file, mine: false, mentions: false };
  const mine = isSpoken(entry) && nameKey(nick) === nameKey(me);
  const mentions = !mine && (kind === "said" || kind === "acted") && mentionsIn(text, me).length > 0;
  return { ...entry, mine, mentions, who: member?.[0], was, event, lost };
}

/**
 * Something that this page says itself, now.
 * @param {string} kind
 * @param {string} text
 * @returns {Entry}
 */
export function ownEntry(kind, text) {
  return { id: 0, kind, nick: "", text, time: Date.now(), mine: false, mentions: false };
}

/**
 * Stands for what was missed.
 * @param {{ after: number, before: number, count?: number }} where
 * @param {boolean} isThere Whether the room may still have it.
 * @returns {Entry}
 */
export function gapEntry({ after, before, count = before - after - 1 }, isThere) {
  return { ...ownEntry("gap", t("missed", count)), gap: isThere ? { after, before } : undefined };
}
