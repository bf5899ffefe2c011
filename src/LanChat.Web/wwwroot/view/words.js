import { linksIn } from "../room/links.js";
import { mentionsIn } from "../room/mentions.js";
import { findMatches } from "../composing/searchQuery.js";
import { make } from "./dom.js";

/** @typedef {{ start: number, end: number, look: string }} Mark */

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\uFE0F\u200D\s]){1,12}$/u;

/**
 * A text as it is shown: with links, and with this user's name and what was looked for set off.
 * @param {string} text
 * @param {string} [nick]
 * @param {string[]} [hits]
 * @returns {(Node | string)[]}
 */
export function wordsOf(text, nick = "", hits = []) {
  const marks = [
    ...findMatches(text, hits).map(([start, end]) => ({ start, end, look: "hit" })),
    ...(nick === "" ? [] : mentionsIn(text, nick)).map(([start, end]) => ({ start, end, look: "mention" })),
  ].sort((one, other) => one.start - other.start);
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of linksIn(text)) {
    const address = text.slice(start, end);
    parts.push(...part(text, at, start, marks));
    parts.push(make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...part(text, start, end, marks)));
    at = end;
  }

  parts.push(...part(text, at, text.length, marks));
  return parts;
}

/** @param {string} text */
export function isOnlyEmoji(text) {
  return ONLY_EMOJI.test(text) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text);
}

/**
 * Some of a text, with what was looked for set off.
 * @param {string} text
 * @param {string[]} hits
 */
export function highlightHits(text, hits) {
  return part(text, 0, text.length, findMatches(text, hits).map(([start, end]) => ({ start, end, look: "hit" })));
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Mark[]} marks In order; of two at one place the first counts.
 * @returns {(Node | string)[]}
 */
function part(text, from, to, marks) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = from;
  for (const { start, end, look } of marks) {
    const [begin, stop] = [Math.max(at, start), Math.min(end, to)];
    if (begin >= stop) continue;
    parts.push(text.slice(at, begin), make("mark", { class: look }, text.slice(begin, stop)));
    at = stop;
  }

  parts.push(text.slice(at, to));
  return parts.filter((one) => one !== "");
}
