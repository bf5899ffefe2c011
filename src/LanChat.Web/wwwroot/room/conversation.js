import { Signal } from "../signal.js";
import { isMemberMessage } from "./entries.js";
import { insertBySerial, lastSerialOf } from "./serials.js";
import { MAX_ENTRIES, MAX_REMOVED, surplusOf } from "./transcriptLimits.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {{
 *   at: number, removed: number, added: number, live?: boolean, isReplaced?: boolean,
 * }} Change A splice of the entries. `isReplaced`: another part of the history is shown.
 */

const MAX_BUFFERED = 500;

/** The transcript of the room, or of a private conversation; oldest first. */
export class Conversation {
  /** @type {Entry[]} */
  entries = [];
  /** The number of unread messages. */
  unread = 0;
  /** Whether the user is mentioned in an unread message; always set for private ones. */
  hasMentions = false;
  /** The first unread message, which stays marked after it is read. @type {Entry | undefined} */
  firstUnread;
  /** Unsent input. */
  draft = "";
  /** Closed by the user until the next message. */
  isHidden = false;
  /** The last private message that the other one has read. */
  seen = 0;
  /** Whether the server may have older messages. */
  hasOlder = false;
  /** From this serial on all private messages that the server keeps are here; 0: all are. */
  loadedFrom = 0;
  /** Whether newer messages are not shown. New ones then go to a buffer. */
  hasNewer = false;
  /** The buffer: messages that arrived while an older part was shown. @type {Entry[]} */
  #newer = [];
  /** Grows while the user reads back, with room for new messages, until the end is shown again. */
  #limit = MAX_ENTRIES;
  /** @type {Signal<Change>} */
  changed = new Signal();

  /** @param {string | null} name The other member; null for the room. */
  constructor(name) {
    this.name = name;
  }

  get isPrivate() {
    return this.name !== null;
  }

