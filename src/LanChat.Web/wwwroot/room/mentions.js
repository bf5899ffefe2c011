import { linksIn } from "./links.js";
import { folded, nameKey } from "./names.js";

/**
 * @typedef {import("./links.js").Range} Range
 * @typedef {{ key: string, start: number, end: number }} Character As people see it: a letter with its marks.
 */

const EVERYBODY = ["@all", "@everyone", "@所有人"].map(folded);
const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
const FIRST_WITHOUT_SPACES = "\u2E80";
const WITHOUT_SPACES = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/u;
const ELISIONS = ["D", "L", "N", "S", "C", "J", "T", "M", "QU"];

/**
 * Where a text means somebody, by name or as one of everybody, in order: the rule of tests/fixtures/cases/mentions.json.
 * @param {string} text
 * @param {string} name
 * @returns {Range[]}
 */
export function mentionsIn(text, name) {
  const whole = straight(folded(text));
  const wanted = [straight(nameKey(name)), ...EVERYBODY].filter((one) => one !== "" && whole.includes(one));
  if (wanted.length === 0) return [];
  const links = linksIn(text);
  const read = charactersOf(text);
  /** @type {Range[]} */
  const places = [];
  for (let at = 0; at < read.length; at++) {
    const end = Math.max(...wanted.map((one) => endOf(read, at, one)));
    if (end < 0 || links.some(([from, to]) => read[at].start >= from && read[at].start < to)) continue;
    places.push([read[at].start, read[end - 1].end]);
    at = end - 1;
  }

  return places;
}

/**
 * Where the name ends that stands by itself from there on; -1 if none does.
 * @param {Character[]} read
 * @param {number} at
 * @param {string} wanted
 */
function endOf(read, at, wanted) {
  let [end, key] = [at, ""];
  while (key.length < wanted.length && end < read.length) key += read[end++].key;
  if (key !== wanted || isJoined(read, at) || isJoined(read, end)) return -1;
  return isOfElision(read, at, end - at > 1) && !isNegated(read, end) ? end : -1;
}

/** Whether there is the inside of a word, or of an address of mail. @param {Character[]} read @param {number} at */
function isJoined(read, at) {
  return isOfWord(read[at - 1]) && (isOfWord(read[at]) || (read[at]?.key === "@" && isOfWord(read[at + 1])));
}

/** @param {Character | undefined} character */
function isOfWord(character) {
  const first = String.fromCodePoint(character?.key.codePointAt(0) ?? 0x20);
  return first < FIRST_WITHOUT_SPACES && /[\p{L}\p{N}_]/u.test(first) && !WITHOUT_SPACES.test(first);
}

/**
 * What stands behind a word and an apostrophe is the rest of that word, unless that is an elision: l'Anna.
 * @param {Character[]} read
 * @param {number} at
 * @param {boolean} isLong
 */
function isOfElision(read, at, isLong) {
  if (read[at - 1]?.key !== "'" || !isOfWord(read[at - 2]) || !isOfWord(read[at])) return true;
  let [from, word] = [at - 1, ""];
  while (isOfWord(read[from - 1])) word = read[--from].key + word;
  return isLong && ELISIONS.includes(word);
}

/** Of "don't" the first part is nobody's name. @param {Character[]} read @param {number} end */
function isNegated(read, end) {
  return isOfWord(read[end - 1]) && read[end]?.key === "'" && read[end + 1]?.key === "T" && !isOfWord(read[end + 2]);
}

/** @param {string} text @returns {Character[]} */
function charactersOf(text) {
  return Array.from(characters.segment(text), ({ segment, index }) => (
    { key: keyOf(segment), start: index, end: index + segment.length }));
}

/** @param {string} character */
function keyOf(character) {
  return character.length === 1 && character < "\u0080" ? character.toUpperCase() : straight(folded(character));
}

/** @param {string} text */
function straight(text) {
  return text.replaceAll("’", "'");
}
