import { caseless } from "../room/names.js";
import { momentOf, timeOf } from "../room/time.js";

/**
 * @typedef {{
 *   texts: string[], phrase: string, from?: string, since?: number, until?: number,
 *   problem?: { about: "nothing" | "time", what: string },
 * }} SearchQuery All `texts` must match; `phrase` is the input without filters; `from` is the
 *   sender; `until` is exclusive.
 */

const FILTER = /(?<!\S)(from|since|until):(?:"([^"]*)"|(\S*))(?!\S)/gu;
const WORD = /"([^"]+)"|(\S+)/gu;
const MOMENT = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/u;

/**
 * Parses words, quoted phrases, and the filters of the console client: from:NAME, since:2026-11-01,
 * until:2026-11-01T09:30.
 * @param {string} typed
 * @returns {SearchQuery}
 */
export function parseSearchQuery(typed) {
  /** @type {SearchQuery} */
  const query = { texts: [], phrase: "" };
  const rest = typed.replace(FILTER, (_, name, quoted, plain) => {
    applyFilter(query, name, quoted ?? plain);
    return " ";
  });
  query.phrase = rest.trim();
  query.texts = Array.from(rest.matchAll(WORD), ([, phrase, word]) => phrase ?? word);
  return query;
}

/** @param {SearchQuery} query */
export function hasCriteria({ texts, from, since, until }) {
  return texts.length > 0 || from !== undefined || since !== undefined || until !== undefined;
}

/**
 * The ranges of a text that match one of the texts, in order, without regard to case.
 * @param {string} text
 * @param {string[]} texts
 * @returns {[start: number, end: number][]}
 */
export function findMatches(text, texts) {
  const haystack = caseless(text);
  /** @type {[number, number][]} */
  const ranges = [];
  for (const needle of texts.map(caseless)) {
    let at = haystack.indexOf(needle);
    while (at >= 0) {
      const end = at + needle.length;
      ranges.push([at, end]);
      at = haystack.indexOf(needle, end);
    }
  }

  return mergeRanges(ranges);
}

/**
 * @param {string} text
 * @param {string[]} texts
 */
export function containsAll(text, texts) {
  const haystack = caseless(text);
  return texts.every((part) => haystack.includes(caseless(part)));
}

/**
 * @param {SearchQuery} query
 * @param {string} name
 * @param {string} value
 */
function applyFilter(query, name, value) {
  if (value === "") query.problem ??= { about: "nothing", what: `${name}:` };
  else if (name === "from") query.from = value;
  else if (name === "since") query.since = parseTime(query, value)?.moment;
  else query.until = parseTime(query, value)?.end;
}

/**
 * @param {SearchQuery} query
 * @param {string} value
 */
function parseTime(query, value) {
  const [, year, month, day, hour, minute, second] = MOMENT.exec(value) ?? [];
  const twoDigits = (/** @type {string | undefined} */ number) => (number ?? "0").padStart(2, "0");
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const time = `${date} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
  const moment = year ? momentOf(time) : 0;
  const end = new Date(moment);
  // `until:` a date includes the whole day.
  if (hour === undefined) end.setDate(end.getDate() + 1);
  if (year && timeOf(moment) === time) return { moment, end: end.valueOf() };
  query.problem ??= { about: "time", what: value };
  return undefined;
}

/** @param {[number, number][]} ranges @returns {[number, number][]} */
function mergeRanges(ranges) {
  /** @type {[number, number][]} */
  const merged = [];
  for (const [start, end] of ranges.sort(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }

  return merged;
}
