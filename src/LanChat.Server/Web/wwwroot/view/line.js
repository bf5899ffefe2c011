import { hueOf, initialOf } from "../room/names.js";
import { clockOf, dayOf, minutesBetween, wordsForDay } from "../room/time.js";
import { voiced } from "../room/voice.js";
import { t } from "../text/language.js";
import { make } from "./dom.js";
import { fileCard } from "./fileCard.js";
import { isOnlyEmoji, wordsOf } from "./words.js";

/** @typedef {import("../room/conversation.js").Entry} Entry */

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
  const line = EVENTS.includes(entry.kind) ? eventLine(entry) : entry.kind === "note" || entry.kind === "room" ? noteLine(entry) : spokenLine(entry, isNewDay ? undefined : before, nick);
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

/**
 * Gives what shows a name its colour.
 * @template {HTMLElement} T
 * @param {T} element
 * @param {string} name
 */
export function coloured(element, name) {
  element.style.setProperty("--hue", String(hueOf(name)));
  return element;
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
  const name = coloured(make("bdi", { class: "name" }, entry.nick), entry.nick);
  const by = make("p", { class: follows ? "by unseen" : "by" }, name, " ", timeOf(entry));
  const face = follows ? make("span", { class: "when", "aria-hidden": "true" }, clockOf(entry.time)) : coloured(make("span", { class: "face", "aria-hidden": "true" }, initialOf(entry.nick)), entry.nick);
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
  if (entry.kind === "acted") words.append(coloured(make("bdi", { class: "name" }, entry.nick), entry.nick), " ");
  words.append(...wordsOf(entry.text, entry.mine ? "" : nick));
  return words;
}

/**
 * @param {Entry} before
 * @param {Entry} entry
 */
function isTogether(before, entry) {
  const [one, other] = [before.kind, entry.kind];
  return before.nick === entry.nick && one !== "acted" && other !== "acted" && !EVENTS.includes(one) && one !== "note" && one !== "room" && minutesBetween(before.time, entry.time) < TOGETHER;
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
  return make("li", { class: "line mine pending" }, make("span", { class: "when", "aria-hidden": "true" }, "…"), make("div", { class: "body" }, make("p", { class: "words", dir: "auto" }, text), make("p", { class: "muted" }, t("sending"))));
}
