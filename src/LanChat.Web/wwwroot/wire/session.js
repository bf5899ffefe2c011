import { Signal } from "../signal.js";
import { Backoff } from "./backoff.js";
import { Code, framesIn } from "./frames.js";
import { Heartbeat } from "./heartbeat.js";
import { Outbox } from "./outbox.js";
import { Pacing } from "./pacing.js";
import { answeredRequest, supportsRequestIds } from "./replies.js";

/**
 * @typedef {import("./frames.js").Frame} Frame
 * @typedef {import("./outbox.js").OutgoingRequest} OutgoingRequest
 * @typedef {(
 *   { kind: "connecting" } | { kind: "joined" }
 *   | { kind: "waiting", until: number } | { kind: "closed" }
 * )} State
 * @typedef {{ room?: string, password?: string, code?: string, link?: string }} Entrance The room
 *   to enter, by default the lobby, and what opens it: a password, or the code of an invitation;
 *   and a code that links this device to an account.
 */

/**
 * A session in the room that outlives its connections: reconnects, catches up on missed messages
 * and sends the outbox.
 */
export class Session {
  /** @type {Signal<State>} */
  state = new Signal();
  /**
   * A frame, with the request it answers.
   * @type {Signal<{ frame: Frame, outgoing?: OutgoingRequest }>}
   */
  received = new Signal();
  /** @type {Signal<void>} */
  outboxChanged = new Signal();
  outbox = new Outbox();
  /** The nickname to request on the next connection. */
  nick = "";
  /** Kept here only: a reload asks for the password again. @type {Entrance} */
  entrance = {};

  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {import("./frames.js").Welcome | undefined} */
  #welcome;
  /**
   * The resume point: the last message id, and the log id it belongs to.
   * @type {number | undefined}
   */
  #lastId;
  /** @type {string | undefined} */
  #log;
  #backoff = new Backoff();
  #heartbeat = new Heartbeat(() => this.#ping(), () => this.#abandonSocket());
  #pacing = new Pacing(undefined);
  #isClosed = true;
  /** Whether a moderator is to admit the user on this connection. */
  #isAsking = false;
  /** The nickname requested on this connection, which the key proof covers. */
  #requestedNick = "";
  /** @type {number | undefined} */
  #retryTimer;
  /** @type {number | undefined} */
  #flushTimer;

  /**
   * @param {string} url
   * @param {import("./clientIdentity.js").ClientIdentity} client
   * @param {import("./deviceKey.js").DeviceKey} [key] Proves who owns the nickname.
   */
  constructor(url, client, key) {
    this.url = url;
    this.client = client;
    this.key = key;
  }

  get isJoined() {
    return this.#welcome !== undefined;
  }

  /** @param {string} nick */
  join(nick) {
    this.nick = nick;
    this.#isClosed = false;
    this.reconnectNow();
  }

