import { Code } from "../wire/frames.js";

/** Loads the private messages that the server keeps for this user's account. */
export class PrivateHistory {
  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("./room.js").Room} room
   */
  constructor(session, room) {
    this.session = session;
    this.room = room;
    session.state.on(({ kind }) => {
      if (kind === "joined" && room.hasAccount) this.#catchUp();
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

  /** Loads what was missed; in a new page the newest messages. */
  async #catchUp() {
    let since = this.room.lastSerial;
    while (await this.#load(since > 0 ? { since } : {}) && since > 0) since = this.room.lastSerial;
  }

  /**
   * @param {{ since?: number, with?: string, text?: string }} query
   * @returns {Promise<boolean>} Whether there are more.
   */
  async #load(query) {
    const isNews = query.since !== undefined;
    const answer = await this.session.ask({ private: true, ...query });
    if (answer?.code !== Code.privatePage) return false;
    this.room.addPrivateMessages(answer.data.messages, isNews);
    return answer.data.more;
  }
}
