import { sizeOf, split } from "../wire/splitting.js";
import { mentionedFirst } from "./addressing.js";
import { readCommand } from "./commands.js";
import { withEmoji } from "./emoji.js";
import { asksAboutMentions, learnAboutMentions } from "./habits.js";

/** @typedef {"said" | "acted" | "private"} Way */

// What a request has besides its text: the field names, the ref, and the brackets.
const ROOM_FOR_REF = 40;
const DEFAULT_LINE = 65_536;

/** Says what the user typed: to everyone, to one person, or as a command. */
export class Speaker {
  /** What is said goes back there if it is refused. @type {{ typed: string, where: string | null }} */
  #typed = { typed: "", where: null };

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   * @param {import("./commands.js").Desk} desk
   */
  constructor(session, room, desk) {
    this.session = session;
    this.room = room;
    this.desk = desk;
  }

  /**
   * @param {string} typed What is shown decides whom it is for.
   * @returns {boolean} Whether it is done with; else the user is asked what it is.
   */
  enter(typed) {
    const text = typed.replaceAll("\0", "").trimEnd();
    this.#typed = { typed, where: this.room.shown.name };
    if (text.trim().length === 0) return true;
    if (text.startsWith("/") && !text.startsWith("//")) readCommand(text.slice(1), this);
    else return this.#speak(text.startsWith("//") ? text.slice(1) : text, text);
    return true;
  }

  /** @param {string} text */
  act(text) {
    this.#cut("acted", text, undefined);
  }

  /**
   * @param {string} to
   * @param {string} text
   */
  tell(to, text) {
    this.#cut("private", text, to);
    this.room.showConversation(to);
  }

  /**
   * Says it to whom a conversation is with.
   * @param {string | null} to Null for everyone.
   * @param {string} text
   * @param {string} [typed] How it would be typed.
   */
  sayTo(to, text, typed = text) {
    this.#typed = { typed, where: to };
    if (to === null) this.#cut("said", text, undefined);
    else this.#cut("private", text, to);
  }

  /**
   * @param {string} text
   * @param {string} typed
   */
  #speak(text, typed) {
    const partner = this.room.shown.name;
    const mentioned = partner === null && asksAboutMentions() ? mentionedFirst(text) : undefined;
    if (mentioned) this.#ask(text, mentioned);
    else this.sayTo(partner, text, typed);
    return !mentioned;
  }

  /**
   * Where such a text used to be for one person only the first one is asked about.
   * @param {string} text
   * @param {{ to: string, text: string }} mentioned
   */
  #ask(text, mentioned) {
    this.desk.askWhom(mentioned.to, (isPrivate) => {
      learnAboutMentions();
      if (isPrivate) this.tell(mentioned.to, mentioned.text);
      else this.sayTo(null, text);
    });
  }

  /**
   * @param {Way} way
   * @param {string} typed
   * @param {string | undefined} to
   */
  #cut(way, typed, to) {
    const most = (this.room.welcome?.line ?? DEFAULT_LINE) - ROOM_FOR_REF;
    const pieces = split(withEmoji(typed), (piece) => sizeOf(requestFor(way, piece, to)) <= most);
    const { typed: whole, where } = this.#typed;
    for (const text of pieces) this.session.send(requestFor(way, text, to), { kind: way, text, to, typed: pieces.length === 1 ? whole : text, where });
  }
}

/**
 * @param {Way} way
 * @param {string} text
 * @param {string | undefined} to
 */
function requestFor(way, text, to) {
  return way === "said" ? { say: text } : way === "acted" ? { act: text } : { tell: text, to };
}
