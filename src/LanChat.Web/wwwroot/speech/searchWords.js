import { caseless } from "../room/names.js";
import { momentOf, timeOf } from "../room/time.js";

/**
 * What is looked for: texts that must all be there, as they were typed in a row, of whom, and when (`until` is not included).
 * @typedef {{ texts: string[], row: string, from?: string, since?: number, until?: number, problem?: { about: "nothing" | "time", what: string } }} SearchWords
 */

const FILTER = /(?<!\S)(from|since|until):(?:"([^"]*)"|(\S*))(?!\S)/gu;
const WORD = /"([^"]+)"|(\S+)/gu;
const MOMENT = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/u;

/**
 * Words, "some words" in a row, and the filters of the console: from:NAME, since:2026-11-01, until:2026-11-01T09:30.
 * @param {string} typed
 * @returns {SearchWords}
 */
export function searchWordsOf(typed) {
  /** @type {SearchWords} */
  const words = { texts: [], row: "" };
  const rest = typed.replace(FILTER, (_, name, quoted, plain) => {
    take(words, name, quoted ?? plain);
    return " ";
  });
  words.row = rest.trim();
  words.texts = Array.from(rest.matchAll(WORD), ([, phrase, word]) => phrase ?? word);
  return words;
}

/** Whether there is something to look for. @param {SearchWords} words */
export function isAsking({ texts, from, since, until }) {
  return texts.length > 0 || from !== undefined || since !== undefined || until !== undefined;
}

/**
 * Where the text has what is looked for, in order; without regard to case.
 * @param {string} text
 * @param {string[]} wanted
 * @returns {[start: number, end: number][]}
 */
export function placesOf(text, wanted) {
  const hay = caseless(text);
  /** @type {[number, number][]} */
  const places = [];
  for (const needle of wanted.map(caseless)) {
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) places.push([at, at + needle.length]);
  }

  return merged(places);
}

/**
 * @param {string} text
 * @param {string[]} wanted
 */
export function hasAll(text, wanted) {
  const hay = caseless(text);
  return wanted.every((one) => hay.includes(caseless(one)));
}

/**
 * @param {SearchWords} words
 * @param {string} name
 * @param {string} value
 */
function take(words, name, value) {
  if (value === "") words.problem ??= { about: "nothing", what: `${name}:` };
  else if (name === "from") words.from = value;
  else if (name === "since") words.since = read(words, value)?.moment;
  else words.until = read(words, value)?.end;
}

/**
 * @param {SearchWords} words
 * @param {string} value
 */
function read(words, value) {
  const [, year, month, day, hour, minute, second] = MOMENT.exec(value) ?? [];
  const two = (/** @type {string | undefined} */ number) => (number ?? "0").padStart(2, "0");
  const time = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
  const moment = year ? momentOf(time) : 0;
  const end = new Date(moment);
  // A day is meant as a whole.
  if (hour === undefined) end.setDate(end.getDate() + 1);
  if (year && timeOf(moment) === time) return { moment, end: end.valueOf() };
  words.problem ??= { about: "time", what: value };
  return undefined;
}

/** @param {[number, number][]} places @returns {[number, number][]} */
function merged(places) {
  /** @type {[number, number][]} */
  const apart = [];
  for (const [start, end] of places.sort(([one], [other]) => one - other)) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }

  return apart;
}
