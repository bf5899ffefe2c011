import { t } from "../text/language.js";
import { Blocks } from "./blocks.js";
import { copyTalk } from "./copying.js";
import { button, byId } from "./dom.js";
import { divider, linesFor, pendingLine } from "./line.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("../room/conversation.js").Conversation} Conversation
 */

const NEAR_END = 48;
const NEAR_TOP = 600;
const OF_PAGE = 0.9;

/** The talk of the conversation that is shown. It stays at its end while new words come, unless the user has gone back in it. */
export class TalkView {
  #scroller = byId("scroller", HTMLElement);
  #list = byId("talk", HTMLOListElement);
  #pending = byId("pending", HTMLOListElement);
  #older = byId("older", HTMLElement);
  #toEnd = byId("to-end", HTMLButtonElement);
  #blocks;
  #staysAtEnd = true;
  #top = 0;
  #height = 0;
  #room = 0;
  #below = 0;
  /** The line that is read, which stays where it is. @type {{ entry: Entry, top: number } | undefined} */
  #read;
  /** The hit that was gone to. @type {Entry | undefined} */
  #pointed;
  /** @type {string[]} */
  #hits = [];
  /** @type {Conversation | undefined} */
  #shown;
  /** @type {WeakSet<Conversation>} */
  #followed = new WeakSet();

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/history.js").History} history
   * @param {{ showsComings: () => boolean, giveBack: (outgoing: import("../wire/outbox.js").OutgoingRequest) => void }} desk
   */
  constructor(room, session, history, desk) {
    this.room = room;
    this.session = session;
    this.history = history;
    this.desk = desk;
    this.#blocks = new Blocks(this.#list, (entries, before) => this.#draw(entries, before), desk.showsComings);
    room.shownChanged.on(() => this.show());
    room.entryAdded.on((entry) => entry.mine && this.#speak());
    session.outboxChanged.on(() => this.#showPending());
    session.state.on(() => this.#showPending());
    this.#scroller.addEventListener("scroll", () => this.#hear());
    this.#toEnd.onclick = () => this.goToEnd();
    copyTalk(this.#list, (line) => this.#blocks.entryOf(line));
    // Once a frame, however many lines came.
    const size = new ResizeObserver(() => this.#keepPlace());
    for (const part of [this.#scroller, this.#list, this.#pending]) size.observe(part);
    this.show();
    this.#showNextDay();
  }

  /** Draws it anew: another conversation, or another language. */
  show() {
    const { shown } = this.room;
    if (this.#shown !== shown) {
      this.#shown = shown;
      this.#staysAtEnd = true;
      this.#read = undefined;
      if (!this.#followed.has(shown)) shown.changed.on((change) => shown === this.#shown && this.#change(change));
      this.#followed.add(shown);
    }

    this.#blocks.drawAll(shown.entries);
    this.#showEdges();
    this.#showPending();
    this.#keepPlace();
  }

  /** Who speaks looks at what is said now. */
  #speak() {
    if (this.#pointed) this.forgetHits();
    if (this.room.shown.hasNewer) this.goToEnd();
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

  /** @param {number} pages Back where it is less than nothing. */
  scrollBy(pages) {
    this.#scroller.scrollTop += pages * OF_PAGE * this.#scroller.clientHeight;
  }

  /**
   * Shows what was found, wherever in the history it is, and marks it until another one is.
   * @param {Entry} found
   * @param {string[]} hits What was looked for.
   */
  async goTo(found, hits) {
    const { everyone } = this.room;
    const isIn = (/** @type {Entry} */ entry) => (found.id > 0 ? entry.id === found.id : entry === found);
    if (found.id > 0 && this.room.shown !== everyone) this.room.showConversation(null);
    this.#staysAtEnd = false;
    if (found.id > 0 && !everyone.entries.some(isIn)) await this.history.showAround(found.id);
    const entry = this.room.shown.entries.find(isIn);
    this.#point(entry, hits);
    const line = entry && this.#blocks.lineOf(entry);
    if (!line) return;
    this.#staysAtEnd = false;
    line.scrollIntoView({ block: "center" });
    this.#remember();
  }

  /** Nothing is looked for any more. */
  forgetHits() {
    this.#point(undefined, []);
  }

  /**
   * @param {Entry | undefined} entry
   * @param {string[]} hits
   */
  #point(entry, hits) {
    const before = this.#pointed;
    [this.#pointed, this.#hits] = [entry, hits];
    for (const one of [before, entry]) if (one) this.#blocks.redraw(this.room.shown.entries, one);
    this.#keepPlace();
  }

  /** @param {import("../room/conversation.js").Change} change */
  #change(change) {
    const { entries } = this.room.shown;
    this.#blocks.change(entries, change);
    if (change.isReplaced) this.#read = undefined;
    if (change.live && entries[change.at].mine) this.#staysAtEnd = true;
    if (change.live && !this.#staysAtEnd) this.#below++;
    this.#showEdges();
    // Before it is painted: what is read stays where it is. What goes at the end moves nothing.
    if (!this.#staysAtEnd && (change.added > 0 || change.at === 0)) this.#keepPlace();
  }

  #showEdges() {
    const { entries, isPrivate, hasOlder } = this.room.shown;
    const first = entries.find(({ id }) => id > 0)?.id ?? 0;
    this.#older.hidden = !isPrivate && entries.length === 0;
    this.#older.textContent = t(isPrivate ? "privateKept" : hasOlder ? "loadingOlder" : first === 1 ? "beginning" : "noOlder");
  }

  /**
   * @param {Entry[]} entries
   * @param {Entry | undefined} before
   */
  #draw(entries, before) {
    const [entry] = entries;
    const { shown, nick } = this.room;
    const isPointed = entry === this.#pointed;
    const dismiss = (/** @type {Entry} */ one) => shown.fill(one, []);
    const lines = linesFor(entries, before, { nick, hits: isPointed ? this.#hits : [], dismiss });
    const line = lines[lines.length - 1];
    if (isPointed) line.classList.add("pointed");
    if (entry.gap) line.append(" ", button(t("showMissed"), () => this.#fill(entry), { class: "quiet" }));
    if (shown.firstUnread && entries.includes(shown.firstUnread)) lines.splice(-1, 0, divider("new", t("newOnes")));
    return lines;
  }

  /** @param {Entry} gap */
  async #fill(gap) {
    this.#scroller.focus({ preventScroll: true });
    await this.history.fill(gap);
  }

  #showPending() {
    const { name } = this.room.shown;
    const mine = this.session.outbox.unsentMessages.filter(({ message }) => (message?.to ?? null) === name);
    this.#pending.replaceChildren(...mine.map((outgoing) => (
      pendingLine(outgoing.message?.text ?? "", !this.session.isJoined, outgoing.sent ? undefined : () => this.desk.giveBack(outgoing)))));
  }

  #keepPlace() {
    if (this.#staysAtEnd) this.#scroller.scrollTop = this.#scroller.scrollHeight;
    else if (this.#read) {
      const line = this.#blocks.lineOf(this.#read.entry);
      if (line) this.#scroller.scrollTop = line.offsetTop - this.#read.top;
    }

    this.#scrolled();
  }

  /** Where the talk, or the room for it, has another size it was not the user who scrolled. */
  #hear() {
    const { scrollHeight, clientHeight } = this.#scroller;
    const isSame = scrollHeight === this.#height && clientHeight === this.#room;
    if (isSame || !this.#staysAtEnd) this.#scrolled();
    else this.#keepPlace();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    if (clientHeight === 0) return;
    const { shown } = this.room;
    // What grows below is not the user going back; only going up is.
    const isNearEnd = scrollHeight - scrollTop - clientHeight < NEAR_END && !shown.hasNewer;
    this.#staysAtEnd = isNearEnd || (this.#staysAtEnd && !shown.hasNewer && scrollTop >= this.#top);
    [this.#top, this.#height, this.#room] = [scrollTop, scrollHeight, clientHeight];
    this.#remember();
    if (this.#staysAtEnd) {
      this.#below = 0;
      shown.trim();
    }

    this.#toEnd.hidden = this.#staysAtEnd;
    const label = `↓ ${this.#below > 0 ? t("toUnread", this.#below) : t("toEnd")}`;
    if (this.#toEnd.textContent !== label) this.#toEnd.textContent = label;
    if (scrollTop < NEAR_TOP && shown.hasOlder) this.history.loadOlder();
    else if (scrollHeight - scrollTop - clientHeight < NEAR_TOP && shown.hasNewer) this.history.loadNewer();
  }

  #remember() {
    const found = this.#staysAtEnd ? undefined : this.#blocks.lineAt(this.#scroller.scrollTop);
    this.#read = found && { entry: found.entry, top: found.line.offsetTop - this.#scroller.scrollTop };
  }

  /** What was today is yesterday then. */
  #showNextDay() {
    const midnight = new Date();
    midnight.setHours(24, 0, 1, 0);
    setTimeout(() => {
      this.show();
      this.#showNextDay();
    }, midnight.valueOf() - Date.now());
  }
}
