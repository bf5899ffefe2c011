import { isMemberMessage } from "../room/entries.js";
import { clockTimeOf } from "../room/time.js";
import { make } from "./dom.js";

/** @typedef {import("../room/entries.js").Entry} Entry */

/**
 * Formats copied messages as text: `[10:42] bob: first line`. A selection inside one message is
 * copied unchanged. Quotes above replies are left out.
 * @param {HTMLElement} list
 * @param {(line: Element) => Entry | undefined} entryOf
 */
export function handleCopy(list, entryOf) {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const { target } = event;
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!list.contains(range.commonAncestorContainer) && !range.intersectsNode(list)) return;
    if (isInSingleLine(range)) return;
    const lines = [...list.children]
      .filter((line) => range.intersectsNode(line))
      .flatMap((line) => textOf(line, entryOf(line), range));
    if (lines.length === 0) return;
    event.clipboardData?.setData("text/plain", lines.join("\n"));
    event.preventDefault();
  });
}

/**
 * Copies a text. Without a secure context the browser has no clipboard, but copies a selection.
 * @param {string} text
 */
export async function copyText(text) {
  if (await navigator.clipboard?.writeText(text).then(() => true, () => false)) return;
  const field = make("textarea", { class: "unseen", readonly: true });
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

/** @param {Range} range */
function isInSingleLine({ commonAncestorContainer: node }) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("#talk .words, #talk .file-card, #talk .note, #talk .event") != null;
}

/**
 * @param {Element} line
 * @param {Entry | undefined} entry
 * @param {Range} range
 */
function textOf(line, entry, range) {
  const content = line.querySelector(".words, .file-about, .event > span, summary > span, .note > p");
  const text = selectedText(content, range);
  if (!entry || text === "") return [];
  const time = `[${clockTimeOf(entry.time)}]`;
  if (!isMemberMessage(entry)) return [`${time} ${text}`];
  return [entry.kind === "acted" ? `${time} * ${text}` : `${time} ${entry.nick}: ${text}`];
}

/**
 * The selected text of an element.
 * @param {Element | null} element
 * @param {Range} range
 */
function selectedText(element, range) {
  if (!element || !range.intersectsNode(element)) return "";
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) {
    part.setStart(range.startContainer, range.startOffset);
  }

  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) {
    part.setEnd(range.endContainer, range.endOffset);
  }

  return part.toString();
}
