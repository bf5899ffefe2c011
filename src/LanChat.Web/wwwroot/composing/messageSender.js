import { fitsLine, split } from "../wire/splitting.js";
import { runCommand } from "./commands.js";
import { replaceEmojiCodes } from "./emoji.js";
import { asksRecipient, stopAskingRecipient } from "./recipientQuestion.js";
import { parseLeadingMention } from "./recipients.js";

/**
 * @typedef {"said" | "acted" | "private"} Kind
 * @typedef {import("./replying.js").Reply} Reply
 */

/** Sends the user's input: to the room, as a private message, or as a command. */
export class MessageSender {
  /**
   * The last input and its conversation, to restore it there if it is refused.
   * @type {{ typed: string, conversation: string | null }}
   */
  #typed = { typed: "", conversation: null };

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   * @param {import("./editing.js").Editing} editing
   * @param {import("./replying.js").Replying} replying
   * @param {import("./command.js").PageActions} actions
   */
  constructor(session, room, editing, replying, actions) {
    this.session = session;
    this.room = room;
    this.editing = editing;
    this.replying = replying;
    this.actions = actions;
  }

  /**
   * Handles a line of input. The shown conversation is the recipient.
   * @param {string} typed
   * @returns {boolean} False if the user is asked for the recipient first.
   */
  submit(typed) {
    const text = typed.replaceAll("\0", "").trimEnd();
    this.#typed = { typed, conversation: this.room.shown.name };
    if (text.trim().length === 0) return true;
    if (text.startsWith("/") && !text.startsWith("//")) runCommand(text.slice(1), this);
    else return this.#sendOrAsk(text.startsWith("//") ? text.slice(1) : text, text);
    return true;
  }

  /** @param {string} text */
  sendAction(text) {
    this.#sendPieces("acted", text, undefined, this.replying.take());
  }

  /**
   * @param {import("../room/entries.js").Entry} entry The message that is replied to.
   * @param {string} text
   */
  sendReply(entry, text) {
    const typed = text.startsWith("/") ? `/${text}` : text;
    this.#typed = { typed, conversation: null };
    this.#sendPieces("said", text, undefined, this.replying.to(entry));
  }

  /**
   * @param {string} to
   * @param {string} text
   */
  sendPrivate(to, text) {
    this.#sendPieces("private", text, to);
    this.room.showConversation(to);
  }

  /**
   * Sends a message to a conversation.
   * @param {string | null} to Null for the room.
   * @param {string} text
   * @param {string} [typed] The input that sends this text.
   * @param {Reply} [reply]
   */
  sendTo(to, text, typed = text, reply = undefined) {
    this.#typed = { typed, conversation: to };
    if (to === null) this.#sendPieces("said", text, undefined, reply);
    else this.#sendPieces("private", text, to);
  }

  /**
   * @param {string} text
   * @param {string} typed
   */
  #sendOrAsk(text, typed) {
    const partner = this.room.shown.name;
    const mentioned = partner === null && asksRecipient() ? parseLeadingMention(text) : undefined;
    if (mentioned) this.#askRecipient(text, mentioned);
    else this.sendTo(partner, text, typed, this.replying.take());
    return !mentioned;
  }

  /**
   * Asks the recipient question, once.
   * @param {string} text
   * @param {{ to: string, text: string }} mentioned
   */
  #askRecipient(text, mentioned) {
    this.actions.askRecipient(mentioned.to, (isPrivate) => {
      stopAskingRecipient();
      if (isPrivate) this.sendPrivate(mentioned.to, mentioned.text);
      else this.sendTo(null, text, text, this.replying.take());
    });
  }

  /**
   * @param {Kind} kind
   * @param {string} typed
   * @param {string | undefined} to
   * @param {Reply} [reply] The first piece is one.
   */
  #sendPieces(kind, typed, to, reply) {
    const re = reply && { re: reply.id };
    const fits = (/** @type {string} */ piece) => (
      fitsLine({ ...requestFor(kind, piece, to), ...re }, this.room.welcome?.line));
    const pieces = split(replaceEmojiCodes(typed), fits);
    const { typed: input, conversation: where } = this.#typed;
    for (const [at, text] of pieces.entries()) {
      const message = { kind, text, to, typed: pieces.length === 1 ? input : text, where };
      const request = requestFor(kind, text, to);
      if (at === 0 && reply) this.session.send({ ...request, ...re }, { ...message, reply });
      else this.session.send(request, message);
    }
  }
}

/**
 * @param {Kind} kind
 * @param {string} text
 * @param {string | undefined} to
 */
function requestFor(kind, text, to) {
  if (kind === "said") return { say: text };
  return kind === "acted" ? { act: text } : { tell: text, to };
}
