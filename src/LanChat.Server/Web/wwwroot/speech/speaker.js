import { t } from "../text/language.js";
import { sizeOf, split } from "../wire/splitting.js";
import { addresseeOf } from "./addressing.js";
import { readCommand } from "./commands.js";
import { withEmoji } from "./emoji.js";

/** @typedef {"said" | "acted" | "private"} Way */

// What a request has besides its text: the field names, the ref, and the brackets.
const ROOM_FOR_REF = 40;
const DEFAULT_LINE = 65_536;

/** Says what the user typed: to everyone, to one person, or as a command. */
export class Speaker {
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

  /** @param {string} typed What is shown decides whom it is for. */
  enter(typed) {
    const text = typed.replaceAll("\0", "").trimEnd();
    if (text.trim().length === 0) return;
    if (text.startsWith("//")) return this.#speak(text.slice(1));
    if (text.startsWith("/")) return readCommand(text.slice(1), this);
    this.#speak(text);
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
    this.room.turnTo(to);
  }

  /** @param {string} text */
  #speak(text) {
    const partner = this.room.shown.name;
    const addressed = partner === null ? addresseeOf(text) : undefined;
    if (addressed) this.tell(addressed.to, addressed.text);
    else if (partner === null && text.startsWith("@")) this.#missAddressee();
    else if (partner === null) this.#cut("said", text, undefined);
    else this.#cut("private", text, partner);
  }

  /** Half of what was meant for one person is never said to everyone. */
  #missAddressee() {
    this.room.note(t("somethingMissing", `@${t("argName")} ${t("argText")}`, t("toOne")));
  }

  /**
   * @param {Way} way
   * @param {string} typed
   * @param {string | undefined} to
   */
  #cut(way, typed, to) {
    const most = (this.room.welcome?.line ?? DEFAULT_LINE) - ROOM_FOR_REF;
    for (const text of split(withEmoji(typed), (piece) => sizeOf(requestFor(way, piece, to)) <= most)) {
      this.session.send(requestFor(way, text, to), { kind: way, text, to });
    }
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
