import { isMemberMessage } from "../room/entries.js";
import { after } from "../room/messageChanges.js";
import { nameKey } from "../room/names.js";
import { timeOf } from "../room/time.js";
import { containsAll, hasCriteria, parseSearchQuery } from "../composing/searchQuery.js";
import { t } from "../text/language.js";
import { button, byId, make } from "./dom.js";
import { contentOf } from "./searchResult.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("../composing/searchQuery.js").SearchQuery} SearchQuery
 * @typedef {{ asPhrase: boolean, before?: number }} Cursor Where the search continues.
 */

const DEBOUNCE = 250;
const MAX_LOCAL_RESULTS = 200;
const MIN_RESULTS = 20;
// The server searches a part of the history per request. Requests sent until the user asks for
// more.
const MAX_REQUESTS = 20;

/**
 * The search panel. Searches the whole history on the server if possible, else the loaded
 * transcript; private conversations are searched
 * in the page, after the server's matches were added to them.
 */
export class SearchView {
  #panel = byId("search", HTMLElement);
  #text = byId("search-text", HTMLInputElement);
  #count = byId("search-count", HTMLElement);
  #results = byId("search-results", HTMLOListElement);
  /** The messages found, by id. @type {Map<number, { entry: Entry, draw: () => void }>} */
  #shown = new Map();
  #version = 0;
  #foundCount = 0;
  /** The query that the results belong to. */
  #shownQuery = "";
  #focusesFirst = false;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {import("../room/room.js").Room} room
   * @param {{
   *   history: import("../room/history.js").History,
   *   privateHistory: import("../room/privateHistory.js").PrivateHistory,
   * }} histories
   * @param {import("./transcript.js").TranscriptView} transcript
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(room, { history, privateHistory }, transcript, overlays) {
    this.room = room;
    this.history = history;
    this.privateHistory = privateHistory;
    this.transcript = transcript;
    this.overlays = overlays;
    byId("open-search", HTMLButtonElement).onclick = () => this.open("");
    byId("close-search", HTMLButtonElement).onclick = () => this.close();
    this.#panel.addEventListener("keydown", (event) => this.#handleKey(event));
    this.#text.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#search(), DEBOUNCE);
    });
    room.shownChanged.on(() => this.#panel.hidden || this.#search());
    room.changes.applied.on(({ change }) => this.#update(change));
  }

  get hasFocus() {
    return this.#panel.contains(document.activeElement);
  }

  /** @param {string} text */
  open(text) {
    this.#panel.hidden = false;
    this.overlays.open("search", () => this.close());
    this.#text.value = text;
    this.#text.focus();
    this.#search();
  }

  close() {
    if (this.#panel.hidden) return;
    clearTimeout(this.#timer);
    this.#version++;
    this.#panel.hidden = true;
    this.overlays.closed("search");
    this.transcript.clearHits();
    byId("words", HTMLTextAreaElement).focus();
  }

  /** @param {KeyboardEvent} event */
  #handleKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const hits = [...this.#results.querySelectorAll("button")];
    const at = hits.findIndex((one) => one === document.activeElement);
    if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && at >= 0) {
      // Firefox does not turn Enter into a click while its window has no focus, as when headless.
      hits[at].click();
    } else if (event.key === "Enter" && document.activeElement === this.#text) {
      if (this.#shownQuery === this.#text.value) hits[0]?.click();
      else this.#search();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const isDown = event.key === "ArrowDown";
      if (isDown && at < 0 && this.#shownQuery !== this.#text.value) return this.#search(true);
      const next = at + (isDown ? 1 : -1);
      (next < 0 ? this.#text : hits[Math.min(next, hits.length - 1)])?.focus();
    } else {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {boolean} [focusesFirst] Whether the first result gets the focus. */
  #search(focusesFirst = false) {
    clearTimeout(this.#timer);
    this.#focusesFirst = focusesFirst;
    if (this.#results.contains(document.activeElement)) this.#text.focus();
    this.#version++;
    this.#foundCount = 0;
    this.#shownQuery = this.#text.value;
    this.#results.replaceChildren();
    this.#shown.clear();
    const query = parseSearchQuery(this.#text.value);
    this.#count.textContent = problemText(query);
    if (query.problem || !hasCriteria(query)) return;
    const isLocal = !this.history.isAvailable;
    if (this.room.shown.isPrivate) this.#searchPrivate(query);
    else if (isLocal) this.#show(query, this.#searchTranscript(query), undefined);
    else this.#searchHistory(query, { asPhrase: query.texts.length > 1 });
  }

  /**
   * Searches the shown conversation, after the server's matches were added to it.
   * @param {SearchQuery} query
   */
  async #searchPrivate(query) {
    const version = this.#version;
    const { name } = this.room.shown;
    const longest = query.texts.reduce((one, other) => (other.length > one.length ? other : one), "");
    if (name !== null) await this.privateHistory.find(name, longest);
    if (version === this.#version) this.#show(query, this.#searchTranscript(query), undefined);
  }

  /**
   * The server searches for one text per request: first the input as a phrase, then its longest
   * word; the page drops results without the other words.
   * @param {SearchQuery} query
   * @param {Cursor} from
   */
  async #searchHistory(query, from) {
    const version = this.#version;
    const filters = this.#filtersOf(query);
    const longest = query.texts.reduce((one, other) => (other.length > one.length ? other : one), "");
    /** @type {Entry[]} */
    const entries = [];
    /** @type {Cursor | undefined} */
    let next = from;
    for (let count = 0; next && entries.length < MIN_RESULTS && count < MAX_REQUESTS; count++) {
      /** @type {Cursor} */
      const { asPhrase, before } = next;
      const search = asPhrase ? query.phrase : longest;
      const result = await this.history.search({ search, ...filters, before });
      if (version !== this.#version) return;
      if (!result) {
        return this.#show(query, count === 0 ? this.#searchTranscript(query) : entries, undefined);
      }

      const found = result.messages
        .map((message) => this.room.entryOf(message))
        .filter(({ text, isGone }) => !isGone && (asPhrase || matchesWordsOnly(query, text)));
      entries.push(...found);
      next = cursorAfter(result.next, asPhrase);
    }

    this.#show(query, entries.sort((one, other) => other.id - one.id), next);
  }

  /** The filters as the server expects them. @param {SearchQuery} query */
  #filtersOf({ from, since, until }) {
    const zone = this.room.welcome?.zone;
    const format = (/** @type {number | undefined} */ moment) => (
      moment === undefined ? undefined : timeOf(moment, zone));
    return { from, since: format(since), until: format(until) };
  }

  /** @param {SearchQuery} query */
  #searchTranscript(query) {
    return this.room.shown.entries
      .filter((entry) => matches(query, entry))
      .reverse()
      .slice(0, MAX_LOCAL_RESULTS);
  }

  /**
   * @param {SearchQuery} query
   * @param {Entry[]} entries Newest first.
   * @param {Cursor | undefined} next
   */
  #show(query, entries, next) {
    const more = this.#results.querySelector(".more");
    const hadFocus = more?.contains(document.activeElement);
    more?.remove();
    const rows = entries.map((entry) => this.#resultFor(entry, query.texts));
    this.#results.append(...rows);
    this.#foundCount += entries.length;
    this.#count.textContent = countText(this.#foundCount, next !== undefined);
    if (next) {
      const showMore = () => this.#searchHistory(query, next);
      const moreButton = button(t("moreResults"), showMore, { class: "quiet" });
      this.#results.append(make("li", { class: "more" }, moreButton));
    }

    if (this.#focusesFirst && rows.length > 0) rows[0].querySelector("button")?.focus();
    this.#focusesFirst = false;
    if (hadFocus) (rows[0] ?? this.#results.lastElementChild)?.querySelector("button")?.focus();
  }

  /**
   * @param {Entry} entry
   * @param {string[]} texts
   */
  #resultFor(entry, texts) {
    const row = make("button", { type: "button", class: "row" });
    row.addEventListener("click", () => {
      this.#results.querySelector("[aria-current]")?.removeAttribute("aria-current");
      row.setAttribute("aria-current", "true");
      if (matchMedia("(width <= 720px)").matches) this.#hidePanel();
      this.transcript.showEntry(entry, texts);
    });
    const draw = () => row.replaceChildren(...contentOf(entry, texts));
    draw();
    if (entry.id > 0) this.#shown.set(entry.id, { entry, draw });
    return make("li", {}, row);
  }

  /** Shows a message as it is now. @param {Entry} change */
  #update(change) {
    const shown = this.#shown.get(change.of ?? 0);
    if (!shown) return;
    Object.assign(shown.entry, after(shown.entry, change));
    shown.draw();
  }

  /** Makes room for the transcript on a small screen; the hit stays highlighted. */
  #hidePanel() {
    this.#panel.hidden = true;
    this.overlays.closed("search");
  }
}

/** @param {SearchQuery} query */
function problemText({ problem }) {
  if (!problem) return "";
  return t(problem.about === "time" ? "noTime" : "nothingBehind", problem.what);
}

/**
 * @param {number} count
 * @param {boolean} hasMore
 */
function countText(count, hasMore) {
  if (hasMore) return t("foundMore", count);
  return count === 0 ? t("foundNothing") : t("found", count);
}

/**
 * After the last result for the phrase come those for the words.
 * @param {number | undefined} before
 * @param {boolean} asPhrase
 * @returns {Cursor | undefined}
 */
function cursorAfter(before, asPhrase) {
  if (before !== undefined) return { asPhrase, before };
  return asPhrase ? { asPhrase: false } : undefined;
}

/**
 * Whether a text has all words, but not as the phrase, which was searched for before.
 * @param {SearchQuery} query
 * @param {string} text
 */
function matchesWordsOnly({ texts, phrase }, text) {
  const hasPhrase = texts.length > 1 && containsAll(text, [phrase]);
  return containsAll(text, texts) && !hasPhrase;
}

/**
 * @param {SearchQuery} query
 * @param {Entry} entry
 */
function matches({ texts, from, since = -Infinity, until = Infinity }, entry) {
  const isFrom = from === undefined || nameKey(entry.nick) === nameKey(from);
  const isInTime = entry.time >= since && entry.time < until;
  return isMemberMessage(entry) && isFrom && isInTime && containsAll(entry.text, texts);
}
