import { load, ofRoom, save } from "../storage.js";

/**
 * @typedef {Record<string, unknown>} Request
 * @typedef {{
 *   kind: "said" | "acted" | "private" | "edited" | "recalled", text: string, to?: string,
 *   typed?: string, where?: string | null, log?: string,
 *   reply?: import("../composing/replying.js").Reply,
 * }} OutgoingMessage Or a change of one: `log` is the history that its message id belongs to.
 *   `typed` is the input and `where` its conversation, to restore it on refusal.
 *   `reply`: the message that it replies to.
 * @typedef {{
 *   request: Request, ref?: string, id?: number, sent: boolean, message?: OutgoingMessage,
 *   answer?: (frame: import("./frames.js").Frame | undefined) => void,
 * }} OutgoingRequest Messages have a `ref`, by which the room recognises a retry. `answer` gets the
 *   reply, or undefined if the connection is lost before it.
 */

const STORAGE_KEY = ofRoom("unsent");
const REF_BYTES = 16;

/**
 * The outgoing requests that are not answered yet, in order. Survives reconnects, and reloads in
 * the same tab: unanswered messages are sent again with their `ref`, so the room publishes them
 * once.
 */
export class Outbox {
  /** @type {OutgoingRequest[]} */
  #requests = load(STORAGE_KEY, /** @type {Stored[]} */ ([])).map(fromStored);
  #lastId = 0;

  /** Messages that the transcript does not show yet, in order. */
  get unsentMessages() {
    return this.#requests.filter((outgoing) => outgoing.message);
  }

  /**
   * @param {Request} request
   * @param {OutgoingMessage} [message] If the request sends one.
   * @param {OutgoingRequest["answer"]} [answer]
   */
  enqueue(request, message, answer) {
    const ref = message && newRef();
    const body = ref ? { ...request, ref } : request;
    this.#requests.push({ request: body, ref, sent: false, message, answer });
    if (message) this.#save();
  }

  /** Removes a request if it was not sent yet. @param {OutgoingRequest} outgoing */
  withdraw(outgoing) {
    return this.#remove((one) => one === outgoing && !one.sent);
  }

  /**
   * Removes changes of messages that belong to another history; replies to those are sent without.
   * @param {string} [log]
   */
  removeOutdated(log) {
    for (const { request, message } of this.#requests) {
      if (!message?.reply || message.reply.log === log) continue;
      message.reply = undefined;
      delete request.re;
    }

    this.#requests = this.#requests.filter(({ message }) => message?.log === undefined || message.log === log);
    this.#save();
  }

  clear() {
    this.#requests = [];
    this.#save();
  }

  /** Marks the next request as sent and returns it. */
  markNextSent() {
    const outgoing = this.#requests.find((one) => !one.sent);
    if (!outgoing) return undefined;
    outgoing.sent = true;
    outgoing.id = ++this.#lastId;
    return outgoing;
  }

  get hasMore() {
    return this.#requests.some((outgoing) => !outgoing.sent);
  }

  /**
   * Prepares for a new connection: messages are sent again, other requests in flight are dropped.
   */
  requeue() {
    const dropped = this.#requests.filter((outgoing) => outgoing.sent && !outgoing.message);
    this.#requests = this.#requests.filter((outgoing) => !dropped.includes(outgoing));
    for (const outgoing of this.#requests) outgoing.sent = false;
    for (const { answer } of dropped) answer?.(undefined);
  }

  /**
   * @param {string} ref
   * @returns {OutgoingRequest | undefined} The acknowledged request.
   */
  removeByRef(ref) {
    return this.#remove((outgoing) => outgoing.ref === ref);
  }

  /** @param {number} id The request id. */
  removeById(id) {
    return this.#remove((outgoing) => outgoing.sent && outgoing.id === id);
  }

  /**
   * Removes the oldest message in flight if it matches. The room keeps the order: the user's own
   * messages come back as they were sent.
   * @param {(message: OutgoingMessage) => boolean} matches
   */
  removeFirstMessage(matches) {
    const first = this.#requests.find(({ sent, message }) => sent && message);
    return first?.message && matches(first.message) ? this.#remove((one) => one === first) : undefined;
  }

  /**
   * Removes the oldest request in flight. The room keeps the order: a reply without an id answers
   * that one.
   */
  removeFirst() {
    return this.#remove((outgoing) => outgoing.sent);
  }

  /** The oldest request in flight. */
  get firstSent() {
    return this.#requests.find((outgoing) => outgoing.sent);
  }

  /** @param {(outgoing: OutgoingRequest) => boolean} matches */
  #remove(matches) {
    const at = this.#requests.findIndex(matches);
    const outgoing = at < 0 ? undefined : this.#requests.splice(at, 1)[0];
    if (outgoing?.message) this.#save();
    return outgoing;
  }

  #save() {
    save(STORAGE_KEY, this.#requests.filter(({ message }) => message).map(toStored));
  }
}

/**
 * Session storage has the message as `words`, which pages of earlier versions also read.
 * @typedef {Omit<OutgoingRequest, "message"> & { words?: OutgoingMessage }} Stored
 */

/** @param {OutgoingRequest} outgoing @returns {Stored} */
function toStored({ message, ...rest }) {
  return { ...rest, sent: false, words: message };
}

/** @param {Stored} stored @returns {OutgoingRequest} */
function fromStored({ words, ...rest }) {
  return { ...rest, message: words };
}

function newRef() {
  const bytes = crypto.getRandomValues(new Uint8Array(REF_BYTES));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
