import { clockTimeOf, dayOf, formatDateTime } from "../room/time.js";
import { findMatches } from "../composing/searchQuery.js";
import { make } from "./dom.js";
import { goneText } from "./lines.js";
import { nameTag } from "./nameTag.js";
import { highlightHits } from "./richText.js";

// The context of a hit: in graphemes, and at most in UTF-16 units.
const CONTEXT = 60;
const MAX_CONTEXT = 2000;

/**
 * What the row of a search result shows.
 * @param {import("../room/entries.js").Entry} entry
 * @param {string[]} texts
 */
export function contentOf(entry, texts) {
  const content = entry.isGone ? [goneText(entry)] : snippet(entry.file?.name ?? entry.text, texts);
  const clock = `${dayOf(entry.time)} ${clockTimeOf(entry.time)}`;
  const time = make("time", { class: "muted", title: formatDateTime(entry.time) }, clock);
  return [nameTag(entry.nick), time, make("span", { class: "snippet", dir: "auto" }, ...content)];
}

/**
 * The first hit with its context.
 * @param {string} text
 * @param {string[]} texts
 */
function snippet(text, texts) {
  const [start, end] = findMatches(text, texts)[0] ?? [0, 0];
  const near = Math.max(0, start - MAX_CONTEXT);
  const far = Math.min(text.length, end + 2 * MAX_CONTEXT);
  const graphemes = Array.from(
    new Intl.Segmenter().segment(text.slice(near, far)),
    ({ index }) => near + index);
  const first = Math.max(0, graphemes.findLastIndex((index) => index <= start) - CONTEXT);
  const last = graphemes.findIndex((index) => index >= end);
  const from = graphemes[first] ?? 0;
  const to = (last < 0 ? undefined : graphemes[last + 2 * CONTEXT]) ?? far;
  const content = highlightHits(text.slice(from, to), texts);
  return [...(from > 0 ? ["…"] : []), ...content, ...(to < text.length ? ["…"] : [])];
}
