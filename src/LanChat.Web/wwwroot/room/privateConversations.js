import { load, ofRoom, save } from "../storage.js";
import { Conversation } from "./conversation.js";
import { nameKey } from "./names.js";

/**
 * @typedef {{
 *   name: string, entries: import("./entries.js").Entry[],
 *   unread: number, isHidden: boolean, draft: string,
 * }} Stored
 */

const STORAGE_KEY = ofRoom("private");
const SAVE_DELAY = 200;
// Entries stored per conversation. A smaller number is tried if the storage is full.
const MAX_STORED = [500, 100, 20, 0];

/**
 * The private conversations. The server keeps those between accounts for some days only, and none
 * of guests, so the page stores them for as long as its tab is open.
 */
export class PrivateConversations {
  /** @type {Map<string, Conversation>} */
  #byKey = new Map();
  /** What `loadedFrom` is of a conversation of which nothing else was loaded. */
  #loadedFrom = 0;
  /** @type {number | undefined} */
  #timer;

  constructor() {
    for (const { name, ...stored } of load(STORAGE_KEY, /** @type {Stored[]} */ ([]))) {
      Object.assign(this.with(name), stored, { hasMentions: stored.unread > 0 });
    }

    addEventListener("pagehide", () => this.#save());
  }

  /** The conversations that are not hidden. */
  get all() {
    return [...this.#byKey.values()].filter((one) => !one.isHidden);
  }

  /** The serial of the last message that the server keeps; 0 for none. */
  get lastSerial() {
    return Math.max(0, ...[...this.#byKey.values()].map((conversation) => conversation.lastSerial));
  }

  /** The conversation with somebody, if there is one. @param {string} name */
  find(name) {
    return this.#byKey.get(nameKey(name));
  }

  /** @param {string} name */
  with(name) {
    const key = nameKey(name);
    const existing = this.#byKey.get(key);
    if (existing) return existing;
    const conversation = new Conversation(name);
    conversation.setLoadedFrom(this.#loadedFrom);
    conversation.changed.on(() => this.saveSoon());
    this.#byKey.set(key, conversation);
    return conversation;
  }

  /** @param {number} serial From this one on the messages of all conversations are here; 0: all. */
  setLoadedFrom(serial) {
    this.#loadedFrom = serial;
    for (const conversation of this.#byKey.values()) conversation.setLoadedFrom(serial);
  }

  /** Hides a conversation; its messages stay. @param {Conversation} conversation */
  hide(conversation) {
    conversation.isHidden = true;
    conversation.markRead();
    this.saveSoon();
  }

  /** @param {Conversation} conversation */
  remove(conversation) {
    if (conversation.name !== null) this.#byKey.delete(nameKey(conversation.name));
    this.saveSoon();
  }

  clear() {
    this.#byKey.clear();
    this.#save();
  }

  /**
   * Continues a conversation under a member's new nickname.
   * @param {string} before
   * @param {string} now
   */
  rename(before, now) {
    const conversation = this.#byKey.get(nameKey(before));
    if (!conversation || this.#byKey.has(nameKey(now))) return;
    conversation.name = now;
    const entries = [...this.#byKey];
    this.#byKey = new Map(entries.map(([key, one]) => [one === conversation ? nameKey(now) : key, one]));
    this.saveSoon();
  }

  saveSoon() {
    this.#timer ??= setTimeout(() => this.#save(), SAVE_DELAY);
  }

  #save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const conversations = [...this.#byKey.values()];
    MAX_STORED.some((max) => save(STORAGE_KEY, conversations.map((one) => toStored(one, max))));
  }
}

/**
 * @param {Conversation} conversation
 * @param {number} max
 */
function toStored({ name, entries, unread, isHidden, draft }, max) {
  return { name, entries: max > 0 ? entries.slice(-max) : [], unread, isHidden, draft };
}
