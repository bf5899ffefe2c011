import { Signal } from "../signal.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {{ id: number, text: string, typed: string }} Edit `text` is what it was before.
 */

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
   * @param {Entry} message
   * @param {string} [typed]
   */
  begin(message, typed = this.own.textOf(message)) {
    if (message.isGone) return;
    this.current = { id: message.id, text: this.own.textOf(message), typed };
    if (this.room.shown.isPrivate) this.room.showConversation(null);
    this.changed.emit();
  }

  /** Begins with the user's last message; returns false if it cannot be changed. */
  beginLast() {
    const { lastText, unsent } = this.own;
    if (unsent?.sent) {
      this.own.whenSent(() => this.beginLast());
      return true;
    }

    if (unsent || !lastText || !this.own.mayEdit(lastText)) return false;
    this.begin(lastText);
    return true;
  }

  /**
   * Goes on with an edit that was called off.
   * @param {import("../wire/outbox.js").OutgoingRequest} outgoing
   * @returns {boolean} False if its text is to be kept otherwise.
   */
  resume({ request, message }) {
    if (message?.kind === "recalled") return true;
    const isIt = (/** @type {Entry} */ entry) => entry.id === request.edit && this.own.mayEdit(entry);
    const entry = this.room.everyone.entries.find(isIt);
    if (entry) this.begin(entry, message?.text);
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
