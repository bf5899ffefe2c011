import { linksIn } from "./links.js";
import { folded, nameKey } from "./names.js";

/**
 * @typedef {import("./links.js").Range} Range
 * @typedef {{ key: string, start: number, end: number }} Grapheme A letter with its combining
 *   marks; `key` compares without regard to case.
 */

const EVERYBODY = ["@all", "@everyone", "@所有人"].map(folded);
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const FIRST_WITHOUT_SPACES = "\u2E80";
const WITHOUT_SPACES = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/u;
const ELISIONS = ["D", "L", "N", "S", "C", "J", "T", "M", "QU"];

/**
 * The ranges of a text that mention a member by name or as one of everybody, in order, by the rule
 * of tests/fixtures/cases/mentions.json.
 * @param {string} text
 * @param {string} name
 * @returns {Range[]}
 */
export function mentionsIn(text, name) {
  const upperText = straightenApostrophes(folded(text));
  const names = [straightenApostrophes(nameKey(name)), ...EVERYBODY]
    .filter((one) => one !== "" && upperText.includes(one));
  if (names.length === 0) return [];
  const links = linksIn(text);
  const graphemes = graphemesOf(text);
  /** @type {Range[]} */
  const ranges = [];
  for (let at = 0; at < graphemes.length; at++) {
    const end = Math.max(...names.map((one) => endOf(graphemes, at, one)));
    const { start } = graphemes[at];
    if (end < 0 || links.some(([from, to]) => start >= from && start < to)) continue;
    ranges.push([start, graphemes[end - 1].end]);
    at = end - 1;
  }

  return ranges;
}

/**
 * The end of the name if it stands at `at` as a word of its own, else -1.
 * @param {Grapheme[]} graphemes
 * @param {number} at
 * @param {string} name
 */
function endOf(graphemes, at, name) {
  let [end, key] = [at, ""];
  while (key.length < name.length && end < graphemes.length) key += graphemes[end++].key;
  if (key !== name || isInsideWord(graphemes, at) || isInsideWord(graphemes, end)) return -1;
  return isAllowedAfterApostrophe(graphemes, at, end - at > 1) && !isContraction(graphemes, end) ? end : -1;
}

/**
 * Whether a position is inside a word or an e-mail address.
 * @param {Grapheme[]} graphemes
 * @param {number} at
 */
function isInsideWord(graphemes, at) {
  const isAtSign = graphemes[at]?.key === "@" && isOfWord(graphemes[at + 1]);
  return isOfWord(graphemes[at - 1]) && (isOfWord(graphemes[at]) || isAtSign);
}

/** @param {Grapheme | undefined} character */
function isOfWord(character) {
  const first = String.fromCodePoint(character?.key.codePointAt(0) ?? 0x20);
  return first < FIRST_WITHOUT_SPACES && /[\p{L}\p{N}_]/u.test(first) && !WITHOUT_SPACES.test(first);
}

/**
 * Text after a word and an apostrophe belongs to that word, except after an elision: l'Anna.
 * @param {Grapheme[]} graphemes
 * @param {number} at
 * @param {boolean} isLong
 */
function isAllowedAfterApostrophe(graphemes, at, isLong) {
  if (graphemes[at - 1]?.key !== "'" || !isOfWord(graphemes[at - 2]) || !isOfWord(graphemes[at])) return true;
  let [from, word] = [at - 1, ""];
  while (isOfWord(graphemes[from - 1])) word = graphemes[--from].key + word;
  return isLong && ELISIONS.includes(word);
}

/**
 * The first part of a contraction is not a name: "don't" does not mention don.
 * @param {Grapheme[]} graphemes
 * @param {number} end
 */
function isContraction(graphemes, end) {
  const isEnding = graphemes[end]?.key === "'" && graphemes[end + 1]?.key === "T";
  return isEnding && isOfWord(graphemes[end - 1]) && !isOfWord(graphemes[end + 2]);
}

/** @param {string} text @returns {Grapheme[]} */
function graphemesOf(text) {
  return Array.from(segmenter.segment(text), ({ segment, index }) => (
    { key: keyOf(segment), start: index, end: index + segment.length }));
}

/** @param {string} character */
function keyOf(character) {
  const isAscii = character.length === 1 && character < "\u0080";
  return isAscii ? character.toUpperCase() : straightenApostrophes(folded(character));
}

/** @param {string} text */
function straightenApostrophes(text) {
  return text.replaceAll("’", "'");
}
