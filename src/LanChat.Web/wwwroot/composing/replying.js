import { quoteOf } from "../room/quotes.js";
import { Signal } from "../signal.js";
import { load, ofRoom, save } from "../storage.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {{ id: number, nick: string, text: string, log?: string }} Reply The message that a text
 *   replies to, in the history `log`.
 */

const STORAGE_KEY = ofRoom("reply");

/** The message that the draft to everyone replies to. Survives a reload, as the draft does. */
export class Replying {
  /** @type {Reply | undefined} */
  current = load(STORAGE_KEY, /** @type {Reply | undefined} */ (undefined));
  /** Another message is replied to, or none, or it has another text. @type {Signal<void>} */
  changed = new Signal();

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("./editing.js").Editing} editing
   */
  constructor(room, editing) {
    this.room = room;
    this.editing = editing;
    room.changes.applied.on(({ change }) => change.of === this.current?.id && this.#update(change));
    room.changed.on(() => {
      // The id means another message in a new history.
      const { current, room: { welcome } } = this;
      if (current && welcome && current.log !== welcome.log) this.cancel();
    });
  }

  /** Whether what the composer holds is a reply. */
  get isShown() {
    return this.current !== undefined && !this.editing.isShown && !this.room.shown.isPrivate;
  }

  /** The last message of somebody else. */
  get last() {
    return this.room.everyone.newest.findLast((entry) => !entry.mine && this.isPossible(entry));
  }

  /** Whether a message can be replied to. @param {Entry} entry */
  isPossible(entry) {
    const { id, kind, isGone } = entry;
    return id > 0 && ["said", "acted", "file"].includes(kind) && !isGone && this.room.may("speak");
  }

  /** @param {Entry} entry @returns {Reply} */
  to(entry) {
    const { nick, text } = quoteOf(entry);
    return { id: entry.id, nick, text, log: this.room.welcome?.log };
  }

  /** @param {Entry} entry */
  begin(entry) {
    if (!this.isPossible(entry)) return;
    this.editing.cancel();
    this.#set(this.to(entry));
  }

  /** Goes on with a reply that was not sent. @param {Reply | undefined} reply */
  resume(reply) {
    if (reply) this.#set(reply);
  }

  /** What was typed stays. */
  cancel() {
    if (this.current) this.#set(undefined);
  }

  /** The reply that the composer holds is sent. */
  take() {
    if (!this.isShown) return undefined;
    const { current } = this;
    this.cancel();
    return current;
  }

  /** @param {Entry} change */
  #update(change) {
    const { current } = this;
    if (change.kind === "recalled") this.cancel();
    else if (current) this.#set({ ...current, text: this.room.quotes.now(current.id, current).text });
  }

  /** @param {Reply | undefined} reply */
  #set(reply) {
    this.current = reply;
    save(STORAGE_KEY, reply ?? null);
    this.changed.emit();
  }
}
