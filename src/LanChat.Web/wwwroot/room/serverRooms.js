import { fragmentOf } from "../address.js";
import { Signal } from "../signal.js";
import { refusal, t } from "../text/language.js";
import { Code } from "../wire/frames.js";
import { nameKey } from "./names.js";

/** @typedef {import("../wire/frames.js").ServerRoom} ServerRoom */

const STORAGE_KEY = "lanchat.seen";
const basePath = new URL(".", location.href).pathname;

/**
 * The rooms of the server, and the last message seen in each: the page is connected to one of them,
 * the others have unread messages.
 */
export class ServerRooms {
  /** @type {Signal<void>} */
  changed = new Signal();
  /** @type {ServerRoom[]} */
  #listed = [];
  /** The last message id of the current room. */
  #lastId = 0;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("./room.js").Room} room The current one.
   */
  constructor(session, room) {
    this.session = session;
    this.room = room;
    session.state.on(({ kind }) => {
      if (kind === "joined" && room.hasRooms) session.send({ rooms: true });
    });
    session.received.on(({ frame }) => this.#handle(frame));
    // The room tells that the user leaves: one message that is not news.
    addEventListener("pagehide", () => session.isJoined && this.#see(this.currentKey, this.#lastId + 1));
  }

  /** The key of the current room. */
  get currentKey() {
    return nameKey(this.room.welcome?.room ?? "");
  }

  /** The listed rooms, the lobby first, and the current one. @returns {ServerRoom[]} */
  get all() {
    const { room, currentKey } = this;
    if (!room.hasRooms) return [];
    if (!room.welcome || this.#listed.some((one) => one.room === currentKey)) return this.#listed;
    const { topic, entry = "all" } = room.settings;
    const { room: name } = room.welcome;
    const current = { room: currentKey, name, topic, entry, members: room.members.count, last: 0 };
    return [...this.#listed, current];
  }

  /** Whether there is one to choose. */
  get areSeveral() {
    return this.all.length > 1;
  }

  get mayOpen() {
    return this.room.may("open");
  }

  get isLobby() {
    return this.#listed.find((one) => one.room === this.currentKey)?.lobby === true;
  }

  /** @param {ServerRoom} one */
  isCurrent(one) {
    return one.room === this.currentKey;
  }

  /** The fragment of the page's URL that opens a room. @param {ServerRoom} one */
  fragmentOf(one) {
    return one.lobby ? "#" : fragmentOf(one.room);
  }

  /** The room of that name, if it is listed. @param {string} name */
  find(name) {
    return this.all.find((one) => nameKey(one.name) === nameKey(name));
  }

  /**
   * Messages since the user was in that room; none if they never were.
   * @param {ServerRoom} one
   */
  unreadIn(one) {
    const seen = this.isCurrent(one) ? undefined : seenIn(one.room);
    return seen === undefined ? 0 : Math.max(0, one.last - seen);
  }

  /**
   * The user has read a room on another device.
   * @param {string} key
   * @param {number} id
   */
  readElsewhere(key, id) {
    this.#see(key, Math.max(id, seenIn(key) ?? 0));
    this.changed.emit();
  }

  /**
   * Opens a room; returns why it was not done.
   * @param {string} name
   * @param {Record<string, string>} settings
   */
  async open(name, settings) {
    const answer = await this.session.ask({ open: name, set: settings });
    const isRefused = answer?.code === Code.error && answer.data.error === "not-allowed";
    return isRefused ? t("mayNotOpen") : problemIn(answer);
  }

  /** @param {import("../wire/frames.js").Frame} frame */
  #handle({ code, data }) {
    if (code === Code.history || code === Code.message) {
      const last = data.findLast((/** @type {import("../wire/frames.js").Message} */ { id }) => id > 0);
      if (last) this.#see(this.currentKey, last.id);
    } else if (code === Code.rooms) {
      this.#listed = data;
      const current = this.#listed.find((one) => this.isCurrent(one));
      if (current && current.last > this.#lastId) this.#see(current.room, current.last);
    } else if (code !== Code.welcome && code !== Code.settings) {
      return;
    }

    this.changed.emit();
  }

  /**
   * @param {string} key
   * @param {number} id
   */
  #see(key, id) {
    if (key === "") return;
    if (key === this.currentKey) this.#lastId = id;
    localStorage.setItem(storageKeyOf(key), String(id));
  }
}

/**
 * Why a request was not done: it was refused, or the connection was lost. Undefined if it was done.
 * @param {import("../wire/frames.js").Frame | undefined} answer
 */
export function problemIn(answer) {
  if (!answer) return t("connectionLost");
  return answer.code === Code.error ? refusal(answer.data.error, answer.data.text) : undefined;
}

/** @param {string} key */
function storageKeyOf(key) {
  return `${STORAGE_KEY}${basePath === "/" ? "" : `@${basePath}`}#${key}`;
}

/** @param {string} key */
function seenIn(key) {
  const stored = localStorage.getItem(storageKeyOf(key));
  return stored === null ? undefined : Number(stored);
}
