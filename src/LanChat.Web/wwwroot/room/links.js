/** @typedef {[start: number, end: number]} Range */

// No white space or controls, nothing invisible, no marks of code and quotation, no punctuation of Chinese, Japanese, Arabic or Hindi.
const ENDS = "\\s\\u0000-\\u001F\\u007F-\\u009F<>\"`\\u00AB\\u00AD\\u00BB\\u061C\\u060C\\u061B\\u061F\\u06D4\\u0964\\u0965\\u200B\\u200E\\u200F\\u2014\\u2015\\u2018"
  + "\\u201A-\\u201F\\u2026\\u202A-\\u202E\\u2039\\u203A\\u2060-\\u206F\\u3000-\\u3003\\u3008-\\u3011\\u3014-\\u301F\\uFE10-\\uFE1F\\uFE30-\\uFE6F\\uFEFF\\uFF01-\\uFF0F"
  + "\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65";
const CANDIDATE = new RegExp(`https?://[^${ENDS}]+`, "giu");
const BEGINNING = /^https?:\/\/(?:\[[0-9a-f:.]+\])?[^/?#'’()[\]{}]*/iu;
const AFTER = /[.,:;!?*_~|'’([{]+$/u;
const APOSTROPHE = /['’]/u;
const OF_WORD = /[\p{L}\p{N}_]/u;
const OPENED_BY = new Map([[")", "("], ["]", "["], ["}", "{"]]);

/**
 * Where links stand in a text, in order: the rule of tests/fixtures/cases/links.json.
 * @param {string} text
 * @returns {Range[]}
 */
export function linksIn(text) {
  /** @type {Range[]} */
  const links = [];
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const link = candidate.slice(0, endOf(candidate)).replace(AFTER, "");
    if (hasHost(link)) links.push([index, index + link.length]);
    // What was cut off may have more of them, as (a),(b) does.
    const rest = index + Math.max(link.length, 1);
    for (const [start, end] of linksIn(text.slice(rest, index + candidate.length))) links.push([rest + start, rest + end]);
  }

  return links;
}

/** @param {string} candidate */
function endOf(candidate) {
  const host = BEGINNING.exec(candidate)?.[0].length ?? 0;
  if (/['’()[\]{}]/u.test(candidate[host] ?? "")) return host;
  /** @type {string[]} */
  const open = [];
  for (let at = host; at < candidate.length; at++) {
    const unit = candidate[at];
    if (APOSTROPHE.test(unit) && !OF_WORD.test(String.fromCodePoint(candidate.codePointAt(at + 1) ?? 0x20))) return at;
    if ("([{".includes(unit)) open.push(unit);
    else if (OPENED_BY.has(unit) && open.pop() !== OPENED_BY.get(unit)) return at;
  }

  return candidate.length;
}

/** @param {string} link */
function hasHost(link) {
  return /^https?:\/\/[^/?#]*[\p{L}\p{N}]/iu.test(link);
}
