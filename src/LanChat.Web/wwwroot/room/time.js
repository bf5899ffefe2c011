import { locale, t } from "../text/language.js";

const MINUTE = 60_000;

/** Making one takes longer than using it. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * The moment a message names, in milliseconds.
 * @param {string} time
 * @param {number} [zone] The minutes its clock is ahead of UTC; without it, it is as far ahead as this computer's.
 */
export function momentOf(time, zone) {
  const moment = Date.parse(time.replace(" ", "T") + (zone === undefined ? "" : "Z")) - MINUTE * (zone ?? 0);
  return Number.isNaN(moment) ? Date.now() : moment;
}

/**
 * The same moment as messages of that zone have it.
 * @param {number} moment
 * @param {number} [zone]
 */
export function timeOf(moment, zone = -new Date(moment).getTimezoneOffset()) {
  return new Date(moment + MINUTE * zone).toISOString().slice(0, 19).replace("T", " ");
}

/** The day of the reader, such as 2026-11-29. @param {number} moment */
export function dayOf(moment) {
  return timeOf(moment).slice(0, 10);
}

/** @param {number} moment */
export function clockOf(moment) {
  return timeOf(moment).slice(11, 16);
}

/** @param {number} moment */
export function wordsForDay(moment) {
  const day = formatFor({ dateStyle: "full" }).format(moment);
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  return dayOf(moment) === dayOf(Date.now()) ? t("today", day) : dayOf(moment) === dayOf(yesterday.valueOf()) ? t("yesterday", day) : day;
}

/** Day, time and zone. @param {number} moment */
export function wordsForMoment(moment) {
  return formatFor({ dateStyle: "full", timeStyle: "long" }).format(moment);
}

/** @param {Intl.DateTimeFormatOptions} look */
function formatFor(look) {
  const key = locale() + JSON.stringify(look);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), look);
  formats.set(key, format);
  return format;
}

/**
 * Minutes between two moments.
 * @param {number} earlier
 * @param {number} later
 */
export function minutesBetween(earlier, later) {
  return (later - earlier) / MINUTE;
}
