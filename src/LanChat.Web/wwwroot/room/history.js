import { Code } from "../wire/frames.js";
import { gapEntry } from "./entries.js";

/**
 * @typedef {import("../wire/frames.js").HistoryPage} HistoryPage
 * @typedef {import("../wire/frames.js").SearchResult} SearchResult
 */

const PAGE = 40;
// The number of lines rendered in one frame while the user scrolls.
const SCROLL_PAGE = 20;

/** Loads pages of the history and searches it. */
export class History {
  #tag = 0;
  /** @type {Map<number, (answer: any) => void>} */
  #pending = new Map();
  #isLoading = false;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("./room.js").Room} room
   */
  constructor(session, room) {
    this.session = session;
    this.room = room;
    session.received.on(({ frame, outgoing }) => {
      if (frame.code === Code.page || frame.code === Code.found) this.#resolve(frame.data.tag, frame.data);
      else if (frame.code === Code.error && outgoing) this.#resolve(Number(outgoing.request.tag), undefined);
    });
    session.state.on(({ kind }) => {
      if (kind !== "joined") for (const tag of [...this.#pending.keys()]) this.#resolve(tag, undefined);
    });
  }

  /** Whether the server has history pages and search. */
  get isAvailable() {
    return this.room.welcome?.history !== undefined;
  }

  async loadOlder() {
    const { everyone } = this.room;
    const first = everyone.entries.find(({ id }) => id > 0);
    const range = { ...(first && { before: first.id }), limit: SCROLL_PAGE };
    const page = everyone.hasOlder && (await this.#load(range));
    if (page) everyone.addOlder(this.#entriesOf(page), page.older);
  }

  async loadNewer() {
    const { everyone } = this.room;
    const last = everyone.entries.findLast(({ id }) => id > 0);
    const page = last && everyone.hasNewer && (await this.#load({ after: last.id, limit: SCROLL_PAGE }));
    if (page) everyone.addNewer(this.#entriesOf(page), page.newer);
  }

  /**
   * Loads the newest messages of a gap; a smaller gap stays if more are missing.
   * @param {import("./entries.js").Entry} entry
   */
  async fill(entry) {
    const { gap } = entry;
    const page = gap && (await this.#load({ before: gap.before }));
    if (!page) return;
    const missed = this.#entriesOf(page).filter(({ id }) => id > gap.after);
    const first = missed[0]?.id ?? gap.before;
    // Changes have ids as well: a page that reaches back leaves nothing out.
    const isMissing = first - gap.after > 1 && missed.length === page.messages.length;
    const rest = isMissing ? [gapEntry({ after: gap.after, before: first }, page.older)] : [];
    this.room.everyone.fill(entry, [...rest, ...missed]);
  }

  /** Shows the part of the history around a message. @param {number} id */
  async showAround(id) {
    this.#replace(await this.#page({ around: id }));
  }

  async showNewest() {
    this.#replace(await this.#page({}));
  }

  /**
   * Searches the history, newest first.
   * @param {{
   *   search: string, from?: string, since?: string, until?: string, before?: number,
   * }} query
   * @returns {Promise<SearchResult | undefined>}
   */
  search(query) {
    return this.#request({ ...query, limit: PAGE });
  }

  /** @param {HistoryPage | undefined} page */
  #replace(page) {
    if (page) this.room.everyone.replace(this.#entriesOf(page), page);
  }

  /** @param {HistoryPage} page */
  #entriesOf(page) {
    return page.messages.map((message) => this.room.entryOf(message));
  }

  /**
   * Loads a page unless another one is being loaded.
   * @param {object} range
   * @returns {Promise<HistoryPage | undefined>}
   */
  async #load(range) {
    if (this.#isLoading || !this.isAvailable || !this.session.isJoined) return undefined;
    this.#isLoading = true;
    const page = await this.#page(range);
    this.#isLoading = false;
    return page;
  }

  /** @param {object} range @returns {Promise<HistoryPage | undefined>} */
  #page(range) {
    return this.#request({ history: true, limit: PAGE, ...range });
  }

  /** @param {object} query @returns {Promise<any>} Undefined if refused or disconnected. */
  #request(query) {
    const tag = ++this.#tag;
    return new Promise((resolve) => {
      this.#pending.set(tag, resolve);
      this.session.send({ ...query, tag });
    });
  }

  /**
   * @param {number} tag
   * @param {unknown} answer
   */
  #resolve(tag, answer) {
    this.#pending.get(tag)?.(answer);
    this.#pending.delete(tag);
  }
}
