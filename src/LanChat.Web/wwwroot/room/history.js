import { Code } from "../wire/frames.js";
import { gapEntry } from "./entries.js";

/**
 * @typedef {import("../wire/frames.js").HistoryPage} HistoryPage
 * @typedef {import("../wire/frames.js").SearchResult} SearchResult
 */

const PAGE = 40;
// So many lines are drawn in one frame while somebody scrolls.
const SCROLLED = 20;

/** Asks the room for parts of its history, and who said what. */
export class History {
  #tag = 0;
  /** @type {Map<number, (answer: any) => void>} */
  #asked = new Map();
  #isLoading = false;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("./room.js").Room} room
   */
  constructor(session, room) {
    this.session = session;
    this.room = room;
    session.received.on(({ frame, outgoing }) => {
      if (frame.code === Code.page || frame.code === Code.found) this.#answer(frame.data.tag, frame.data);
      else if (frame.code === Code.error && outgoing) this.#answer(Number(outgoing.request.tag), undefined);
    });
    session.state.on(({ kind }) => kind === "joined" || [...this.#asked.keys()].forEach((tag) => this.#answer(tag, undefined)));
  }

  /** Whether this room can be asked. */
  get isThere() {
    return this.room.welcome?.history !== undefined;
  }

  async loadOlder() {
    const first = this.room.everyone.entries.find(({ id }) => id > 0);
    const page = this.room.everyone.hasOlder && (await this.#load({ ...(first && { before: first.id }), limit: SCROLLED }));
    if (page) this.room.everyone.addOlder(this.#entriesOf(page), page.older);
  }

  async loadNewer() {
    const last = this.room.everyone.entries.findLast(({ id }) => id > 0);
    const page = last && this.room.everyone.hasNewer && (await this.#load({ after: last.id, limit: SCROLLED }));
    if (page) this.room.everyone.addNewer(this.#entriesOf(page), page.newer);
  }

  /** Puts the last of what was missed where it was missed, and says how much there is before it. @param {import("./entries.js").Entry} entry */
  async fill(entry) {
    const { gap } = entry;
    const page = gap && (await this.#load({ before: gap.before }));
    if (!page) return;
    const missed = this.#entriesOf(page).filter(({ id }) => id > gap.after);
    const first = missed[0]?.id ?? gap.before;
    const isThere = page.older && missed.length === page.messages.length;
    const rest = first - gap.after > 1 ? [gapEntry({ after: gap.after, before: first }, isThere)] : [];
    this.room.everyone.fill(entry, [...rest, ...missed]);
  }

  /** Shows the part of the history with this message. @param {number} id */
  async showAround(id) {
    this.#show(await this.#page({ around: id }));
  }

  async showNewest() {
    this.#show(await this.#page({}));
  }

  /**
   * Who said that? Newest first.
   * @param {{ search: string, from?: string, since?: string, until?: string, before?: number }} question
   * @returns {Promise<SearchResult | undefined>}
   */
  find(question) {
    return this.#ask({ ...question, limit: PAGE });
  }

  /** @param {HistoryPage | undefined} page */
  #show(page) {
    if (page) this.room.everyone.replace(this.#entriesOf(page), page);
  }

  /** @param {HistoryPage} page */
  #entriesOf(page) {
    return page.messages.map((message) => this.room.entryOf(message));
  }

  /** One part at a time. @param {object} where @returns {Promise<HistoryPage | undefined>} */
  async #load(where) {
    if (this.#isLoading || !this.isThere || !this.session.isJoined) return undefined;
    this.#isLoading = true;
    const page = await this.#page(where);
    this.#isLoading = false;
    return page;
  }

  /** @param {object} where @returns {Promise<HistoryPage | undefined>} */
  #page(where) {
    return this.#ask({ history: true, limit: PAGE, ...where });
  }

  /** @param {object} question @returns {Promise<any>} Nothing when it is not answered. */
  #ask(question) {
    const tag = ++this.#tag;
    return new Promise((resolve) => {
      this.#asked.set(tag, resolve);
      this.session.send({ ...question, tag });
    });
  }

  /**
   * @param {number} tag
   * @param {unknown} answer
   */
  #answer(tag, answer) {
    this.#asked.get(tag)?.(answer);
    this.#asked.delete(tag);
  }
}
