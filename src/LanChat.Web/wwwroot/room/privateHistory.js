import { Code } from "../wire/frames.js";

/** @typedef {import("./conversation.js").Conversation} Conversation */

// The number of lines rendered in one frame while the user scrolls.
const SCROLL_PAGE = 20;

/**
 * Loads the private messages that the server keeps for this user's account. Until what was missed
 * has come, new messages do not count as the last ones: the connection may be lost again before.
 */
export class PrivateHistory {
  /** Up to this one none is missing. */
  #resumePoint = 0;
  #isComplete = false;
  /** The account may be another one than before: what is here of its messages is unknown. */
  #isNewAccount = true;
  /** Those of which a page is being loaded. @type {Set<Conversation>} */
  #loading = new Set();

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("./room.js").Room} room
   */
  constructor(session, room) {
    this.session = session;
    this.room = room;
    session.state.on(({ kind }) => {
      if (kind === "closed") this.#isNewAccount = true;
      if (kind === "joined" && room.hasAccount) this.#catchUp();
    });
    session.received.on(({ frame: { code, data } }) => {
      if (code === Code.error && data.error === "account-changed") this.#isNewAccount = true;
    });
  }

  /**
   * Loads the messages of a conversation that contain a text, so that a search finds them.
   * @param {string} name
   * @param {string} text
   */
  async find(name, text) {
    if (this.room.hasAccount) await this.#load({ with: name, text });
  }

  /**
   * Loads the messages before those of a conversation that are here. There are none with guests.
   * @param {Conversation} conversation
   */
  async loadOlder(conversation) {
    if (this.#loading.has(conversation) || !this.session.isJoined) return;
    this.#loading.add(conversation);
    const range = { with: conversation.name, before: conversation.loadedFrom, limit: SCROLL_PAGE };
    const answer = await this.session.ask({ private: true, ...range });
    if (answer?.code === Code.privatePage) this.room.addPrivateMessages(answer.data.messages, 0);
    this.#loading.delete(conversation);
    if (answer?.code === Code.privatePage) conversation.setLoadedFrom(startOf(answer.data));
    else if (answer?.data.error === "nobody-of-that-name") conversation.setLoadedFrom(0);
  }

  /** Loads the newest messages, and what else was missed while the connection was lost. */
  async #catchUp() {
    if (this.#isComplete) this.#resumePoint = this.room.lastSerial;
    this.#isComplete = false;
    const known = this.#resumePoint;
    const newest = await this.#load({}, known);
    if (newest && (known === 0 || this.#isNewAccount)) this.#setStart(newest);
    const isBeyond = newest?.more && (newest.messages[0]?.serial ?? 0) > known;
    this.#isComplete = newest !== undefined && (known === 0 || !isBeyond || await this.#loadSince(known));
  }

  /** @param {import("../wire/frames.js").PrivatePage} newest */
  #setStart(newest) {
    this.#isNewAccount = false;
    this.room.setPrivateLoadedFrom(startOf(newest));
  }

  /** Loads all messages after one; returns whether they have come. @param {number} known */
  async #loadSince(known) {
    for (let since = known, more = true; more;) {
      const page = await this.#load({ since }, known);
      if (page === undefined) return false;
      more = page.more;
      since = page.messages.at(-1)?.serial ?? since;
    }

    return true;
  }

  /**
   * @param {{ since?: number, with?: string, text?: string }} query
   * @param {number} [known] Later messages are unread; by default none is.
   * @returns {Promise<import("../wire/frames.js").PrivatePage | undefined>}
   */
  async #load(query, known = 0) {
    const answer = await this.session.ask({ private: true, ...query });
    if (answer?.code !== Code.privatePage) return undefined;
    this.room.addPrivateMessages(answer.data.messages, known);
    return answer.data;
  }
}

/**
 * The serial from which on no message is missing; 0: none is.
 * @param {import("../wire/frames.js").PrivatePage} page
 */
function startOf({ messages, more }) {
  return more ? messages[0]?.serial ?? 0 : 0;
}
