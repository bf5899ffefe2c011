import { isMemberMessage } from "../room/entries.js";
import { systemText } from "../room/systemMessages.js";
import { t } from "../text/language.js";
import { byId } from "./dom.js";
import { formatSize } from "./fileCard.js";

/** Tells who does not look, by the window's title, and who listens, by a region that holds nothing but the newest line. */
export class Attention {
  #live = byId("live", HTMLElement);

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
    room.hasAttention = () => document.visibilityState === "visible" && document.hasFocus();
    room.changed.on(() => this.#count());
    room.entryAdded.on((entry) => this.#announce(entry));
    for (const event of ["focus", "visibilitychange"]) addEventListener(event, () => room.hasAttention() && room.markRead());
  }

  #count() {
    const { conversations, welcome } = this.room;
    const unread = conversations.reduce((sum, one) => sum + one.unread, 0);
    const hasMentions = conversations.some((one) => one.hasMentions) ? "!" : "";
    if (!welcome) return;
    document.title = [unread > 0 && `(${unread}${hasMentions})`, welcome.room].filter(Boolean).join(" ");
  }

  /** @param {import("../room/entries.js").Entry} entry */
  #announce(entry) {
    if (entry.mine) return;
    this.#live.textContent = isMemberMessage(entry) ? spokenLine(entry) : systemText(entry);
  }
}

/** Somebody's words as they are read out. @param {import("../room/entries.js").Entry} entry */
export function spokenLine({ kind, nick, text, file }) {
  const words = file ? t("fileFrom", file.name, formatSize(file.size)) : text;
  return kind === "private" ? t("heardPrivately", nick, words) : kind === "acted" ? t("heardAct", nick, words) : t("heard", nick, words);
}
