/**
 * Names are the same when these are: after NFKC, without regard to case.
 * @param {string} name
 */
export function nameKey(name) {
  return name.normalize("NFKC").toUpperCase().normalize("NFKC");
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
  return [...new Intl.Segmenter().segment(name)][0]?.segment.toUpperCase() ?? "";
}

/**
 * Where a name stands in a text, as a word, in capitals or not; in writing that knows no spaces between words, such as Chinese, anywhere.
 * @param {string} text
 * @param {string} name
 * @returns {[start: number, end: number][]}
 */
export function mentionsIn(text, name) {
  const [hay, needle] = [text.toLowerCase(), name.toLowerCase()];
  if (needle.length === 0 || hay.length !== text.length) return [];
  /** @type {[number, number][]} */
  const places = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    if (isParted(text, at) && isParted(text, at + needle.length)) places.push([at, at + needle.length]);
  }

  return places;
}

/**
 * @param {string} text
 * @param {number} at
 */
function isParted(text, at) {
  return at === 0 || at === text.length || !isOfWord(text[at - 1]) || !isOfWord(text[at]);
}

/** @param {string} unit */
function isOfWord(unit) {
  return unit < "\u2E80" && /[\p{L}\p{N}_]/u.test(unit);
}
