import { Code } from "../wire/frames.js";
import { fitsLine } from "../wire/splitting.js";
import { refusal, t } from "../text/language.js";
import { replaceEmojiCodes } from "./emoji.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("../wire/outbox.js").OutgoingRequest} OutgoingRequest
 */

const TEXT_KINDS = ["said", "acted"];

/** Changes what the user has said to everyone, and takes it back. */
export class OwnMessages {
  /** By how much the clock of the server is ahead, in milliseconds. */
  #serverAhead = 0;
  /**
   * What is to be done when a message has been sent.
   * @type {{ message: OutgoingRequest, act: () => void }[]}
   */
  #waiting = [];

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   */
  constructor(session, room) {
    this.session = session;
    this.room = room;
    session.outboxChanged.on(() => this.#actOnSent());
    room.refused.on((refused) => {
      this.#waiting = this.#waiting.filter(({ message }) => message.message !== refused);
    });
    session.received.on(({ frame: { code, data } }) => {
      const live = code === Code.message ? data.find((/** @type {{ id: number }} */ { id }) => id > 0) : undefined;
      if (live) this.#serverAhead = room.entryOf(live).time - Date.now();
    });
  }

  /** Whether the user can still take a message back. @param {Entry} entry */
  mayRecall(entry) {
    const age = Date.now() + this.#serverAhead - entry.time;
    return this.#isOwn(entry) && age < this.room.changeTime;
  }

  /** Whether the user can still change the text of a message. @param {Entry} entry */
  mayEdit(entry) {
    return TEXT_KINDS.includes(entry.kind) && this.mayRecall(entry) && this.room.may("speak");
  }

  /** The user's last message to everyone. */
  get last() {
    return this.room.everyone.newest.findLast((entry) => this.#isOwn(entry));
  }

  /** The last one that has a text. */
  get lastText() {
    return this.room.everyone.newest.findLast((entry) => this.#isOwn(entry) && TEXT_KINDS.includes(entry.kind));
  }

  /** The message that is being sent to everyone; it has no id yet. */
  get unsent() {
    return this.#unsent.findLast(({ message }) => TEXT_KINDS.includes(message?.kind ?? ""));
  }

  /**
   * Waits for the message that is being sent, if there is one; forgets it if that is refused.
   * @param {() => void} act
   */
  whenSent(act) {
    const message = this.unsent;
    if (message) this.#waiting.push({ message, act });
    else act();
  }

  /**
   * The text of a message after the changes that are being sent.
   * @param {{ id: number, text: string }} entry
   */
  textOf({ id, text }) {
    return this.#unsent.findLast(({ request }) => request.edit === id)?.message?.text ?? text;
  }

  /**
   * Changes the text of a message.
   * @param {{ id: number, text: string }} entry
   * @param {string} typed
   * @returns {boolean} False if the text cannot be sent.
   */
  edit({ id, text: before }, typed) {
    const text = replaceEmojiCodes(typed.replaceAll("\0", "").trimEnd());
    if (text.trim() === "") return false;
    if (text === before) return true;
    const request = { edit: id, text };
    if (fitsLine(request, this.room.welcome?.line)) this.#send(request, { kind: "edited", text, typed });
    else this.room.addNote(t("notChanged", text, refusal("line-too-long", "")));
    return fitsLine(request, this.room.welcome?.line);
  }

  /** @param {Entry} entry */
  recall({ id, text }) {
    this.#send({ recall: id }, { kind: "recalled", text });
  }

  get #unsent() {
    return this.session.outbox.unsentMessages;
  }

  #actOnSent() {
    const sent = this.#waiting.filter(({ message }) => !this.#unsent.includes(message));
    this.#waiting = this.#waiting.filter((one) => !sent.includes(one));
    for (const { act } of sent) act();
  }

  /** @param {Entry} entry */
  #isOwn({ id, mine, isGone }) {
    return id > 0 && mine && !isGone && !this.#unsent.some(({ request }) => request.recall === id);
  }

  /**
   * @param {{ edit?: number, recall?: number }} request
   * @param {{ kind: "edited" | "recalled", text: string, typed?: string }} message
   */
  #send(request, message) {
    this.session.send(request, { ...message, where: null, log: this.room.welcome?.log });
  }
}
