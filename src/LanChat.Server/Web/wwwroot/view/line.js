import { isSpoken } from "../room/entries.js";
import { clockOf, dayOf, minutesBetween, wordsForDay } from "../room/time.js";
import { voiced } from "../room/voice.js";
import { t } from "../text/language.js";
import { make } from "./dom.js";
import { fileCard } from "./fileCard.js";
import { faceOf, nameTag } from "./names.js";
import { isOnlyEmoji, wordsOf } from "./words.js";

/** @typedef {import("../room/entries.js").Entry} Entry */

const TOGETHER = 5;
const EVENTS = ["joined", "left", "renamed", "gap"];

/**
 * What stands for an entry in the talk, with the day above where it begins.
 * @param {Entry} entry
 * @param {Entry | undefined} before The entry above.
 * @param {string} nick This user's name.
 */
export function linesFor(entry, before, nick) {
  const isNewDay = !before || dayOf(before.time) !== dayOf(entry.time);
  const line = isSpoken(entry) ? spokenLine(entry, isNewDay ? undefined : before, nick)
    : EVENTS.includes(entry.kind) ? eventLine(entry)
    : noteLine(entry);
  if (entry.id > 0) line.dataset.id = String(entry.id);
  return isNewDay ? [divider("day", wordsForDay(entry.time)), line] : [line];
}

/**
 * @param {string} look
 * @param {string} text
 */
export function divider(look, text) {
  return make("li", { class: `divider ${look}` }, make("span", {}, text));
}

/** @param {Entry} entry */
function eventLine(entry) {
  return make("li", { class: `event ${entry.kind}` }, make("span", { dir: "auto" }, voiced(entry)), " ", timeOf(entry));
}

/** @param {Entry} entry */
function noteLine(entry) {
  return make("li", { class: `note ${entry.kind}` }, make("p", { dir: "auto" }, ...wordsOf(entry.text)));
}

/**
 * @param {Entry} entry
 * @param {Entry | undefined} before
 * @param {string} nick
 */
function spokenLine(entry, before, nick) {
  const follows = before !== undefined && isTogether(before, entry);
  const by = make("p", { class: follows ? "by unseen" : "by" }, nameTag(entry.nick), " ", timeOf(entry));
  const face = follows ? make("span", { class: "when", "aria-hidden": "true" }, clockOf(entry.time)) : faceOf(entry.nick);
  const look = ["line", entry.kind, entry.mine && "mine", entry.mentions && "mentioned", follows && "follows"].filter(Boolean).join(" ");
  return make("li", { class: look }, face, make("div", { class: "body" }, by, contentOf(entry, nick)));
}

/**
 * @param {Entry} entry
 * @param {string} nick
 */
function contentOf(entry, nick) {
  if (entry.file) return fileCard(entry.file);
  const words = make("p", { class: isOnlyEmoji(entry.text) ? "words large" : "words", dir: "auto" });
  if (entry.kind === "acted") words.append(nameTag(entry.nick), " ");
  words.append(...wordsOf(entry.text, entry.mine ? "" : nick));
  return words;
}

/**
 * @param {Entry} before
 * @param {Entry} entry
 */
function isTogether(before, entry) {
  const isSame = isSpoken(before) && before.nick === entry.nick && before.kind !== "acted" && entry.kind !== "acted";
  return isSame && minutesBetween(before.time, entry.time) < TOGETHER;
}

/** @param {Entry} entry */
function timeOf(entry) {
  return make("time", { datetime: entry.time, title: entry.time }, clockOf(entry.time));
}

/**
 * What is on its way to the room.
 * @param {string} text
 */
export function pendingLine(text) {
  const words = make("p", { class: "words", dir: "auto" }, text);
  const body = make("div", { class: "body" }, words, make("p", { class: "muted" }, t("sending")));
  return make("li", { class: "line mine pending" }, make("span", { class: "when", "aria-hidden": "true" }, "…"), body);
}
