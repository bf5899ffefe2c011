import { Code } from "../wire/frames.js";
import { problemIn } from "./serverRooms.js";

const DELAY = 500;

/**
 * How far the user has read, shared with their other devices; and how far others have read what the
 * user wrote to them.
 */
export class ReadPositions {
  /**
   * What the server was told: ids by conversation; the empty name is that with everyone.
   * @type {Map<string, number>}
   */
  #sent = new Map();
  /** @type {number | undefined} */
  #timer;
  /**
   * Whether others are told what the user has read; undefined while that is unknown.
   * @type {boolean | undefined}
   */
  isShared;
  /**
   * Whether the server keeps how far the user has read; undefined while that is unknown, and if the
   * server is old and always does.
   * @type {boolean | undefined}
   */
  isKept;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("./room.js").Room} room
   * @param {import("./serverRooms.js").ServerRooms} rooms
   */
  constructor(session, room, rooms) {
    this.session = session;
    this.room = room;
    this.rooms = rooms;
    session.state.on(({ kind }) => {
      if (kind === "joined" && room.hasAccount) session.send({ read: true });
    });
    session.received.on(({ frame: { code, data } }) => {
      if (code === Code.read) this.#handle(data);
    });
    room.changed.on(() => this.#sendSoon());
  }

  /**
   * Whether others are told what the user has read.
   * @param {boolean} isOn
   * @returns {Promise<string | undefined>} Why that could not be set.
   */
  async share(isOn) {
    const problem = problemIn(await this.session.ask({ receipts: isOn }));
    if (problem === undefined) this.isShared = isOn;
    this.room.changed.emit();
    return problem;
  }

  /**
   * Whether the server keeps how far the user has read; else it forgets what it has.
   * @param {boolean} isOn
   * @returns {Promise<string | undefined>} Why that could not be set.
   */
  async keep(isOn) {
    const problem = problemIn(await this.session.ask({ positions: isOn }));
    if (problem === undefined) this.isKept = isOn;
    this.#sent.clear();
    this.room.changed.emit();
    return problem;
  }

  /** @param {import("../wire/frames.js").ReadState} read */
  #handle({ places, receipts, positions }) {
    this.isShared = receipts ?? this.isShared;
    this.isKept = positions ?? this.isKept;
    for (const place of places) {
      const { room, with: name, id = 0 } = place;
      if (room === this.rooms.currentKey) this.room.everyone.readElsewhere(id, (entry) => entry.id);
      else if (room !== undefined) this.rooms.readElsewhere(room, id);
      else if (name !== undefined) this.#handlePrivate(name, place);
    }

    this.room.changed.emit();
  }

  /**
   * @param {string} name
   * @param {import("../wire/frames.js").ReadPlace} place
   */
  #handlePrivate(name, { id, seen }) {
    const conversation = this.room.privateWith(name);
    if (!conversation) return;
    if (id) conversation.readElsewhere(id, ({ serial }) => serial ?? 0);
    conversation.seen = Math.max(conversation.seen, seen ?? 0);
  }

  #sendSoon() {
    if (this.room.hasAccount) this.#timer ??= setTimeout(() => this.#send(), DELAY);
  }

  /** Tells what the user is looking at. */
  #send() {
    this.#timer = undefined;
    const { shown } = this.room;
    if (!this.session.isJoined || this.isKept === false || !this.room.hasAttention()) return;
    const last = shown.isPrivate ? shown.lastSerial : this.room.lastId;
    const key = shown.name ?? "";
    if (last <= (this.#sent.get(key) ?? 0)) return;
    this.#sent.set(key, last);
    this.session.send(shown.name === null ? { read: last } : { read: last, with: shown.name });
  }
}
