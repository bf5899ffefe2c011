const MOST_KEPT = 20_000;

const characters = new Intl.Segmenter();
const SMALL_OR_FOREIGN = /[a-z]+|[^\0-\u007F]/gu;

/** @type {Map<string, string>} */
const keys = new Map();

/**
 * Names are the same when these are: after NFKC, without regard to case, as the room compares them.
 * @param {string} name
 */
export function nameKey(name) {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = folded(name);
  if (keys.size >= MOST_KEPT) keys.clear();
  keys.set(name, key);
  return key;
}

/**
 * Compatible characters are the same, and so are those that are each other's only capital or small form.
 * @param {string} text
 */
export function folded(text) {
  return caseless(text.normalize("NFKC")).normalize("NFKC");
}

/**
 * The text without regard to case, every character at its place.
 * @param {string} text
 */
export function caseless(text) {
  return text.replace(SMALL_OR_FOREIGN, (part) => (part < "\u0080" ? part.toUpperCase() : upper(part)));
}

/**
 * The one capital of a character by Unicode's simple mapping, which browsers do not have: theirs may be several characters.
 * @param {string} character
 */
function upper(character) {
  if (character === "ı") return character;
  const capital = character.toUpperCase();
  return isOne(capital) ? capital : character.toLowerCase();
}

/** @param {string} text */
function isOne(text) {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}

/**
 * Where on the wheel of colours a name stands, in degrees: always the same, and mostly apart from others.
 * @param {string} name
 */
export function hueOf(name) {
  let hash = 0x811c9dc5;
  for (const character of nameKey(name)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % 360;
}

/**
 * What stands for a name in little room: its first character, as people see it.
 * @param {string} name
 */
export function initialOf(name) {
  return [...characters.segment(name)][0]?.segment.toUpperCase() ?? "";
}
