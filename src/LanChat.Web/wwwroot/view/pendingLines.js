import { t } from "../text/language.js";
import { button, byId, make } from "./dom.js";

/** @typedef {import("../wire/outbox.js").OutgoingRequest} OutgoingRequest */

/** The unsent messages of the shown conversation, below its transcript. */
export class PendingLines {
  #list = byId("pending", HTMLOListElement);

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../wire/session.js").Session} session
   * @param {(outgoing: OutgoingRequest) => void} restore
   */
  constructor(room, session, restore) {
    this.room = room;
    this.session = session;
    this.restore = restore;
    session.outboxChanged.on(() => this.show());
    session.state.on(() => this.show());
  }

  show() {
    const { name } = this.room.shown;
    const lines = this.session.outbox.unsentMessages
      .filter(({ message }) => (message?.to ?? null) === name)
      .map((outgoing) => this.#lineFor(outgoing));
    this.#list.replaceChildren(...lines);
  }

  /** @param {OutgoingRequest} outgoing */
  #lineFor(outgoing) {
    const takeBack = outgoing.sent ? undefined : () => this.restore(outgoing);
    return pendingLine(outgoing.message?.text ?? "", !this.session.isJoined, takeBack);
  }
}

/**
 * @param {string} text
 * @param {boolean} isWaiting Whether the connection is lost.
 * @param {(() => void) | undefined} takeBack
 */
function pendingLine(text, isWaiting, takeBack) {
  const state = make("p", { class: "muted" }, t(isWaiting ? "waitsForConnection" : "sending"));
  const body = make("div", { class: "body" }, make("p", { class: "words", dir: "auto" }, text), state);
  if (takeBack) state.append(" ", button(t("takeBack"), takeBack, { class: "quiet" }));
  return make("li", { class: "line mine pending" }, make("span", { class: "when", "aria-hidden": "true" }, "…"), body);
}
