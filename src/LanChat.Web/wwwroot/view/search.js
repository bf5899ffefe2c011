import { isMemberMessage } from "../room/entries.js";
import { nameKey } from "../room/names.js";
import { clockTimeOf, dayOf, timeOf, formatDateTime } from "../room/time.js";
import { containsAll, hasCriteria, findMatches, parseSearchQuery } from "../composing/searchQuery.js";
import { t } from "../text/language.js";
import { button, byId, make } from "./dom.js";
import { nameTag } from "./names.js";
import { highlightHits } from "./words.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("../composing/searchQuery.js").SearchQuery} SearchQuery
 * @typedef {{ inRow: boolean, before?: number }} Next
 */

const PAUSE = 250;
// In characters as people see them, and at most so many units.
const AROUND = 60;
const MOST_AROUND = 2000;
const MOST_OF_TALK = 200;
const ENOUGH = 20;
// Where little is found the server looks at a part of the history at a time: so many are asked for without being told to.
const MOST_PARTS = 20;

/** Finds what was said: in the whole history where the room can be asked, else in the talk that is here; private words are here only. */
export class SearchView {
  #panel = byId("search", HTMLElement);
  #text = byId("search-text", HTMLInputElement);
  #count = byId("search-count", HTMLElement);
  #results = byId("search-results", HTMLOListElement);
  #asked = 0;
  #found = 0;
  /** What is shown is what was found for this. */
  #shownFor = "";
  #goesToFirst = false;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../room/history.js").History} history
   * @param {{ goTo: (entry: Entry, hits: string[]) => void, forgetHits: () => void }} talk
   * @param {import("./layers.js").Layers} layers
   */
  constructor(room, history, talk, layers) {
    this.room = room;
    this.history = history;
    this.talk = talk;
    this.layers = layers;
    byId("open-search", HTMLButtonElement).onclick = () => this.open("");
    byId("close-search", HTMLButtonElement).onclick = () => this.close();
    this.#panel.addEventListener("keydown", (event) => this.#press(event));
    this.#text.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#begin(), PAUSE);
    });
    room.shownChanged.on(() => this.#panel.hidden || this.#begin());
  }

  get hasFocus() {
    return this.#panel.contains(document.activeElement);
  }

  /** @param {string} text */
  open(text) {
    this.#panel.hidden = false;
    this.layers.open("search", () => this.close());
    this.#text.value = text;
    this.#text.focus();
    this.#begin();
  }

  close() {
    if (this.#panel.hidden) return;
    clearTimeout(this.#timer);
    this.#asked++;
    this.#panel.hidden = true;
    this.layers.closed("search");
    this.talk.forgetHits();
    byId("words", HTMLTextAreaElement).focus();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const hits = [...this.#results.querySelectorAll("button")];
    const at = hits.findIndex((one) => one === document.activeElement);
    if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && at >= 0) {
      // Firefox does not turn Enter into a click in a window without focus, which a headless one is.
      hits[at].click();
    } else if (event.key === "Enter" && document.activeElement === this.#text) {
      if (this.#shownFor === this.#text.value) hits[0]?.click();
      else this.#begin();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (event.key === "ArrowDown" && at < 0 && this.#shownFor !== this.#text.value) return this.#begin(true);
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      (next < 0 ? this.#text : hits[Math.min(next, hits.length - 1)])?.focus();
    } else {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {boolean} [goesToFirst] Whether the first hit is waited for. */
  #begin(goesToFirst = false) {
    clearTimeout(this.#timer);
    this.#goesToFirst = goesToFirst;
    if (this.#results.contains(document.activeElement)) this.#text.focus();
    this.#asked++;
    this.#found = 0;
    this.#shownFor = this.#text.value;
    this.#results.replaceChildren();
    const words = parseSearchQuery(this.#text.value);
    const { problem } = words;
    this.#count.textContent = problem ? t(problem.about === "time" ? "noTime" : "nothingBehind", problem.what) : "";
    if (problem || !hasCriteria(words)) return;
    if (this.history.isAvailable && !this.room.shown.isPrivate) this.#ask(words, { inRow: words.texts.length > 1 });
    else this.#show(words, this.#inTalk(words), undefined);
  }

  /**
   * The room looks for one text at a time: first for what was typed as it stands, then for the longest word, and what has the others is shown.
   * @param {SearchQuery} words
   * @param {Next} from Where it goes on.
   */
  async #ask(words, from) {
    const [question, zone] = [this.#asked, this.room.welcome?.zone];
    const [since, until] = [words.since, words.until].map((moment) => (moment === undefined ? undefined : timeOf(moment, zone)));
    const longest = words.texts.reduce((one, other) => (other.length > one.length ? other : one), "");
    /** @type {Entry[]} */
    const entries = [];
    /** @type {Next | undefined} */
    let next = from;
    for (let part = 0; next && entries.length < ENOUGH && part < MOST_PARTS; part++) {
      /** @type {Next} */
      const { inRow, before } = next;
      const found = await this.history.search({ search: inRow ? words.phrase : longest, from: words.from, since, until, before });
      if (question !== this.#asked) return;
      if (!found) return this.#show(words, part === 0 ? this.#inTalk(words) : entries, undefined);
      const those = found.messages.map((message) => this.room.entryOf(message));
      entries.push(...those.filter(({ text }) => inRow || (containsAll(text, words.texts) && !isInRow(words, text))));
      next = found.next !== undefined ? { inRow, before: found.next } : inRow ? { inRow: false } : undefined;
    }

    this.#show(words, entries.sort((one, other) => other.id - one.id), next);
  }

  /** @param {SearchQuery} words */
  #inTalk({ texts, from, since = -Infinity, until = Infinity }) {
    return this.room.shown.entries.filter((entry) => (
      isMemberMessage(entry) && containsAll(entry.text, texts) && entry.time >= since && entry.time < until
      && (from === undefined || nameKey(entry.nick) === nameKey(from)))).reverse().slice(0, MOST_OF_TALK);
  }

  /**
   * @param {SearchQuery} words
   * @param {Entry[]} entries Newest first.
   * @param {Next | undefined} next Where it goes on.
   */
  #show(words, entries, next) {
    const more = this.#results.querySelector(".more");
    const hadFocus = more?.contains(document.activeElement);
    more?.remove();
    const rows = entries.map((entry) => this.#resultFor(entry, words.texts));
    this.#results.append(...rows);
    this.#found += entries.length;
    this.#count.textContent = next ? t("foundMore", this.#found) : this.#found === 0 ? t("foundNothing") : t("found", this.#found);
    if (next) this.#results.append(make("li", { class: "more" }, button(t("moreResults"), () => this.#ask(words, next), { class: "quiet" })));
    if (this.#goesToFirst && rows.length > 0) rows[0].querySelector("button")?.focus();
    this.#goesToFirst = false;
    if (hadFocus) (rows[0] ?? this.#results.lastElementChild)?.querySelector("button")?.focus();
  }

  /**
   * @param {Entry} entry
   * @param {string[]} texts
   */
  #resultFor(entry, texts) {
    const words = make("span", { class: "snippet", dir: "auto" }, ...snippet(entry.file?.name ?? entry.text, texts));
    const about = make("time", { class: "muted", title: formatDateTime(entry.time) }, `${dayOf(entry.time)} ${clockTimeOf(entry.time)}`);
    const row = make("button", { type: "button", class: "row" }, nameTag(entry.nick), about, words);
    row.addEventListener("click", () => {
      this.#results.querySelector("[aria-current]")?.removeAttribute("aria-current");
      row.setAttribute("aria-current", "true");
      if (matchMedia("(width <= 720px)").matches) this.#fold();
      this.talk.goTo(entry, texts);
    });
    return make("li", {}, row);
  }

  /** On a small screen the talk has the room that the hits had; what was found stays marked. */
  #fold() {
    this.#panel.hidden = true;
    this.layers.closed("search");
  }
}

/** @param {SearchQuery} words @param {string} text */
function isInRow({ texts, phrase }, text) {
  return texts.length > 1 && containsAll(text, [phrase]);
}

/**
 * What stands around the first place where it was found.
 * @param {string} text
 * @param {string[]} texts
 */
function snippet(text, texts) {
  const [start, end] = findMatches(text, texts)[0] ?? [0, 0];
  const near = Math.max(0, start - MOST_AROUND);
  const characters = [...new Intl.Segmenter().segment(text.slice(near, end + 2 * MOST_AROUND))].map(({ index }) => near + index);
  const at = Math.max(0, characters.findLastIndex((index) => index <= start) - AROUND);
  const last = characters.findIndex((index) => index >= end);
  const from = characters[at] ?? 0;
  const to = (last < 0 ? undefined : characters[last + 2 * AROUND]) ?? Math.min(text.length, end + 2 * MOST_AROUND);
  return [...(from > 0 ? ["…"] : []), ...highlightHits(text.slice(from, to), texts), ...(to < text.length ? ["…"] : [])];
}
