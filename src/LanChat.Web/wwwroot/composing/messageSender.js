import { fitsLine, split } from "../wire/splitting.js";
import { runCommand } from "./commands.js";
import { replaceEmojiCodes } from "./emoji.js";
import { asksRecipient, stopAskingRecipient } from "./recipientQuestion.js";
import { parseLeadingMention } from "./recipients.js";

/** @typedef {"said" | "acted" | "private"} Kind */

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
   * @param {import("./command.js").PageActions} actions
   */
  constructor(session, room, editing, actions) {
    this.session = session;
    this.room = room;
    this.editing = editing;
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
    this.#sendPieces("acted", text, undefined);
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
   */
  sendTo(to, text, typed = text) {
    this.#typed = { typed, conversation: to };
    if (to === null) this.#sendPieces("said", text, undefined);
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
    else this.sendTo(partner, text, typed);
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
      else this.sendTo(null, text);
    });
  }

  /**
   * @param {Kind} kind
   * @param {string} typed
   * @param {string | undefined} to
   */
  #sendPieces(kind, typed, to) {
    const fits = (/** @type {string} */ piece) => (
      fitsLine(requestFor(kind, piece, to), this.room.welcome?.line));
    const pieces = split(replaceEmojiCodes(typed), fits);
    const { typed: input, conversation: where } = this.#typed;
    for (const text of pieces) {
      const message = { kind, text, to, typed: pieces.length === 1 ? input : text, where };
      this.session.send(requestFor(kind, text, to), message);
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
