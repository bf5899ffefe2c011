/** @typedef {[code: string, emoji: string]} Emoji */

// Prefix of messages that older clients show as a sticker. They must be sent unchanged.
const STICKER_SIGN = "``#";
const CODE = /^:([a-z0-9_+-]+):/;
const NO_MATCH = 3;

/** All emoji with their codes, the most common ones first. @type {Emoji[]} */
let all = [];
/** @type {Map<string, string>} */
let byCode = new Map();

export function allEmoji() {
  return all;
}

/** Loads the table of the console client from the server: `CODE EMOJI`, one a line. */
export async function loadEmoji() {
  const response = await fetch("emoji.txt");
  if (response.ok) setEmojiTable(await response.text());
}

/** @param {string} table */
export function setEmojiTable(table) {
  all = table.split("\n").filter((line) => line.includes(" ")).map((line) => {
    const space = line.indexOf(" ");
    return [line.slice(0, space), line.slice(space + 1).trim()];
  });
  byCode = new Map(all);
}

/**
 * Finds emoji by a part of their code: exact matches first, then prefixes, then prefixes of a later
 * word.
 * @param {string} part
 */
export function matchingEmoji(part) {
  return all
    .filter(([code]) => rank(code, part) < NO_MATCH)
    .sort(([one], [other]) => rank(one, part) - rank(other, part));
}

/**
 * @param {string} code
 * @param {string} part
 */
function rank(code, part) {
  if (code === part) return 0;
  if (code.startsWith(part)) return 1;
  return code.includes(`_${part}`) ? 2 : NO_MATCH;
}

/**
 * Replaces known codes by emoji, so that every client shows them. A code between two letters or
 * digits, or after a colon of something else, stays: `a:key:b`, `std::key::of`.
 * @param {string} text
 */
export function replaceEmojiCodes(text) {
  if (!text.includes(":") || text.startsWith(STICKER_SIGN)) return text;
  let [result, codeEnd] = ["", 0];
  for (let at = 0; at < text.length;) {
    const code = codeAt(text, at);
    if (code && isStandalone(text, at, code.end, at > 0 && at === codeEnd)) {
      result += code.emoji;
      at = codeEnd = code.end;
    } else {
      result += text[at++];
    }
  }

  return result;
}

/**
 * @param {string} text
 * @param {number} start
 */
function codeAt(text, start) {
  const match = text[start] === ":" ? CODE.exec(text.slice(start, start + 80)) : null;
  const emoji = match && byCode.get(match[1]);
  return emoji ? { emoji, end: start + match[0].length } : undefined;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {boolean} followsCode
 */
function isStandalone(text, start, end, followsCode) {
  if (followsCode) return true;
  const [before, after] = [text[start - 1] ?? " ", text[end] ?? " "];
  const isWordCharacter = (/** @type {string} */ unit) => /[A-Za-z0-9]/.test(unit);
  const touchesNext = after === ":" ? !codeAt(text, end) : isWordCharacter(after);
  return before !== ":" && !(isWordCharacter(before) && touchesNext);
}
