import { Signal } from "../signal.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {{ change: Entry, entry?: Entry, live: boolean }} Applied `entry`: the message, if it is
 *   here.
 */

const MAX_REMEMBERED = 10_000;

/** Whether it changes another message. @param {Entry} entry */
export function isChange({ of }) {
  return of !== undefined;
}

/**
 * The message as it is after a change of it: in any order, the same changes give the same message.
 * The rule of tests/fixtures/cases/message-changes.json.
 * @param {Entry} message
 * @param {Entry} change
 * @returns {Entry}
 */
export function after(message, change) {
  if (message.isGone) return message;
  if (change.kind === "recalled") {
    return { ...message, text: "", file: undefined, edited: 0, isGone: true, mentions: false };
  }

  if (change.kind !== "edited" || change.id <= (message.edited ?? 0)) return message;
  const { id: edited, text, time: editedAt } = change;
  const mentions = (change.mentions && !message.mine) || message.answersMe === true;
  return { ...message, text, mentions, edited, editedAt };
}

/**
 * The changes of the room's messages. A message may come later than its changes: from a page that
 * was read before them.
 */
export class MessageChanges {
  /**
   * The change that counts, by the id of its message; the newest last.
   * @type {Map<number, Entry>}
   */
  #known = new Map();
  /** @type {Signal<Applied>} */
  applied = new Signal();

  /** @param {import("./conversation.js").Conversation} conversation */
  constructor(conversation) {
    this.conversation = conversation;
  }

  /**
   * Applies a change to its message, now or when that comes.
   * @param {Entry} change
   * @param {boolean} live False for changes that were missed.
   */
  apply(change, live) {
    const { of = 0 } = change;
    if (!this.#remember(of, change)) return;
    const { entries, newest } = this.conversation;
    const entry = [...entries, ...newest].find(({ id }) => id === of);
    const changed = entry && after(entry, change);
    // The message itself changes: views know it by its identity.
    if (entry) this.conversation.redraw(Object.assign(entry, changed));
    this.applied.emit({ change, entry, live });
  }

  /**
   * A message as it is after all changes that are known. Those that it shows are known then: a
   * later page may have been read before them.
   * @param {Entry} message
   */
  upToDate(message) {
    const { id, edited = 0, isGone } = message;
    if (id === 0 || isChange(message)) return message;
    if (isGone) this.#remember(id, { ...message, kind: "recalled" });
    else if (edited > 0) this.#remember(id, { ...message, kind: "edited", id: edited });
    const known = this.#known.get(id);
    return known ? after(message, known) : message;
  }

  /** The change of a message that counts, if one is known. @param {number} id */
  lastOf(id) {
    return this.#known.get(id);
  }

  /** Forgets all: message ids mean other messages. */
  clear() {
    this.#known.clear();
  }

  /**
   * @param {number} id The message.
   * @param {Entry} change
   * @returns {boolean} False if another change counts.
   */
  #remember(id, change) {
    const known = this.#known.get(id);
    const isOlder = change.kind !== "recalled" && known && known.id >= change.id;
    if (known?.kind === "recalled" || isOlder) return false;
    this.#known.delete(id);
    this.#known.set(id, change);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(oldest);
    return true;
  }
}
