import { isMemberMessage } from "../room/entries.js";
import { clockTimeOf } from "../room/time.js";

/** @typedef {import("../room/entries.js").Entry} Entry */

/**
 * What is copied out of the talk reads as what was said there: `[10:42] bob: first line`. A part of one line is copied as it is.
 * @param {HTMLElement} list
 * @param {(line: Element) => Entry | undefined} entryOf
 */
export function copyTalk(list, entryOf) {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!list.contains(range.commonAncestorContainer) && !range.intersectsNode(list)) return;
    if (isInOneText(range)) return;
    const lines = [...list.children].filter((line) => range.intersectsNode(line)).flatMap((line) => textOf(line, entryOf(line), range));
    if (lines.length === 0) return;
    event.clipboardData?.setData("text/plain", lines.join("\n"));
    event.preventDefault();
  });
}

/** @param {Range} range */
function isInOneText({ commonAncestorContainer: node }) {
  return (node instanceof Element ? node : node.parentElement)?.closest("#talk .words, #talk .file-card, #talk .note, #talk .event") != null;
}

/**
 * @param {Element} line
 * @param {Entry | undefined} entry
 * @param {Range} range
 */
function textOf(line, entry, range) {
  const part = selected(line.querySelector(".words, .file-about, .event > span, summary > span, .note > p"), range);
  if (!entry || part === "") return [];
  if (!isMemberMessage(entry)) return [`[${clockTimeOf(entry.time)}] ${part}`];
  return [`[${clockTimeOf(entry.time)}] ${entry.kind === "acted" ? `* ${part}` : `${entry.nick}: ${part}`}`];
}

/**
 * The text of an element as far as it is selected.
 * @param {Element | null} element
 * @param {Range} range
 */
function selected(element, range) {
  if (!element || !range.intersectsNode(element)) return "";
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}
