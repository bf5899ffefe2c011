/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {{ nick: string, text: string, isGone?: boolean }} Quote What a reply shows of the
 *   message it replies to; an empty nickname if nothing is known of that.
 */

const MAX_QUOTE = 100;

/**
 * A message as replies to it show it: its beginning, on one line.
 * @param {{ nick: string, text: string, isGone?: boolean }} message
 * @returns {Quote}
 */
export function quoteOf({ nick, text, isGone }) {
  const characters = Array.from(text.trim().replaceAll(/\s+/gu, " "));
  const start = characters.slice(0, MAX_QUOTE).join("");
  return { nick, text: characters.length > MAX_QUOTE ? `${start}…` : start, isGone };
}

/** Keeps the quotes in the room's messages as the quoted messages are now. */
export class Quotes {
  /**
   * @param {import("./conversation.js").Conversation} conversation
   * @param {import("./messageChanges.js").MessageChanges} changes
   */
  constructor(conversation, changes) {
    this.conversation = conversation;
    this.changes = changes;
    changes.applied.on(({ change }) => this.#update(change.of));
  }

  /** A message that is here. @param {number} id @returns {Entry | undefined} */
  find(id) {
    const { entries, newest } = this.conversation;
    const isIt = (/** @type {Entry} */ entry) => entry.id === id;
    return entries.find(isIt) ?? newest.find(isIt);
  }

  /**
   * A message with its quote as it is now. A reply to the user mentions them.
   * @param {Entry} message
   * @returns {Entry}
   */
  upToDate(message) {
    const { re, mine, isGone } = message;
    if (re === undefined) return message;
    const answersMe = !mine && !isGone && (message.answersMe || this.find(re)?.mine);
    const mentions = message.mentions || answersMe === true;
    return { ...message, quote: this.now(re, message.quote), answersMe, mentions };
  }

  /**
   * A quote as it is now.
   * @param {number} id The quoted message.
   * @param {Quote} [quote] As it was.
   * @returns {Quote}
   */
  now(id, quote = { nick: "", text: "" }) {
    const original = this.find(id);
    if (original) return quoteOf(original);
    const change = this.changes.lastOf(id);
    if (change?.kind === "recalled") return { nick: quote.nick, text: "", isGone: true };
    return change ? quoteOf({ nick: quote.nick || change.nick, text: change.text }) : quote;
  }

  /** @param {number | undefined} id The message that has changed. */
  #update(id) {
    if (id === undefined) return;
    const { entries, newest } = this.conversation;
    for (const reply of new Set([...entries, ...newest].filter(({ re }) => re === id))) {
      reply.quote = this.now(id, reply.quote);
      this.conversation.redraw(reply);
    }
  }
}
