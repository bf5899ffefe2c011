import { isJoinOrLeave } from "../room/entries.js";
import { Signal } from "../signal.js";
import { canFold } from "./lines.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("../room/conversation.js").Change} Change
 * @typedef {{ entries: Entry[], lines: HTMLElement[] }} Block One entry, or successive joins and
 *   leaves that are folded.
 */

/** The rendered lines of a transcript. Renders only changed entries and their neighbours. */
export class Blocks {
  /** @type {Block[]} */
  #blocks = [];
  /** @type {Map<Entry, HTMLElement>} */
  #lineOf = new Map();
  /** @type {WeakMap<Element, Entry>} */
  #entryOf = new WeakMap();
  /** A line with the focus was rendered again. @type {Signal<Entry>} */
  focusLost = new Signal();

  /**
   * @param {HTMLElement} list
   * @param {(entries: Entry[], before: Entry | undefined) => HTMLElement[]} draw
   * @param {() => boolean} showsJoinsAndLeaves
   */
  constructor(list, draw, showsJoinsAndLeaves) {
    this.list = list;
    this.draw = draw;
    this.showsJoinsAndLeaves = showsJoinsAndLeaves;
  }

  /** @param {Entry[]} entries */
  drawAll(entries) {
    this.#blocks = [];
    this.#lineOf.clear();
    this.list.replaceChildren();
    this.change(entries, { at: 0, removed: 0, added: entries.length });
  }

  /**
   * @param {Entry[]} entries As they are now.
   * @param {Change} change
   */
  change(entries, { at, removed, added }) {
    let [first, start] = [0, 0];
    const total = this.#blocks.length;
    const countOf = (/** @type {number} */ index) => this.#blocks[index].entries.length;
    while (first < total && start + countOf(first) < at) start += countOf(first++);
    // The block before the change is rendered again only if it may fold the new entries.
    const isBefore = first < total && start < at && start + countOf(first) === at;
    const folds = isBefore && entries[at] !== undefined && canFold(entries[at - 1], entries[at]);
    if (isBefore && !folds) start += countOf(first++);

    let [last, end] = [first, start];
    while (last < total && end < at + removed) end += countOf(last++);
    // The block after the change has another neighbour above it now.
    if (last < total) end += countOf(last++);
    this.#replace(first, last, entries, start, end + added - removed);
  }

  /**
   * Renders one entry again.
   * @param {Entry[]} entries
   * @param {Entry} entry
   */
  redraw(entries, entry) {
    const at = entries.indexOf(entry);
    if (at >= 0) this.change(entries, { at, removed: 1, added: 1 });
  }

  /** @param {Entry} entry */
  lineOf(entry) {
    return this.#lineOf.get(entry);
  }

  /** The first line whose bottom is below `top`, and its entry. @param {number} top */
  lineAt(top) {
    const lines = this.list.children;
    let [from, to] = [0, lines.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const line = /** @type {HTMLElement} */ (lines[middle]);
      if (line.offsetTop + line.offsetHeight <= top) from = middle + 1;
      else to = middle;
    }

    while (from < lines.length && !this.#entryOf.has(lines[from])) from++;
    const line = /** @type {HTMLElement | undefined} */ (lines[from]);
    return line && { line, entry: /** @type {Entry} */ (this.#entryOf.get(line)) };
  }

  /** The entry of a line. @param {Element} line */
  entryOf(line) {
    return this.#entryOf.get(line);
  }

  /**
   * @param {number} first
   * @param {number} last
   * @param {Entry[]} entries
   * @param {number} start
   * @param {number} end
   */
  #replace(first, last, entries, start, end) {
    const hadFocus = document.activeElement;
    const focused = hadFocus?.closest("#talk > li");
    for (const block of this.#blocks.slice(first, last)) {
      for (const line of block.lines) line.remove();
      for (const entry of block.entries) this.#lineOf.delete(entry);
    }

    const blocks = this.#blocksOf(entries, start, end);
    const next = this.#blocks.slice(last).find(({ lines }) => lines.length > 0)?.lines[0] ?? null;
    const drawn = document.createDocumentFragment();
    drawn.append(...blocks.flatMap(({ lines }) => lines));
    this.list.insertBefore(drawn, next);
    this.#blocks.splice(first, last - first, ...blocks);
    const entry = focused && !focused.isConnected && this.#entryOf.get(focused);
    const quote = entry && focused.contains(hadFocus) && hadFocus?.matches(".quote");
    const drawnQuote = quote && this.#lineOf.get(entry)?.querySelector("button.quote");
    if (drawnQuote instanceof HTMLElement) drawnQuote.focus({ preventScroll: true });
    else if (entry) this.focusLost.emit(entry);
  }

  /**
   * @param {Entry[]} entries
   * @param {number} start
   * @param {number} end
   */
  #blocksOf(entries, start, end) {
    /** @type {Block[]} */
    const blocks = [];
    for (let at = start; at < end;) {
      const from = at++;
      while (at < end && canFold(entries[at - 1], entries[at])) at++;
      blocks.push(this.#blockOf(entries.slice(from, at), this.#above(entries, from)));
    }

    return blocks;
  }

  /**
   * @param {Entry[]} entries
   * @param {Entry | undefined} before
   */
  #blockOf(entries, before) {
    const lines = this.#isHidden(entries[0]) ? [] : this.draw(entries, before);
    const line = lines.at(-1);
    if (line) {
      this.#entryOf.set(line, entries[0]);
      for (const entry of entries) this.#lineOf.set(entry, line);
    }

    return { entries, lines };
  }

  /**
   * The nearest visible entry above that has a time; gaps have none.
   * @param {Entry[]} entries
   * @param {number} at
   */
  #above(entries, at) {
    let above = at - 1;
    while (above >= 0 && (entries[above].kind === "gap" || this.#isHidden(entries[above]))) above--;
    return entries[above];
  }

  /** @param {Entry} entry */
  #isHidden(entry) {
    return isJoinOrLeave(entry) && !this.showsJoinsAndLeaves();
  }
}
