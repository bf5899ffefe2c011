import { linksIn } from "../room/links.js";
import { mentionsIn } from "../room/mentions.js";
import { findMatches } from "../composing/searchQuery.js";
import { make } from "./dom.js";

/** @typedef {{ start: number, end: number, className: string }} Highlight */

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\uFE0F\u200D\s]){1,12}$/u;

/**
 * Formats a text: links, and highlights for mentions of the user and search hits.
 * @param {string} text
 * @param {string} [nick]
 * @param {string[]} [hits]
 * @returns {(Node | string)[]}
 */
export function richText(text, nick = "", hits = []) {
  const highlights = [
    ...highlightsOf(findMatches(text, hits), "hit"),
    ...highlightsOf(nick === "" ? [] : mentionsIn(text, nick), "mention"),
  ].sort((one, other) => one.start - other.start);
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of linksIn(text)) {
    const attributes = { href: text.slice(start, end), target: "_blank", rel: "noopener noreferrer" };
    parts.push(...highlighted(text, at, start, highlights));
    parts.push(make("a", attributes, ...highlighted(text, start, end, highlights)));
    at = end;
  }

  parts.push(...highlighted(text, at, text.length, highlights));
  return parts;
}

/** @param {string} text */
export function isOnlyEmoji(text) {
  return ONLY_EMOJI.test(text) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text);
}

/**
 * Highlights search hits only.
 * @param {string} text
 * @param {string[]} hits
 */
export function highlightHits(text, hits) {
  return highlighted(text, 0, text.length, highlightsOf(findMatches(text, hits), "hit"));
}

/**
 * @param {import("../room/links.js").Range[]} ranges
 * @param {string} className
 * @returns {Highlight[]}
 */
function highlightsOf(ranges, className) {
  return ranges.map(([start, end]) => ({ start, end, className }));
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Highlight[]} highlights In order; where two overlap the first one counts.
 * @returns {(Node | string)[]}
 */
function highlighted(text, from, to, highlights) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = from;
  for (const { start, end, className } of highlights) {
    const [begin, stop] = [Math.max(at, start), Math.min(end, to)];
    if (begin >= stop) continue;
    parts.push(text.slice(at, begin), make("mark", { class: className }, text.slice(begin, stop)));
    at = stop;
  }

  parts.push(text.slice(at, to));
  return parts.filter((one) => one !== "");
}
