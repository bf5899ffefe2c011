import { Signal } from "../signal.js";

/** @typedef {{ id: number, text: string, typed: string }} Edit `text` is what it was before. */

/** The message of the user's own whose text the composer holds instead of the draft. */
export class Editing {
  /** @type {Edit | undefined} */
  current;
  /** Another message is edited, or none. @type {Signal<void>} */
  changed = new Signal();

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("./ownMessages.js").OwnMessages} own
   */
  constructor(room, own) {
    this.room = room;
    this.own = own;
    room.changes.applied.on(({ change }) => {
      const { current } = this;
      if (current && change.kind === "recalled" && change.of === current.id) this.#abandon(current);
    });
  }

  /** Whether the composer holds it: it does in the conversation with everyone. */
  get isShown() {
    return this.current !== undefined && !this.room.shown.isPrivate;
  }

  /**
   * @param {import("../room/entries.js").Entry} message
   * @param {string} [typed]
   */
  begin({ id, text, isGone }, typed = text) {
    if (isGone) return;
    this.current = { id, text, typed };
    if (this.room.shown.isPrivate) this.room.showConversation(null);
    this.changed.emit();
  }

  /** Begins with the user's last message; returns false if it cannot be changed. */
  beginLast() {
    const { lastText } = this.own;
    if (!lastText || !this.own.mayEdit(lastText)) return false;
    this.begin(lastText);
    return true;
  }

  /**
   * Goes on with an edit that was called off.
   * @param {number} id
   * @param {string} typed
   * @returns {boolean} False if its message is not here.
   */
  resume(id, typed) {
    const entry = this.room.everyone.entries.find((one) => one.id === id && this.own.mayEdit(one));
    if (entry) this.begin(entry, typed);
    return entry !== undefined;
  }

  cancel() {
    if (!this.current) return;
    this.current = undefined;
    this.changed.emit();
  }

  /** @param {string} typed */
  save(typed) {
    if (this.current && this.own.edit(this.current, typed)) this.cancel();
  }

  /** The message is gone; what was typed is not. @param {Edit} edit */
  #abandon({ text, typed }) {
    this.cancel();
    if (typed !== text) this.room.refused.emit({ kind: "edited", text: typed, where: null });
  }
}