  /**
   * @param {Entry} entry
   * @param {boolean} live False for messages of the history.
   */
  add(entry, live) {
    if (this.hasNewer) {
      this.#newer = [...this.#newer, entry].slice(-MAX_BUFFERED);
      return;
    }

    this.entries.push(entry);
    this.changed.emit({ at: this.entries.length - 1, removed: 0, added: 1, live });
    if (this.entries.length > this.#limit) this.#removeOldest(MAX_ENTRIES / 10);
  }

  /**
   * Inserts private messages that the server keeps, unless they are here.
   * @param {Entry[]} entries In order.
   * @returns {Entry[]} Those that were not here.
   */
  insert(entries) {
    const added = entries.filter(({ serial }) => !this.has(serial));
    for (const change of insertBySerial(this.entries, added)) this.changed.emit(change);
    this.#limit = Math.max(this.#limit, this.entries.length + MAX_BUFFERED);
    return added;
  }

  /** The newest messages, oldest first. */
  get newest() {
    return this.hasNewer ? this.#newer : this.entries;
  }

  /** An entry has changed. @param {Entry} entry */
  redraw(entry) {
    const at = this.entries.indexOf(entry);
    if (at >= 0) this.changed.emit({ at, removed: 1, added: 1 });
  }

  /** @param {number} serial See `loadedFrom`. */
  setLoadedFrom(serial) {
    this.loadedFrom = serial;
    this.hasOlder = serial > 0;
    this.changed.emit({ at: 0, removed: 0, added: 0 });
  }

  /** Whether a private message that the server keeps is here. @param {number | undefined} serial */
  has(serial) {
    return serial !== undefined && this.entries.some((entry) => entry.serial === serial);
  }

  /**
   * Removes old entries while the end is shown, except gaps and unread messages and what follows
   * them. More are kept of private conversations: the server has no copy of those with guests.
   */
  trim() {
    this.#limit = MAX_ENTRIES;
    const needed = this.entries.findIndex((entry) => entry.gap || entry === this.firstUnread);
    const removable = needed < 0 ? this.entries : this.entries.slice(0, needed);
    const count = this.isPrivate ? removable.length - MAX_ENTRIES : surplusOf(removable);
    if (count >= MAX_REMOVED) this.#removeOldest(count);
  }

  /**
   * @param {Entry[]} entries The messages right before the first one.
   * @param {boolean} hasOlder
   */
  addOlder(entries, hasOlder) {
    this.hasOlder = hasOlder;
    this.entries.unshift(...entries);
    this.changed.emit({ at: 0, removed: 0, added: entries.length });
    const count = Math.min(surplusOf(this.entries.toReversed()), MAX_REMOVED);
    if (count === 0) return;
    this.hasNewer = true;
    this.#remove(this.entries.length - count, count);
  }

  /**
   * @param {Entry[]} entries The messages right after the last one.
   * @param {boolean} hasNewer
   */
  addNewer(entries, hasNewer) {
    const at = this.entries.length;
    this.entries.push(...entries);
    this.#joinNewest(hasNewer, this.#newer);
    this.changed.emit({ at, removed: 0, added: this.entries.length - at });
    this.#removeOldest(Math.min(surplusOf(this.entries), MAX_REMOVED));
  }

  /**
   * @param {Entry} gap
   * @param {Entry[]} entries The messages for it, and a smaller gap if some are still missing.
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
   * @param {{ older: boolean, newer: boolean }} range
   */
  replace(entries, range) {
    const { entries: { length: removed }, newest } = this;
    this.entries = entries;
    this.hasOlder = range.older;
    this.firstUnread = undefined;
    this.#joinNewest(range.newer, newest);
    this.changed.emit({ at: 0, removed, added: this.entries.length, isReplaced: true });
  }

  /** Clears the message ids, which mean nothing in the room's new history. */
  detachFromHistory() {
    this.entries = this.entries.map((entry) => ({ ...entry, id: 0, re: undefined, gap: undefined }));
    this.hasOlder = this.hasNewer = false;
    this.#newer = [];
    this.changed.emit({ at: 0, removed: this.entries.length, added: this.entries.length });
  }

  /** @param {Entry} entry */
  countUnread(entry) {
    if (this.unread++ === 0) this.firstUnread = entry;
    this.hasMentions ||= entry.mentions || this.isPrivate;
  }

  /** The last private message that the server keeps; 0 for none. */
  get lastSerial() {
    return lastSerialOf(this.entries);
  }

  /** The user's last message, if the other one has read it. */
  get lastSeen() {
    const last = this.entries.findLast(({ mine, serial }) => mine && serial !== undefined);
    return last && (last.serial ?? 0) <= this.seen ? last : undefined;
  }

  /**
   * The user has read messages on another device: later ones are unread.
   * @param {number} last
   * @param {(entry: Entry) => number} numberOf
   */
  readElsewhere(last, numberOf) {
    const isNew = (/** @type {Entry} */ entry) => (
      numberOf(entry) > last && !entry.mine && isMemberMessage(entry));
    const count = this.entries.filter(isNew).length;
    if (count === 0) return this.markRead();
    if (this.unread > 0 || this.firstUnread) {
      this.unread = Math.min(this.unread, count);
      return;
    }

    const at = this.entries.findIndex(isNew);
    this.firstUnread = this.entries[at];
    this.unread = count;
    this.hasMentions = this.isPrivate;
    this.changed.emit({ at, removed: 1, added: 1 });
  }

  markRead() {
    this.unread = 0;
    this.hasMentions = false;
  }

  /** @param {number} count */
  #removeOldest(count) {
    if (count === 0) return;
    const last = lastSerialOf(this.entries.slice(0, count));
    if (last > 0) this.loadedFrom = Math.max(this.loadedFrom, last + 1);
    this.hasOlder = !this.isPrivate || this.loadedFrom > 0;
    this.#remove(0, count);
  }

  /**
   * @param {number} at
   * @param {number} count
   */
  #remove(at, count) {
    this.entries.splice(at, count);
    this.changed.emit({ at, removed: count, added: 0 });
  }

  /**
   * Appends the messages that arrived after the server answered, if the part reaches the end.
   * @param {boolean} hasNewer
   * @param {Entry[]} newest
   */
  #joinNewest(hasNewer, newest) {
    this.hasNewer = hasNewer;
    if (hasNewer) return;
    const last = this.entries.at(-1)?.id ?? 0;
    this.entries.push(...newest.filter(({ id }) => id > last));
    this.#newer = [];
  }
}
