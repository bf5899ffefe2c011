import { isJoinOrLeave } from "../room/entries.js";
import { areFolded } from "./line.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("../room/conversation.js").Change} Change
 * @typedef {{ entries: Entry[], lines: HTMLElement[] }} Block What is shown together: an entry, or comings and goings that follow each other.
 */

/** The lines of a conversation. When it changes, those that changed and their neighbours are drawn, and no others. */
export class Blocks {
  /** @type {Block[]} */
  #blocks = [];
  /** @type {Map<Entry, HTMLElement>} */
  #lineOf = new Map();
  /** @type {WeakMap<Element, Entry>} */
  #entryOf = new WeakMap();

  /**
   * @param {HTMLElement} list
   * @param {(entries: Entry[], before: Entry | undefined) => HTMLElement[]} draw
   * @param {() => boolean} showsComings
   */
  constructor(list, draw, showsComings) {
    this.list = list;
    this.draw = draw;
    this.showsComings = showsComings;
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
    while (first < this.#blocks.length && start + this.#blocks[first].entries.length < at) start += this.#blocks[first++].entries.length;
    // What ends right before is drawn anew only where it may take in what comes.
    const isBefore = first < this.#blocks.length && start < at && start + this.#blocks[first].entries.length === at;
    if (isBefore && !(entries[at] && areFolded(entries[at - 1], entries[at]))) start += this.#blocks[first++].entries.length;

    let [last, end] = [first, start];
    while (last < this.#blocks.length && end < at + removed) end += this.#blocks[last++].entries.length;
    // What stands above it is another one now: its neighbour below is drawn as well.
    if (last < this.#blocks.length) end += this.#blocks[last++].entries.length;
    this.#replace(first, last, entries, start, end + added - removed);
  }

  /** Draws one line anew. @param {Entry[]} entries @param {Entry} entry */
  redraw(entries, entry) {
    const at = entries.indexOf(entry);
    if (at >= 0) this.change(entries, { at, removed: 1, added: 1 });
  }

  /** @param {Entry} entry */
  lineOf(entry) {
    return this.#lineOf.get(entry);
  }

  /** The first line that ends below that place, and the entry it stands for. @param {number} top */
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

  /** The entry that a line stands for. @param {Element} line */
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
      while (at < end && areFolded(entries[at - 1], entries[at])) at++;
      blocks.push(this.#blockOf(entries.slice(from, at), this.#above(entries, from)));
    }

    return blocks;
  }

  /**
   * @param {Entry[]} entries
   * @param {Entry | undefined} before
   */
  #blockOf(entries, before) {
    const lines = isJoinOrLeave(entries[0]) && !this.showsComings() ? [] : this.draw(entries, before);
    const line = lines.at(-1);
    if (line) {
      this.#entryOf.set(line, entries[0]);
      for (const entry of entries) this.#lineOf.set(entry, line);
    }

    return { entries, lines };
  }

  /**
   * What is shown above has a time of its own; what stands for a gap has none.
   * @param {Entry[]} entries
   * @param {number} at
   */
  #above(entries, at) {
    let above = at - 1;
    while (above >= 0 && (entries[above].kind === "gap" || (isJoinOrLeave(entries[above]) && !this.showsComings()))) above--;
    return entries[above];
  }
}
