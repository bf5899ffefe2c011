import { Conversation } from "./conversation.js";
import { nameKey } from "./names.js";

/** The conversations with one person each. */
export class PrivateTalks {
  /** @type {Map<string, Conversation>} */
  #byKey = new Map();

  get all() {
    return [...this.#byKey.values()];
  }

  /** @param {string} name */
  with(name) {
    const key = nameKey(name);
    const known = this.#byKey.get(key);
    if (known) return known;
    const conversation = new Conversation(name);
    this.#byKey.set(key, conversation);
    return conversation;
  }

  /** @param {Conversation} conversation */
  forget(conversation) {
    if (conversation.name !== null) this.#byKey.delete(nameKey(conversation.name));
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
  }
}
