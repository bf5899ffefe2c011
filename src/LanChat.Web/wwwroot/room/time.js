import { locale, t } from "../text/language.js";

const MINUTE = 60_000;

/** Cached, as a format is expensive to create. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * The timestamp of a message in milliseconds.
 * @param {string} time
 * @param {number} [zone] Minutes ahead of UTC; the local time zone if omitted.
 */
export function momentOf(time, zone) {
  const moment = Date.parse(time.replace(" ", "T") + (zone === undefined ? "" : "Z")) - MINUTE * (zone ?? 0);
  return Number.isNaN(moment) ? Date.now() : moment;
}

/**
 * Formats a timestamp as messages do.
 * @param {number} moment
 * @param {number} [zone]
 */
export function timeOf(moment, zone = -new Date(moment).getTimezoneOffset()) {
  return new Date(moment + MINUTE * zone).toISOString().slice(0, 19).replace("T", " ");
}

/** The local date, such as 2026-11-29. @param {number} moment */
export function dayOf(moment) {
  return timeOf(moment).slice(0, 10);
}

/** @param {number} moment */
export function clockTimeOf(moment) {
  return timeOf(moment).slice(11, 16);
}

/** @param {number} moment */
export function formatDay(moment) {
  const day = formatFor({ dateStyle: "full" }).format(moment);
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (dayOf(moment) === dayOf(Date.now())) return t("today", day);
  return dayOf(moment) === dayOf(yesterday.valueOf()) ? t("yesterday", day) : day;
}

/** Date, time and time zone. @param {number} moment */
export function formatDateTime(moment) {
  return formatFor({ dateStyle: "full", timeStyle: "long" }).format(moment);
}

/** @param {Intl.DateTimeFormatOptions} options */
function formatFor(options) {
  const key = locale() + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, format);
  return format;
}

/**
 * @param {number} earlier
 * @param {number} later
 */
export function minutesBetween(earlier, later) {
  return (later - earlier) / MINUTE;
}
