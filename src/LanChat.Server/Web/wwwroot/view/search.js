import { dayOf, clockOf } from "../room/time.js";
import { t } from "../text/language.js";
import { button, byId, make } from "./dom.js";
import { nameTag } from "./names.js";
import { marked } from "./words.js";

const PAUSE = 250;
const AROUND = 60;
const MOST_OF_TALK = 200;

/** Finds what was said: in the whole history where the room can be asked, else in the talk that is here; private words are here only. */
export class SearchView {
  #panel = byId("search", HTMLElement);
  #text = byId("search-text", HTMLInputElement);
  #count = byId("search-count", HTMLElement);
  #results = byId("search-results", HTMLOListElement);
  #asked = 0;
  #found = 0;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../room/history.js").History} history
   * @param {(id: number) => void} goTo
   */
  constructor(room, history, goTo) {
    this.room = room;
    this.history = history;
    this.goTo = goTo;
    byId("open-search", HTMLButtonElement).onclick = () => this.open("");
    byId("close-search", HTMLButtonElement).onclick = () => this.close();
    this.#panel.onkeydown = (event) => event.key === "Escape" && !event.isComposing && this.close();
    this.#text.oninput = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#begin(), PAUSE);
    };
    room.turned.on(() => this.#panel.hidden || this.#begin());
  }

  /** @param {string} text */
  open(text) {
    this.#panel.hidden = false;
    this.#text.value = text;
    this.#text.focus();
    this.#begin();
  }

  close() {
    this.#panel.hidden = true;
    byId("words", HTMLTextAreaElement).focus();
  }

  #begin() {
    this.#asked++;
    this.#found = 0;
    this.#results.replaceChildren();
    this.#count.textContent = "";
    const wanted = this.#text.value.trim();
    if (wanted === "") return;
    if (this.history.isThere && !this.room.shown.isPrivate) this.#ask(wanted, undefined);
    else this.#show(wanted, this.#inTalk(wanted), undefined);
  }

  /**
   * @param {string} wanted
   * @param {number | undefined} before
   */
  async #ask(wanted, before) {
    const question = this.#asked;
    const found = await this.history.find(wanted, before);
    if (question !== this.#asked) return;
    const entries = found ? found.messages.map((message) => this.room.entryOf(message)) : this.#inTalk(wanted);
    this.#show(wanted, entries, found?.next);
  }

  /** @param {string} wanted */
  #inTalk(wanted) {
    const text = wanted.toLowerCase();
    return this.room.shown.entries.filter((entry) => entry.nick !== "" && entry.text.toLowerCase().includes(text)).reverse().slice(0, MOST_OF_TALK);
  }

  /**
   * @param {string} wanted
   * @param {import("../room/entries.js").Entry[]} entries Newest first.
   * @param {number | undefined} next Where it goes on.
   */
  #show(wanted, entries, next) {
    this.#results.querySelector(".more")?.remove();
    this.#results.append(...entries.map((entry) => this.#resultFor(entry, wanted)));
    this.#found += entries.length;
    this.#count.textContent = next !== undefined ? t("foundMore", this.#found) : this.#found === 0 ? t("foundNothing") : t("found", this.#found);
    if (next === undefined) return;
    const more = button(t("moreResults"), () => this.#ask(wanted, next), { class: "quiet" });
    this.#results.append(make("li", { class: "more" }, more));
  }

  /**
   * @param {import("../room/entries.js").Entry} entry
   * @param {string} wanted
   */
  #resultFor(entry, wanted) {
    const words = make("span", { class: "snippet", dir: "auto" }, ...snippet(entry.file?.name ?? entry.text, wanted));
    const about = make("span", { class: "muted" }, `${dayOf(entry.time)} ${clockOf(entry.time)}`);
    const row = make("button", { type: "button", class: "row" }, nameTag(entry.nick), about, words);
    row.onclick = () => entry.id > 0 && this.goTo(entry.id);
    return make("li", {}, row);
  }
}

/**
 * What stands around the first place where it was found.
 * @param {string} text
 * @param {string} wanted
 */
function snippet(text, wanted) {
  const at = Math.max(0, text.toLowerCase().indexOf(wanted.toLowerCase()));
  const from = Math.max(0, at - AROUND);
  const shown = (from > 0 ? "…" : "") + text.slice(from, at + wanted.length + AROUND * 2);
  const place = shown.toLowerCase().indexOf(wanted.toLowerCase());
  return marked(shown, place < 0 ? [] : [[place, place + wanted.length]], "hit");
}
