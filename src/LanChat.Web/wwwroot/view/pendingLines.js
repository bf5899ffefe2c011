import { t } from "../text/language.js";
import { button, byId, make } from "./dom.js";
import { quoteLine } from "./quoteLine.js";

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
    const { kind, text = "", reply } = outgoing.message ?? {};
    const action = kind === "edited" ? t("edit") : kind === "recalled" ? t("takeBack") : undefined;
    const state = t(this.session.isJoined ? "sending" : "waitsForConnection");
    const restore = () => this.restore(outgoing);
    const undo = button(t(action ? "cancel" : "takeBack"), restore, { class: "quiet" });
    const words = make("p", { class: "words", dir: "auto" }, text);
    const content = reply ? [quoteLine(reply), words] : [words];
    return pendingLine(content, action ? `${action} · ${state}` : state, outgoing.sent ? [] : [" ", undo]);
  }
}

/**
 * @param {Node[]} content
 * @param {string} state
 * @param {(Node | string)[]} undo
 */
function pendingLine(content, state, undo) {
  const about = make("p", { class: "muted" }, state, ...undo);
  const body = make("div", { class: "body" }, ...content, about);
  return make("li", { class: "line mine pending" }, make("span", { class: "when", "aria-hidden": "true" }, "…"), body);
}
