import { isMemberMessage } from "../room/entries.js";
import { systemText } from "../room/systemMessages.js";
import { t } from "../text/language.js";
import { byId } from "./dom.js";
import { formatSize } from "./fileCard.js";

/**
 * Shows the unread count in the window title, and announces new entries to screen readers in a live
 * region that holds only the latest one.
 */
export class Announcer {
  #live = byId("live", HTMLElement);

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
    room.hasAttention = () => document.visibilityState === "visible" && document.hasFocus();
    room.changed.on(() => this.#count());
    room.entryAdded.on((entry) => this.#announce(entry));
    room.changes.applied.on(({ change, live }) => live && !change.mine && this.say(announcementOf(change)));
    for (const event of ["focus", "visibilitychange"]) {
      addEventListener(event, () => room.hasAttention() && room.markRead());
    }
  }

  /** Announces an answer that the user has asked for. @param {string} text */
  say(text) {
    this.#live.textContent = text;
  }

  #count() {
    const { conversations, welcome } = this.room;
    const unread = conversations.reduce((sum, one) => sum + one.unread, 0);
    const mark = conversations.some((one) => one.hasMentions) ? "!" : "";
    if (welcome) document.title = unread > 0 ? `(${unread}${mark}) ${welcome.room}` : welcome.room;
  }

  /** @param {import("../room/entries.js").Entry} entry */
  #announce(entry) {
    if (entry.mine) return;
    this.say(isMemberMessage(entry) ? announcementOf(entry) : systemText(entry));
  }
}

/**
 * A message as a screen reader or a notification announces it.
 * @param {import("../room/entries.js").Entry} entry
 */
export function announcementOf({ kind, nick, text, file, answersMe }) {
  if (kind === "recalled") return t("tookBack", nick);
  const content = file ? t("fileFrom", file.name, formatSize(file.size)) : text;
  if (kind === "private") return t("heardPrivately", nick, content);
  if (answersMe) return t("heardReply", nick, content);
  return t(kind === "acted" ? "heardAct" : kind === "edited" ? "heardEdit" : "heard", nick, content);
}
