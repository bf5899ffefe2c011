import { Signal } from "../signal.js";
import { answeredBy, hasIds } from "./answers.js";
import { Backoff } from "./backoff.js";
import { Code, framesIn } from "./frames.js";
import { Liveness } from "./liveness.js";
import { Outbox } from "./outbox.js";
import { Pacing } from "./pacing.js";

/**
 * @typedef {import("./frames.js").Frame} Frame
 * @typedef {import("./outbox.js").Wish} Wish
 * @typedef {{ kind: "connecting" } | { kind: "in" } | { kind: "waiting", until: number } | { kind: "over" }} State
 */

/**
 * A stay in the room that outlives its connections: a lost one is made again, with what was missed, and what was asked meanwhile is sent then.
 * What answers a wish is told together with it.
 */
export class Session {
  /** @type {Signal<State>} */
  state = new Signal();
  /** @type {Signal<{ frame: Frame, wish?: Wish }>} */
  heard = new Signal();
  /** What is on its way to the room has changed. @type {Signal<void>} */
  sending = new Signal();
  outbox = new Outbox();
  /** The name to ask for. */
  nick = "";

  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {import("./frames.js").Welcome | undefined} */
  #welcome;
  /** The number of the last message, and the history it is of. @type {number | undefined} */
  #since;
  /** @type {string | undefined} */
  #log;
  #backoff = new Backoff();
  #liveness = new Liveness(() => this.isIn && this.#write({ ping: 1 }), () => this.#giveUp());
  #pacing = new Pacing(undefined);
  #isOver = true;
  /** The name this connection has asked for. */
  #asked = "";
  /** @type {number | undefined} */
  #retry;
  /** @type {number | undefined} */
  #flushing;

  /**
   * @param {string} url
   * @param {import("./deviceKey.js").DeviceKey} [key] By which names belong to this browser.
   */
  constructor(url, key) {
    this.url = url;
    this.key = key;
  }

  get isIn() {
    return this.#welcome !== undefined;
  }

  /** @param {string} nick The name to ask for. */
  enter(nick) {
    this.nick = nick;
    this.#isOver = false;
    this.hurry();
  }

  #open() {
    clearTimeout(this.#retry);
    this.state.emit({ kind: "connecting" });
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    socket.onopen = () => this.#greet(socket);
    socket.onmessage = (message) => socket === this.#socket && framesIn(message.data).forEach((frame) => this.#hear(frame));
    socket.onclose = () => socket === this.#socket && this.#lose();
    this.#liveness.expect();
  }

  /** Leaves, until it is entered again. */
  close() {
    this.#isOver = true;
    clearTimeout(this.#retry);
    this.#liveness.stop();
    clearTimeout(this.#flushing);
    this.#socket?.close();
    this.#socket = undefined;
    this.#welcome = undefined;
    this.outbox.startAgain();
    this.state.emit({ kind: "over" });
  }

  /** The network or the user is back: no more waiting. */
  hurry() {
    if (this.#isOver) return;
    this.#backoff.reset();
    if (!this.#socket) this.#open();
    else if (this.isIn) this.#liveness.doubt();
  }

  /**
   * @param {import("./outbox.js").Request} request
   * @param {Wish["words"]} [words]
   */
  send(request, words) {
    this.outbox.add(request, words);
    this.#flush();
    this.sending.emit();
  }

  /** @param {WebSocket} socket */
  #greet(socket) {
    this.#asked = this.nick;
    socket.send(JSON.stringify({ hello: 2, nick: this.nick, since: this.#since, log: this.#log, key: this.key?.text }) + "\n");
  }

  /** @param {{ room: string, nonce: string }} challenge */
  async #prove({ room, nonce }) {
    const socket = this.#socket;
    const sign = await this.key?.sign(room, nonce, this.#asked);
    if (socket === this.#socket) this.#write({ sign });
  }

  #flush() {
    clearTimeout(this.#flushing);
    while (this.isIn && this.outbox.hasMore && this.#pacing.tryTake()) this.#ask(this.outbox.take());
    if (this.isIn && this.outbox.hasMore) this.#flushing = setTimeout(() => this.#flush(), this.#pacing.pause);
  }

  /** @param {Wish | undefined} wish */
  #ask(wish) {
    if (!wish) return;
    const { tag, ...request } = wish.request;
    this.#write(hasIds(this.#welcome) ? { ...request, id: wish.id } : wish.request);
  }

  /** @param {object} request */
  #write(request) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(request) + "\n");
  }

  /** @param {Frame} frame */
  #hear(frame) {
    this.#liveness.hear();
    if (frame.code === Code.ping) return this.#write({ pong: frame.data });
    if (frame.code === Code.challenge) return this.#prove(frame.data);
    if (frame.code === Code.nick) this.nick = frame.data;
    const wish = answeredBy(frame, this.outbox, this.#welcome);
    this.heard.emit({ frame: answerTo(wish, frame), wish });
    this.#since = newestIn(frame) ?? this.#since;
    if (frame.code === Code.welcome) this.#enter(frame.data);
    if (frame.code === Code.message && frame.data[0].waited !== undefined) this.#write({ had: frame.data[0].waited });
    if (wish || frame.code === Code.message) this.sending.emit();
  }

  /** @param {import("./frames.js").Welcome} welcome */
  #enter(welcome) {
    if (this.#log !== undefined && this.#log !== welcome.log) this.#since = undefined;
    this.#log = welcome.log;
    this.#welcome = welcome;
    this.#pacing = new Pacing(welcome.pace);
    this.#backoff.reset();
    this.state.emit({ kind: "in" });
    this.#flush();
  }

  #lose() {
    this.#liveness.stop();
    clearTimeout(this.#flushing);
    this.#socket = undefined;
    this.#welcome = undefined;
    this.outbox.startAgain();
    if (this.#isOver) return;
    const pause = this.#backoff.next();
    this.#retry = setTimeout(() => this.#open(), pause);
    this.state.emit({ kind: "waiting", until: Date.now() + pause });
  }

  #giveUp() {
    const socket = this.#socket;
    if (!socket) return;
    this.#lose();
    socket.close();
  }
}

/**
 * An answer with the tag of its request, which it does not carry from version 2 on.
 * @param {Wish | undefined} wish
 * @param {Frame} frame
 * @returns {Frame}
 */
function answerTo(wish, frame) {
  const isAsked = wish && (frame.code === Code.page || frame.code === Code.found);
  return isAsked ? { ...frame, data: { ...frame.data, tag: wish.request.tag } } : frame;
}

/** The newest, not the highest: numbers begin anew where a room forgets. @param {Frame} frame */
function newestIn({ code, data }) {
  if (code !== Code.history && code !== Code.message) return undefined;
  return data.findLast((/** @type {import("./frames.js").Message} */ message) => message.id > 0)?.id;
}