  #connect() {
    clearTimeout(this.#retryTimer);
    this.#isAsking = false;
    this.state.emit({ kind: "connecting" });
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    socket.onopen = () => this.#sendHello(socket);
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket) for (const frame of framesIn(data)) this.#handle(frame);
    };
    socket.onclose = () => socket === this.#socket && this.#handleClose();
    this.#heartbeat.expectReply();
  }

  /** Disconnects and stays so until the next `join`. */
  close() {
    this.#isClosed = true;
    clearTimeout(this.#retryTimer);
    this.#heartbeat.stop();
    clearTimeout(this.#flushTimer);
    this.#socket?.close();
    this.#socket = undefined;
    this.#welcome = undefined;
    this.outbox.requeue();
    this.state.emit({ kind: "closed" });
  }

  /** Comes in again, and links this device to an account. @param {string} code */
  link(code) {
    this.close();
    this.entrance = { ...this.entrance, link: code };
    this.join(this.nick);
  }

  /** Skips the backoff, as the network or the user is back; probes an open connection. */
  reconnectNow() {
    if (this.#isClosed) return;
    this.#backoff.reset();
    if (!this.#socket) this.#connect();
    else if (this.isJoined || this.#isAsking) this.#heartbeat.probe();
  }

  /**
   * @param {import("./outbox.js").Request} request
   * @param {import("./outbox.js").OutgoingMessage} [message]
   */
  send(request, message) {
    this.outbox.enqueue(request, message);
    this.#flush();
    this.outboxChanged.emit();
  }

  /**
   * Sends a request whose reply is for the caller: a refusal is not noted in the transcript.
   * @param {import("./outbox.js").Request} request
   * @returns {Promise<Frame | undefined>} Undefined if the connection is lost before the reply.
   */
  ask(request) {
    return new Promise((resolve) => {
      this.outbox.enqueue(request, undefined, resolve);
      this.#flush();
    });
  }

  /** @param {WebSocket} socket */
  #sendHello(socket) {
    this.#requestedNick = this.nick;
    const resumePoint = { since: this.#lastId, log: this.#log };
    const account = this.key && { key: this.key.text, ...this.client };
    const hello = { hello: 2, nick: this.nick, ...this.entrance, ...resumePoint, ...account };
    socket.send(JSON.stringify(hello) + "\n");
  }

  /** @param {{ room: string, nonce: string }} challenge */
  async #sendKeyProof({ room, nonce }) {
    const socket = this.#socket;
    const sign = await this.key?.sign(room, nonce, this.#requestedNick);
    if (socket === this.#socket) this.#write({ sign });
  }

  #flush() {
    clearTimeout(this.#flushTimer);
    while (this.isJoined && this.outbox.hasMore && this.#pacing.tryAcquire()) {
      this.#sendRequest(this.outbox.markNextSent());
    }

    const hasRest = this.isJoined && this.outbox.hasMore;
    if (hasRest) this.#flushTimer = setTimeout(() => this.#flush(), this.#pacing.delay);
  }

  /** @param {OutgoingRequest | undefined} outgoing */
  #sendRequest(outgoing) {
    if (!outgoing) return;
    const { tag, ...request } = outgoing.request;
    this.#write(supportsRequestIds(this.#welcome) ? { ...request, id: outgoing.id } : outgoing.request);
  }

  #ping() {
    if (this.isJoined || this.#isAsking) this.#write({ ping: 1 });
  }

  /** @param {object} request */
  #write(request) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(request) + "\n");
  }

  /** @param {Frame} frame */
  #handle(frame) {
    this.#heartbeat.received();
    if (frame.code === Code.ping) return this.#write({ pong: frame.data });
    if (frame.code === Code.challenge) return this.#sendKeyProof(frame.data);
    if (frame.code === Code.nick) this.nick = frame.data;
    if (frame.code === Code.error && frame.data.error === "entry-asked") this.#isAsking = true;
    const outgoing = answeredRequest(frame, this.outbox, this.#welcome);
    this.received.emit({ frame: withTag(outgoing, frame), outgoing });
    this.#lastId = newestId(frame) ?? this.#lastId;
    if (frame.code === Code.welcome) this.#handleWelcome(frame.data);
    if (frame.code === Code.message && frame.data[0].waited !== undefined) this.#write({ had: frame.data[0].waited });
    outgoing?.answer?.(frame);
    if (outgoing) this.outboxChanged.emit();
  }

  /** @param {import("./frames.js").Welcome} welcome */
  #handleWelcome(welcome) {
    if (this.#log !== undefined && this.#log !== welcome.log) this.#lastId = undefined;
    this.#log = welcome.log;
    this.outbox.removeOutdated(welcome.log);
    this.#welcome = welcome;
    this.#isAsking = false;
    // An invitation and a code of another device are used up by entering.
    this.entrance = { ...this.entrance, code: undefined, link: undefined };
    this.#pacing = new Pacing(welcome.pace);
    this.#backoff.reset();
    this.state.emit({ kind: "joined" });
    this.#flush();
  }

  #handleClose() {
    this.#heartbeat.stop();
    clearTimeout(this.#flushTimer);
    this.#socket = undefined;
    this.#welcome = undefined;
    this.outbox.requeue();
    if (this.#isClosed) return;
    const delay = this.#backoff.next();
    this.#retryTimer = setTimeout(() => this.#connect(), delay);
    this.state.emit({ kind: "waiting", until: Date.now() + delay });
  }

  #abandonSocket() {
    const socket = this.#socket;
    if (!socket) return;
    this.#handleClose();
    socket.close();
  }
}

/**
 * Adds the tag of the request to its reply, which does not carry it from version 2 on.
 * @param {OutgoingRequest | undefined} outgoing
 * @param {Frame} frame
 * @returns {Frame}
 */
function withTag(outgoing, frame) {
  const isAsked = outgoing && (frame.code === Code.page || frame.code === Code.found);
  return isAsked ? { ...frame, data: { ...frame.data, tag: outgoing.request.tag } } : frame;
}

/**
 * The id of the newest message, which is not the highest if the room's history began anew.
 * @param {Frame} frame
 */
function newestId({ code, data }) {
  if (code !== Code.history && code !== Code.message) return undefined;
  return data.findLast((/** @type {import("./frames.js").Message} */ message) => message.id > 0)?.id;
}
