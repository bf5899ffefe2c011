/** @typedef {[code: string, emoji: string]} Emoji */

// What older clients draw as a picture begins so, and must arrive unchanged.
const STICKER_SIGN = "``#";
const CODE = /^:([a-z0-9_+-]+):/;

/** The short codes that are known, the most usual ones first. @type {Emoji[]} */
let all = [];
/** @type {Map<string, string>} */
let byCode = new Map();

export function allEmoji() {
  return all;
}

/** The console client's own table, which the server hands out: `CODE EMOJI`, one a line. */
export async function loadEmoji() {
  const answer = await fetch("emoji.txt");
  if (answer.ok) knowEmoji(await answer.text());
}

/** @param {string} table */
export function knowEmoji(table) {
  all = table.split("\n").filter((line) => line.includes(" ")).map((line) => {
    const space = line.indexOf(" ");
    return [line.slice(0, space), line.slice(space + 1).trim()];
  });
  byCode = new Map(all);
}

/**
 * The code itself, those that begin so, then those of which a later word does.
 * @param {string} part
 */
export function matchingEmoji(part) {
  const rank = (/** @type {string} */ code) => (code === part ? 0 : code.startsWith(part) ? 1 : code.includes(`_${part}`) ? 2 : 3);
  return all.filter(([code]) => rank(code) < 3).sort(([one], [other]) => rank(one) - rank(other));
}

/**
 * The text with emoji for the codes that are known, so that every other client sees them. One between two letters or digits, or behind a
 * colon that is not another code's, is none: `a:key:b`, `std::key::of`.
 * @param {string} text
 */
export function withEmoji(text) {
  if (!text.includes(":") || text.startsWith(STICKER_SIGN)) return text;
  let [shown, codeEnd] = ["", 0];
  for (let at = 0; at < text.length;) {
    const code = codeAt(text, at);
    if (code && isApart(text, at, code.end, at > 0 && at === codeEnd)) {
      shown += code.emoji;
      at = codeEnd = code.end;
    } else {
      shown += text[at++];
    }
  }

  return shown;
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
 * @param {boolean} isBehindCode
 */
function isApart(text, start, end, isBehindCode) {
  if (isBehindCode) return true;
  const [before, after] = [text[start - 1] ?? " ", text[end] ?? " "];
  const isOfWord = (/** @type {string} */ unit) => /[A-Za-z0-9]/.test(unit);
  const touchesAfter = after === ":" ? !codeAt(text, end) : isOfWord(after);
  return before !== ":" && !(isOfWord(before) && touchesAfter);
}
