import { Signal } from "../signal.js";
import { isComing } from "./entries.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {{ at: number, removed: number, added: number, live?: boolean, isAnew?: boolean }} Change What of the entries is another now.
 */

const MOST_ENTRIES = 1500;
// The browser lays out all that is said in each frame; comings are folded, and cost next to nothing.
const MOST_SAID = 400;
const MOST_REMOVED = 100;
const MOST_BEYOND = 500;

/** The talk of the room, or with one person; in order, oldest first. */
export class Conversation {
  /** @type {Entry[]} */
  entries = [];
  /** How many came that were not seen. */
  unread = 0;
  /** Whether some of them are for this user. */
  calls = false;
  /** The first that was not seen when this was looked at last. @type {Entry | undefined} */
  firstUnread;
  /** What is being typed. */
  draft = "";
  /** Put away until something is said in it. */
  isHidden = false;
  /** Whether there may be older ones. */
  hasOlder = false;
  /** Whether there are newer ones: then this is an older part, and what is said now is not in it. */
  hasNewer = false;
  /** What was said while an older part was shown. @type {Entry[]} */
  #beyond = [];
  /** @type {Signal<Change>} */
  changed = new Signal();

  /** @param {string | null} name Whom it is with; null for everyone. */
  constructor(name) {
    this.name = name;
  }

  get isPrivate() {
    return this.name !== null;
  }

  /**
   * @param {Entry} entry
   * @param {boolean} live Whether it was said just now.
   */
  add(entry, live) {
    if (this.hasNewer) return this.#keepBeyond(entry);
    this.entries.push(entry);
    this.changed.emit({ at: this.entries.length - 1, removed: 0, added: 1, live });
    if (this.entries.length > MOST_ENTRIES) this.#removeOldest(MOST_ENTRIES / 10);
  }

  /**
   * The newest are looked at: of the others only some are kept, and all that was missed or is unread. Of a private
   * conversation the room has no more.
   */
  trim() {
    if (this.isPrivate) return;
    const needed = this.entries.findIndex((entry) => entry.gap || entry === this.firstUnread);
    const many = this.#surplus(needed < 0 ? this.entries : this.entries.slice(0, needed));
    if (many >= MOST_REMOVED) this.#removeOldest(many);
  }

  /**
   * @param {Entry[]} entries What was said right before.
   * @param {boolean} hasOlder
   */
  addOlder(entries, hasOlder) {
    this.hasOlder = hasOlder;
    this.entries.unshift(...entries);
    this.changed.emit({ at: 0, removed: 0, added: entries.length });
    const many = Math.min(this.#surplus(this.entries.toReversed()), MOST_REMOVED);
    if (many === 0) return;
    this.hasNewer = true;
    this.#remove(this.entries.length - many, many);
  }

  /**
   * @param {Entry[]} entries What was said right after.
   * @param {boolean} hasNewer
   */
  addNewer(entries, hasNewer) {
    const at = this.entries.length;
    this.entries.push(...entries);
    this.#reach(hasNewer, this.#beyond);
    this.changed.emit({ at, removed: 0, added: this.entries.length - at });
    this.#removeOldest(Math.min(this.#surplus(this.entries), MOST_REMOVED));
  }

  /**
   * @param {Entry} gap
   * @param {Entry[]} entries What was said in it, with what stands for the rest.
   */
  fill(gap, entries) {
    const at = this.entries.indexOf(gap);
    if (at < 0) return;
    this.entries.splice(at, 1, ...entries);
    this.changed.emit({ at, removed: 1, added: entries.length });
  }

  /**
   * Shows another part of the history.
   * @param {Entry[]} entries
   * @param {{ older: boolean, newer: boolean }} beyond
   */
  replace(entries, beyond) {
    const [removed, known] = [this.entries.length, this.hasNewer ? this.#beyond : this.entries];
    this.entries = entries;
    this.hasOlder = beyond.older;
    this.firstUnread = undefined;
    this.#reach(beyond.newer, known);
    this.changed.emit({ at: 0, removed, added: this.entries.length, isAnew: true });
  }

  /** What numbers these had means nothing any more: the room began anew. */
  forgetNumbers() {
    this.entries = this.entries.map((entry) => ({ ...entry, id: 0, gap: undefined }));
    this.hasOlder = this.hasNewer = false;
    this.#beyond = [];
    this.changed.emit({ at: 0, removed: this.entries.length, added: this.entries.length });
  }

  /** @param {Entry} entry Came while nobody looked. */
  countUnread(entry) {
    if (this.unread++ === 0) this.firstUnread = entry;
    this.calls ||= entry.mentions || this.isPrivate;
  }

  see() {
    this.unread = 0;
    this.calls = false;
  }

  /**
   * How many of the first are more than are shown.
   * @param {Entry[]} entries
   */
  #surplus(entries) {
    let said = entries.filter((entry) => !isComing(entry)).length;
    let many = 0;
    for (; said > MOST_SAID || entries.length - many > MOST_ENTRIES; many++) if (!isComing(entries[many])) said--;
    return many;
  }

  /** @param {number} many */
  #removeOldest(many) {
    if (many === 0) return;
    this.hasOlder = !this.isPrivate;
    this.#remove(0, many);
  }

  /**
   * @param {number} at
   * @param {number} many
   */
  #remove(at, many) {
    this.entries.splice(at, many);
    this.changed.emit({ at, removed: many, added: 0 });
  }

  /**
   * Where a part reaches up to now, what was said since the room looked for it belongs to it.
   * @param {boolean} hasNewer
   * @param {Entry[]} known
   */
  #reach(hasNewer, known) {
    this.hasNewer = hasNewer;
    if (hasNewer) return;
    const last = this.entries.at(-1)?.id ?? 0;
    this.entries.push(...known.filter(({ id }) => id > last));
    this.#beyond = [];
  }

  /** @param {Entry} entry */
  #keepBeyond(entry) {
    this.#beyond.push(entry);
    if (this.#beyond.length > MOST_BEYOND) this.#beyond.shift();
  }
}
