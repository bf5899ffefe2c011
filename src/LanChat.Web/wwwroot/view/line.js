import { isJoinOrLeave, isMemberMessage } from "../room/entries.js";
import { clockTimeOf, dayOf, minutesBetween, formatDay, formatDateTime } from "../room/time.js";
import { systemText } from "../room/systemMessages.js";
import { t } from "../text/language.js";
import { button, make } from "./dom.js";
import { comingsInWords } from "./comings.js";
import { fileCard } from "./fileCard.js";
import { faceOf, nameTag } from "./names.js";
import { isOnlyEmoji, wordsOf } from "./words.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {{ nick: string, hits: string[], dismiss: (entry: Entry) => void }} Reader Whose page it is, and what they look for.
 */

const TOGETHER = 5;
const EVENTS = ["joined", "left", "renamed", "gap"];

/**
 * What stands for an entry in the talk, or for several comings and goings, with the day above where it begins.
 * @param {Entry[]} entries
 * @param {Entry | undefined} before The entry above.
 * @param {Reader} reader
 */
export function linesFor(entries, before, reader) {
  const [entry] = entries;
  const isNewDay = entry.kind !== "gap" && (!before || dayOf(before.time) !== dayOf(entry.time));
  const line = entries.length > 1 ? foldedLine(entries)
    : isMemberMessage(entry) ? spokenLine(entry, isNewDay ? undefined : before, reader)
    : EVENTS.includes(entry.kind) ? eventLine(entry)
    : noteLine(entry, reader);
  if (entry.id > 0) line.dataset.id = String(entry.id);
  return isNewDay ? [divider("day", formatDay(entry.time)), line] : [line];
}

/**
 * Whether two entries are shown in one line: neighbours that came and went on one day, where the room says who they are.
 * @param {Entry} before
 * @param {Entry} entry
 */
export function areFolded(before, entry) {
  return isFoldable(before) && isFoldable(entry) && dayOf(before.time) === dayOf(entry.time);
}

/** @param {Entry} entry */
function isFoldable(entry) {
  return isJoinOrLeave(entry) && entry.who !== undefined;
}

/**
 * @param {string} look
 * @param {string} text
 */
export function divider(look, text) {
  return make("li", { class: `divider ${look}` }, make("span", { role: "heading", "aria-level": "2" }, text));
}

/** @param {Entry} entry */
function eventLine(entry) {
  return make("li", { class: `event ${entry.kind}` }, make("span", { dir: "auto" }, systemText(entry)), ...(entry.kind === "gap" ? [] : [" ", timeOf(entry)]));
}

/** @param {Entry[]} entries */
function foldedLine(entries) {
  const last = entries[entries.length - 1];
  const each = entries.map((entry) => make("li", {}, make("span", { dir: "auto" }, systemText(entry)), " ", timeOf(entry)));
  const summary = make("summary", {}, make("span", { dir: "auto" }, comingsInWords(entries)), " ", timeOf(last));
  return make("li", { class: "event folded" }, make("details", {}, summary, make("ol", {}, ...each)));
}

/**
 * @param {Entry} entry
 * @param {Reader} reader
 */
function noteLine(entry, { dismiss }) {
  const line = make("li", { class: `note ${entry.kind}` }, make("p", { dir: "auto" }, ...wordsOf(systemText(entry))));
  if (entry.kind === "note") line.append(button(t("dismiss"), () => dismiss(entry), { class: "icon small", icon: "close" }));
  return line;
}

/**
 * @param {Entry} entry
 * @param {Entry | undefined} before
 * @param {Reader} reader
 */
function spokenLine(entry, before, reader) {
  const follows = before !== undefined && isTogether(before, entry);
  const by = make("p", { class: follows ? "by unseen" : "by" }, nameTag(entry.nick), " ", timeOf(entry));
  const face = follows ? make("span", { class: "when", "aria-hidden": "true" }, clockTimeOf(entry.time)) : faceOf(entry.nick);
  const look = ["line", entry.kind, entry.mine && "mine", entry.mentions && "mentioned", follows && "follows"].filter(Boolean).join(" ");
  return make("li", { class: look }, face, make("div", { class: "body" }, by, contentOf(entry, reader)));
}

/**
 * @param {Entry} entry
 * @param {Reader} reader
 */
function contentOf(entry, { nick, hits }) {
  if (entry.file) return fileCard(entry.file);
  const words = make("p", { class: isOnlyEmoji(entry.text) ? "words large" : "words", dir: "auto" });
  if (entry.kind === "acted") words.append(nameTag(entry.nick), " ");
  words.append(...wordsOf(entry.text, entry.mine ? "" : nick, hits));
  return words;
}

/**
 * @param {Entry} before
 * @param {Entry} entry
 */
function isTogether(before, entry) {
  const isSame = isMemberMessage(before) && before.nick === entry.nick && before.kind !== "acted" && entry.kind !== "acted";
  return isSame && minutesBetween(before.time, entry.time) < TOGETHER;
}

/** @param {Entry} entry */
function timeOf(entry) {
  return make("time", { datetime: new Date(entry.time).toISOString(), title: formatDateTime(entry.time) }, clockTimeOf(entry.time));
}

/**
 * What is on its way to the room.
 * @param {string} text
 * @param {boolean} isWaiting There is no connection.
 * @param {(() => void) | undefined} takeBack
 */
export function pendingLine(text, isWaiting, takeBack) {
  const state = make("p", { class: "muted" }, t(isWaiting ? "waitsForConnection" : "sending"));
  const body = make("div", { class: "body" }, make("p", { class: "words", dir: "auto" }, text), state);
  if (takeBack) state.append(" ", button(t("takeBack"), takeBack, { class: "quiet" }));
  return make("li", { class: "line mine pending" }, make("span", { class: "when", "aria-hidden": "true" }, "…"), body);
}
