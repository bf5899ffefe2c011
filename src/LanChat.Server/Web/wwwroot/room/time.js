import { locale } from "../text/language.js";

/** Now, as messages have it: the room's own time where both clocks agree. */
export function now() {
  const date = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":")}`;
}

/** @param {string} time As messages have it. */
export function dayOf(time) {
  return time.slice(0, 10);
}

/** @param {string} time */
export function clockOf(time) {
  return time.slice(11, 16);
}

/** @param {string} time */
export function wordsForDay(time) {
  const date = new Date(time.replace(" ", "T"));
  return Number.isNaN(date.valueOf()) ? dayOf(time) : new Intl.DateTimeFormat(locale(), { dateStyle: "full" }).format(date);
}

/**
 * Minutes between two times.
 * @param {string} earlier
 * @param {string} later
 */
export function minutesBetween(earlier, later) {
  return (new Date(later.replace(" ", "T")).valueOf() - new Date(earlier.replace(" ", "T")).valueOf()) / 60_000;
}
