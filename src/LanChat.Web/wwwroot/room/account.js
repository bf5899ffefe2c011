import { t } from "../text/language.js";
import { Code } from "../wire/frames.js";
import { problemIn } from "./serverRooms.js";

/**
 * @typedef {import("../wire/frames.js").Frame} Frame
 * @typedef {import("../wire/frames.js").Message} Message
 */

/** What the server keeps about the user's account. */
export class Account {
  #isDeleted = false;

  /** @param {import("../wire/session.js").Session} session */
  constructor(session) {
    this.session = session;
    session.received.on(({ frame: { code, data } }) => {
      if (code === Code.error && data.error === "account-deleted") this.#isDeleted = true;
    });
  }

  /**
   * The nicknames of the account.
   * @returns {Promise<{ nicks?: string[], problem?: string }>}
   */
  async nicks() {
    const answer = await this.session.ask({ account: true });
    return { nicks: answer?.data.nicks, problem: problemIn(answer) };
  }

  /**
   * Everything, with all private messages, oldest first: the same as the console client saves.
   * @returns {Promise<{
   *   data?: { account: { nicks: string[] }, private: Message[] }, problem?: string,
   * }>}
   */
  async load() {
    const answer = await this.session.ask({ account: true });
    const data = { account: answer?.data, private: /** @type {Message[]} */ ([]) };
    const problem = problemIn(answer) ?? await this.#loadMessages(data.private);
    return problem === undefined ? { data } : { problem };
  }

  /**
   * Deletes the account. The server replies by disconnecting.
   * @param {string} nick One of its nicknames.
   * @returns {Promise<string | undefined>} Why it was not deleted.
   */
  async delete(nick) {
    const answer = await this.session.ask({ "delete-account": nick });
    if (this.#isDeleted) return undefined;
    return answer?.data.error === "nobody-of-that-name" ? t("notYourNick") : problemIn(answer);
  }

  /**
   * @param {Message[]} messages
   * @returns {Promise<string | undefined>} Why not all have come.
   */
  async #loadMessages(messages) {
    for (let more = true; more;) {
      const range = messages.length > 0 ? { before: messages[0].serial } : {};
      const answer = await this.session.ask({ private: true, ...range });
      const problem = problemIn(answer);
      if (problem !== undefined || !answer) return problem;
      messages.unshift(...answer.data.messages);
      more = answer.data.more;
    }

    return undefined;
  }
}
