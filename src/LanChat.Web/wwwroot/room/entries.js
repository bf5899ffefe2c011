import { t } from "../text/language.js";
import { mentionsIn } from "./mentions.js";
import { nameKey } from "./names.js";
import { momentOf } from "./time.js";

/**
 * One entry of a transcript: a message of the server, or one of the page's own kinds: `note`, a
 * hint for this user only, and `gap`, which stands for messages that are not shown.
 *
 * @typedef {{
 *   id: number, kind: string, nick: string, text: string, time: number, mine: boolean,
 *   mentions: boolean, to?: string, serial?: number, who?: string, was?: string, event?: string,
 *   lost?: number, of?: number, edited?: number, editedAt?: number, isGone?: boolean,
 *   re?: number, quote?: import("./quotes.js").Quote, answersMe?: boolean,
 *   file?: import("../wire/frames.js").SharedFile, gap?: { after: number, before: number },
 * }} Entry Fields of system messages: `who` joined, left or was renamed (the new nickname), `was`
 *   the old nickname, `event` and `lost` about the history store. `of`: the message that this one
 *   changes. `edited`: the last change that the text shows, `editedAt` its time if known. `re`: the
 *   message that this one replies to, with its `quote`; `answersMe`: that is one of the user.
 */

const MEMBER_KINDS = ["said", "acted", "private", "file"];
const JOIN_OR_LEAVE_KINDS = ["joined", "left"];

/**
 * Whether a member wrote or shared it, unlike a system message, a note or what was taken back.
 * @param {Entry} entry
 */
export function isMemberMessage({ kind, isGone }) {
  return MEMBER_KINDS.includes(kind) && !isGone;
}

/** @param {Entry} entry */
export function isJoinOrLeave({ kind }) {
  return JOIN_OR_LEAVE_KINDS.includes(kind);
}

/**
 * Converts a message of the server.
 * @param {import("../wire/frames.js").Message} message
 * @param {string} me The user's nickname.
 * @param {number} [zone] The time zone of the room, if the message has none.
 * @returns {Entry}
 */
export function entryOf(message, me, zone) {
  const { id, kind, nickname: nick = "", to, serial, file, member, was, event, lost } = message;
  const { of, edited, gone: isGone, re } = message;
  const text = message.message ?? file?.name ?? "";
  const time = momentOf(message.time, message.zone ?? zone);
  const entry = { id, kind, nick, text, time, to, serial, file, mine: false, mentions: false };
  const mine = (isMemberMessage(entry) || of !== undefined) && nameKey(nick) === nameKey(me);
  const isPublic = kind === "said" || kind === "acted" || kind === "edited";
  const mentions = !mine && isPublic && mentionsIn(text, me).length > 0;
  const quote = message.quote && { nick: message.quote.nickname, text: message.quote.message };
  const answersMe = !mine && quote !== undefined && nameKey(quote.nick) === nameKey(me);
  const fields = { who: member?.[0], was, event, lost, of, edited, isGone };
  return { ...entry, mine, mentions, ...fields, ...(re !== undefined && { re, quote, answersMe }) };
}

/**
 * An entry of the page's own, with the current time.
 * @param {string} kind
 * @param {string} text
 * @returns {Entry}
 */
export function ownEntry(kind, text) {
  return { id: 0, kind, nick: "", text, time: Date.now(), mine: false, mentions: false };
}

/**
 * A history gap.
 * @param {{ after: number, before: number, count?: number }} range
 * @param {boolean} isAvailable Whether the server may still have the messages.
 * @returns {Entry}
 */
export function gapEntry({ after, before, count = before - after - 1 }, isAvailable) {
  return { ...ownEntry("gap", t("missed", count)), gap: isAvailable ? { after, before } : undefined };
}
