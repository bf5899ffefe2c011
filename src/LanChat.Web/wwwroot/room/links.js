/** @typedef {[start: number, end: number]} Range */

// Characters that end a link: white space, controls, invisible characters, quotation marks, and
// Chinese, Japanese, Arabic and Hindi punctuation.
const EXCLUDED = "\\s\\u0000-\\u001F\\u007F-\\u009F<>\"`\\u00AB\\u00AD\\u00BB\\u061C\\u060C\\u061B\\u061F\\u06D4"
  + "\\u0964\\u0965\\u200B\\u200E\\u200F\\u2014\\u2015\\u2018\\u201A-\\u201F\\u2026\\u202A-\\u202E\\u2039"
  + "\\u203A\\u2060-\\u206F\\u3000-\\u3003\\u3008-\\u3011\\u3014-\\u301F\\uFE10-\\uFE1F\\uFE30-\\uFE6F"
  + "\\uFEFF\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65";
const CANDIDATE = new RegExp(`https?://[^${EXCLUDED}]+`, "giu");
const AUTHORITY = /^https?:\/\/(?:\[[0-9a-f:.]+\])?[^/?#'’()[\]{}]*/iu;
const TRAILING = /[.,:;!?*_~|'’([{]+$/u;
const APOSTROPHE = /['’]/u;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;
const OPENING = new Map([[")", "("], ["]", "["], ["}", "{"]]);

/**
 * The ranges of links in a text, in order, by the rule of tests/fixtures/cases/links.json.
 * @param {string} text
 * @returns {Range[]}
 */
export function linksIn(text) {
  /** @type {Range[]} */
  const links = [];
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const link = candidate.slice(0, endOf(candidate)).replace(TRAILING, "");
    if (hasHost(link)) links.push([index, index + link.length]);
    // The rest may contain more links, as in (a),(b).
    const rest = index + Math.max(link.length, 1);
    for (const [start, end] of linksIn(text.slice(rest, index + candidate.length))) {
      links.push([rest + start, rest + end]);
    }
  }

  return links;
}

/** @param {string} candidate */
function endOf(candidate) {
  const host = AUTHORITY.exec(candidate)?.[0].length ?? 0;
  if (/['’()[\]{}]/u.test(candidate[host] ?? "")) return host;
  /** @type {string[]} */
  const open = [];
  for (let at = host; at < candidate.length; at++) {
    const unit = candidate[at];
    const next = String.fromCodePoint(candidate.codePointAt(at + 1) ?? 0x20);
    if (APOSTROPHE.test(unit) && !WORD_CHARACTER.test(next)) return at;
    if ("([{".includes(unit)) open.push(unit);
    else if (OPENING.has(unit) && open.pop() !== OPENING.get(unit)) return at;
  }

  return candidate.length;
}

/** @param {string} link */
function hasHost(link) {
  return /^https?:\/\/[^/?#]*[\p{L}\p{N}]/iu.test(link);
}
