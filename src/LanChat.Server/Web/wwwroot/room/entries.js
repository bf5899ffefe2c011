import { t } from "../text/language.js";
import { mentionsIn, nameKey } from "./names.js";
import { now } from "./time.js";

/**
 * One thing in a conversation. Besides the kinds of messages there are those of the page's own: `note` tells this user something, `gap` stands
 * for what was missed.
 *
 * @typedef {{
 *   id: number, kind: string, nick: string, text: string, time: string, mine: boolean, mentions: boolean, to?: string,
 *   file?: import("../wire/frames.js").SharedFile, gap?: { after: number, before: number },
 * }} Entry
 */

const SPOKEN = ["said", "acted", "private", "file"];

/** Whether it is somebody's words, not the room's. @param {Entry} entry */
export function isSpoken({ kind }) {
  return SPOKEN.includes(kind);
}

/**
 * A message as it is shown.
 * @param {import("../wire/frames.js").Message} message
 * @param {string} me This user's name.
 * @returns {Entry}
 */
export function entryOf({ id, kind, nickname, message, time, to, file }, me) {
  const entry = { id, kind, nick: nickname, text: message, time, to, file, mine: false, mentions: false };
  const mine = isSpoken(entry) && nameKey(nickname) === nameKey(me);
  const mentions = !mine && (kind === "said" || kind === "acted") && mentionsIn(message, me).length > 0;
  return { ...entry, mine, mentions };
}

/**
 * Something that this page says itself, now.
 * @param {string} kind
 * @param {string} text
 * @returns {Entry}
 */
export function ownEntry(kind, text) {
  return { id: 0, kind, nick: "", text, time: now(), mine: false, mentions: false };
}

/**
 * Stands for what was missed.
 * @param {number} after
 * @param {number} before
 * @param {boolean} isThere Whether the room may still have it.
 * @returns {Entry}
 */
export function gapEntry(after, before, isThere) {
  return { ...ownEntry("gap", t("missed", before - after - 1)), gap: isThere ? { after, before } : undefined };
}
