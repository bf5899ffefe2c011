import { t } from "../text/language.js";
import { button, byId } from "./dom.js";
import { divider, linesFor, pendingLine } from "./line.js";

/** @typedef {import("../room/entries.js").Entry} Entry */

const NEAR_END = 48;
const NEAR_TOP = 300;

/** The talk of the conversation that is shown. It stays at its end while new words come, unless the user has gone back in it. */
export class TalkView {
  #scroller = byId("scroller", HTMLElement);
  #list = byId("talk", HTMLOListElement);
  #pending = byId("pending", HTMLOListElement);
  #older = byId("older", HTMLElement);
  #toEnd = byId("to-end", HTMLButtonElement);
  #staysAtEnd = true;
  #top = 0;
  #below = 0;
  /** @type {import("../room/conversation.js").Conversation | undefined} */
  #shown;
  /** @type {WeakSet<import("../room/conversation.js").Conversation>} */
  #followed = new WeakSet();

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/history.js").History} history
   */
  constructor(room, session, history) {
    this.room = room;
    this.session = session;
    this.history = history;
    room.turned.on(() => this.show());
    session.sending.on(() => this.#showPending());
    this.#scroller.onscroll = () => this.#scrolled();
    this.#toEnd.onclick = () => this.goToEnd();
    // Once a frame, however many lines came.
    const size = new ResizeObserver(() => this.#keepPlace());
    for (const part of [this.#scroller, this.#list, this.#pending]) size.observe(part);
    this.show();
  }

  /** Draws it anew: another conversation, or another language. */
  show() {
    const { shown } = this.room;
    if (this.#shown !== shown) {
      this.#shown = shown;
      this.#staysAtEnd = true;
      if (!this.#followed.has(shown)) shown.changed.on((change) => shown === this.#shown && this.#change(change));
      this.#followed.add(shown);
    }

    this.#draw();
  }

  /** To what was said last. */
  async goToEnd() {
    if (this.room.shown.hasNewer) await this.history.showNewest();
    this.#staysAtEnd = true;
    this.#keepPlace();
  }

  goToTop() {
    this.#scroller.scrollTop = 0;
  }

  /** Shows a message, wherever in the history it is. @param {number} id */
  async goTo(id) {
    this.room.turnTo(null);
    this.#staysAtEnd = false;
    if (!this.#lineOf(id)) await this.history.showAround(id);
    const line = this.#lineOf(id);
    if (!line) return;
    this.#staysAtEnd = false;
    line.scrollIntoView({ block: "center" });
    line.classList.remove("pointed");
    requestAnimationFrame(() => line.classList.add("pointed"));
  }

  /** @param {import("../room/conversation.js").Change} change */
  #change(change) {
    if (change.what !== "added") return this.#redraw(change.what);
    const { entries, firstUnread } = this.room.shown;
    this.#list.append(...this.#linesFor(change.entry, entries.at(-2), firstUnread));
    if (change.entry.mine) this.#staysAtEnd = true;
    if (!this.#staysAtEnd && change.live) this.#below++;
  }

  /** Draws it anew and leaves what is seen where it is. @param {"older" | "newer" | "filled" | "trimmed" | "replaced"} what */
  #redraw(what) {
    const { scrollTop, scrollHeight } = this.#scroller;
    const first = what === "trimmed" && this.#lineOf(this.room.shown.entries[0].id);
    if (first) while (first.previousSibling) first.previousSibling.remove();
    else this.#draw();
    if (this.#staysAtEnd || what === "replaced") return;
    this.#scroller.scrollTop = what === "newer" ? scrollTop : scrollTop + this.#scroller.scrollHeight - scrollHeight;
  }

  #draw() {
    const { shown } = this.room;
    const { entries, firstUnread } = shown;
    this.#list.replaceChildren(...entries.flatMap((entry, at) => this.#linesFor(entry, entries[at - 1], firstUnread)));
    this.#older.hidden = shown.isPrivate || entries.length === 0;
    this.#older.textContent = t(shown.hasOlder ? "loadingOlder" : "beginning");
    this.#showPending();
    this.#keepPlace();
  }

  /**
   * @param {Entry} entry
   * @param {Entry | undefined} before
   * @param {Entry | undefined} firstUnread
   */
  #linesFor(entry, before, firstUnread) {
    const lines = linesFor(entry, before, this.room.nick);
    if (entry.gap) lines.at(-1)?.append(" ", button(t("showMissed"), () => this.#fill(entry), { class: "quiet" }));
    if (entry === firstUnread) lines.splice(-1, 0, divider("new", t("newOnes")));
    return lines;
  }

  /** @param {Entry} gap */
  async #fill(gap) {
    this.#scroller.focus({ preventScroll: true });
    await this.history.fill(gap);
  }

  #showPending() {
    const { name } = this.room.shown;
    const mine = this.session.outbox.unsaid.filter(({ words }) => (words?.to ?? null) === name);
    this.#pending.replaceChildren(...mine.map(({ words }) => pendingLine(words?.text ?? "")));
  }

  #keepPlace() {
    if (this.#staysAtEnd) this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#scrolled();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    if (clientHeight === 0) return;
    const { shown } = this.room;
    // What grows below is not the user going back; only going up is.
    const isNearEnd = scrollHeight - scrollTop - clientHeight < NEAR_END && !shown.hasNewer;
    this.#staysAtEnd = isNearEnd || (this.#staysAtEnd && !shown.hasNewer && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (this.#staysAtEnd) this.#below = 0;
    this.#toEnd.hidden = this.#staysAtEnd;
    this.#toEnd.textContent = `↓ ${this.#below > 0 ? t("toUnread", this.#below) : t("toEnd")}`;
    if (scrollTop < NEAR_TOP && shown.hasOlder) this.history.loadOlder();
    else if (scrollHeight - scrollTop - clientHeight < NEAR_TOP && shown.hasNewer) this.history.loadNewer();
  }

  /** @param {number} id @returns {HTMLElement | null} */
  #lineOf(id) {
    return this.#list.querySelector(`[data-id="${id}"]`);
  }
}
