import { save, load } from "../storage.js";
import { Conversation } from "./conversation.js";
import { nameKey } from "./names.js";

/** @typedef {{ name: string, entries: import("./entries.js").Entry[], unread: number, isHidden: boolean, draft: string }} Kept */

const STORAGE_KEY = "private";
const PAUSE = 200;
// So many in each are kept, and fewer where the browser has no room for them.
const MOST_KEPT = [500, 100, 20, 0];

/** The conversations with one person each. The room keeps no private words, so this page does, as long as its tab is there. */
export class PrivateTalks {
  /** @type {Map<string, Conversation>} */
  #byKey = new Map();
  /** @type {number | undefined} */
  #timer;

  constructor() {
    for (const { name, ...kept } of load(STORAGE_KEY, /** @type {Kept[]} */ ([]))) Object.assign(this.with(name), kept, { calls: kept.unread > 0 });
    addEventListener("pagehide", () => this.#keep());
  }

  /** Those that are shown. */
  get all() {
    return [...this.#byKey.values()].filter((one) => !one.isHidden);
  }

  /** @param {string} name */
  with(name) {
    const key = nameKey(name);
    const known = this.#byKey.get(key);
    if (known) return known;
    const conversation = new Conversation(name);
    conversation.changed.on(() => this.keepSoon());
    this.#byKey.set(key, conversation);
    return conversation;
  }

  /** Puts it away; nothing of it is lost. @param {Conversation} conversation */
  hide(conversation) {
    conversation.isHidden = true;
    conversation.see();
    this.keepSoon();
  }

  /** @param {Conversation} conversation */
  forget(conversation) {
    if (conversation.name !== null) this.#byKey.delete(nameKey(conversation.name));
    this.keepSoon();
  }

  forgetAll() {
    this.#byKey.clear();
    this.#keep();
  }

  /**
   * The talk goes on with who has another name.
   * @param {string} before
   * @param {string} now
   */
  rename(before, now) {
    const conversation = this.#byKey.get(nameKey(before));
    if (!conversation || this.#byKey.has(nameKey(now))) return;
    conversation.name = now;
    this.#byKey = new Map([...this.#byKey].map(([key, one]) => [one === conversation ? nameKey(now) : key, one]));
    this.keepSoon();
  }

  keepSoon() {
    this.#timer ??= setTimeout(() => this.#keep(), PAUSE);
  }

  #keep() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const talks = [...this.#byKey.values()];
    MOST_KEPT.some((most) => save(STORAGE_KEY, talks.map(({ name, entries, unread, isHidden, draft }) => (
      { name, entries: most > 0 ? entries.slice(-most) : [], unread, isHidden, draft }))));
  }
}
