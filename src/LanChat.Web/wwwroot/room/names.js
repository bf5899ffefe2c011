const MAX_CACHED = 20_000;

const characters = new Intl.Segmenter();
const SMALL_OR_FOREIGN = /[a-z]+|[^\0-\u007F]/gu;

/** @type {Map<string, string>} */
const keys = new Map();

/**
 * The key by which the server compares nicknames: NFKC, without regard to case.
 * @param {string} name
 */
export function nameKey(name) {
  const cached = keys.get(name);
  if (cached !== undefined) return cached;
  const key = folded(name);
  if (keys.size >= MAX_CACHED) keys.clear();
  keys.set(name, key);
  return key;
}

/**
 * Folds a text for comparison: compatibility characters, and letters with a one-to-one case
 * mapping.
 * @param {string} text
 */
export function folded(text) {
  return caseless(text.normalize("NFKC")).normalize("NFKC");
}

/**
 * Folds the case; every character keeps its position.
 * @param {string} text
 */
export function caseless(text) {
  return text.replace(SMALL_OR_FOREIGN, (part) => (part < "\u0080" ? part.toUpperCase() : upper(part)));
}

/**
 * Unicode's simple upper-case mapping. `toUpperCase` has the full mapping only, which may yield
 * several characters.
 * @param {string} character
 */
function upper(character) {
  if (character === "ı") return character;
  const capital = character.toUpperCase();
  return isSingle(capital) ? capital : character.toLowerCase();
}

/** @param {string} text */
function isSingle(text) {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}

/**
 * The hue of a name in degrees: always the same, and mostly different from others.
 * @param {string} name
 */
export function hueOf(name) {
  let hash = 0x811c9dc5;
  for (const character of nameKey(name)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % 360;
}

/**
 * The first grapheme of a name.
 * @param {string} name
 */
export function initialOf(name) {
  return [...characters.segment(name)][0]?.segment.toUpperCase() ?? "";
}
