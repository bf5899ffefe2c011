import { t } from "../text/language.js";
import { Blocks } from "./blocks.js";
import { button, byId } from "./dom.js";
import { divider, edgeText, linesFor } from "./lines.js";
import { PendingLines } from "./pendingLines.js";
import { handleCopy } from "./transcriptCopy.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("../room/conversation.js").Conversation} Conversation
 */

const NEAR_END = 48;
const NEAR_TOP = 600;
const PAGE_FRACTION = 0.9;

/**
 * The transcript of the shown conversation. Stays scrolled to the end while messages arrive; else
 * the scroll anchor keeps the line the user reads in place.
 */
export class TranscriptView {
  #scroller = byId("scroller", HTMLElement);
  #list = byId("talk", HTMLOListElement);
  #older = byId("older", HTMLElement);
  #toEnd = byId("to-end", HTMLButtonElement);
  /** @readonly */
  blocks;
  #pending;
  #isPinnedToEnd = true;
  #scrollTop = 0;
  #contentHeight = 0;
  #viewportHeight = 0;
  #newCount = 0;
  /**
   * The scroll anchor: the topmost visible entry, and its distance from the top.
   * @type {{ entry: Entry, top: number } | undefined}
   */
  #anchor;
  /** The search hit that was scrolled to. @type {Entry | undefined} */
  #target;
  /** @type {string[]} */
  #hits = [];
  /** @type {Conversation | undefined} */
  #shown;
  /** @type {WeakSet<Conversation>} */
  #subscribed = new WeakSet();

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../wire/session.js").Session} session
   * @param {{
   *   history: import("../room/history.js").History,
   *   privateHistory: import("../room/privateHistory.js").PrivateHistory,
   * }} histories
   * @param {{
   *   showsJoinsAndLeaves: () => boolean,
   *   restore: (outgoing: import("../wire/outbox.js").OutgoingRequest) => void,
   *   askReaders: (id: number, body: HTMLElement) => void, showOriginal: (id: number) => void,
   * }} actions
   */
  constructor(room, session, { history, privateHistory }, actions) {
    this.room = room;
    this.history = history;
    this.privateHistory = privateHistory;
    this.actions = actions;
    const draw = (/** @type {Entry[]} */ entries, /** @type {Entry | undefined} */ before) => (
      this.#draw(entries, before));
    this.blocks = new Blocks(this.#list, draw, actions.showsJoinsAndLeaves);
    room.shownChanged.on(() => this.show());
    room.entryAdded.on((entry) => entry.mine && this.#handleOwnMessage());
    this.#pending = new PendingLines(room, session, actions.restore);
    this.#scroller.addEventListener("scroll", () => this.#handleScroll());
    this.#toEnd.onclick = () => this.goToEnd();
    handleCopy(this.#list, (line) => this.blocks.entryOf(line));
    // The observer reports once a frame, for any number of new lines.
    const size = new ResizeObserver(() => this.#restoreScroll());
    for (const part of [this.#scroller, this.#list, byId("pending", HTMLElement)]) size.observe(part);
    this.show();
    this.#redrawAtMidnight();
  }

  /** Renders everything: another conversation or language is shown. */
  show() {
    const { shown } = this.room;
    if (this.#shown !== shown) {
      this.#shown = shown;
      this.#isPinnedToEnd = true;
      this.#anchor = undefined;
      this.#subscribe(shown);
    }

    this.blocks.drawAll(shown.entries);
    this.#showEdges();
    this.#pending.show();
    this.#restoreScroll();
  }

  /** @param {Conversation} conversation */
  #subscribe(conversation) {
    if (this.#subscribed.has(conversation)) return;
    this.#subscribed.add(conversation);
    conversation.changed.on((change) => {
      if (conversation === this.#shown) this.#applyChange(change);
    });
  }

  /** Returns to the end: a user who writes wants to see the newest messages. */
  #handleOwnMessage() {
    if (this.#target) this.clearHits();
    if (this.room.shown.hasNewer) this.goToEnd();
  }

  /** Scrolls to the newest message. */
  async goToEnd() {
    if (this.room.shown.hasNewer) await this.history.showNewest();
    this.#isPinnedToEnd = true;
    this.#restoreScroll();
  }

  goToTop() {
    this.#scroller.scrollTop = 0;
  }

  /** @param {number} pages Negative: up. */
  scrollBy(pages) {
    this.#scroller.scrollTop += pages * PAGE_FRACTION * this.#scroller.clientHeight;
  }

  /**
   * Scrolls to a message, loading its part of the history if needed, and highlights it.
   * @param {Entry | { id: number }} found A search hit, or the id of a message to everyone.
   * @param {string[]} hits The search texts to highlight.
   */
  async showEntry(found, hits) {
    const { everyone } = this.room;
    const isSame = (/** @type {Entry} */ entry) => (found.id > 0 ? entry.id === found.id : entry === found);
    if (found.id > 0 && this.room.shown !== everyone) this.room.showConversation(null);
    this.#isPinnedToEnd = false;
    if (found.id > 0 && !everyone.entries.some(isSame)) await this.history.showAround(found.id);
    const entry = this.room.shown.entries.find(isSame);
    this.#setTarget(entry, hits);
    const line = entry && this.blocks.lineOf(entry);
    if (!line) return undefined;
    this.#isPinnedToEnd = false;
    line.scrollIntoView({ block: "center" });
    this.#saveAnchor();
    return entry;
  }

  /** @param {Entry} [entry] Only if that is highlighted. */
  clearHits(entry = this.#target) {
    if (entry === this.#target) this.#setTarget(undefined, []);
  }

  /**
   * @param {Entry | undefined} entry
   * @param {string[]} hits
   */
  #setTarget(entry, hits) {
    const before = this.#target;
    [this.#target, this.#hits] = [entry, hits];
    for (const one of [before, entry]) if (one) this.blocks.redraw(this.room.shown.entries, one);
    this.#restoreScroll();
  }

  /** @param {import("../room/conversation.js").Change} change */
  #applyChange(change) {
    const { entries } = this.room.shown;
    this.blocks.change(entries, change);
    if (change.isReplaced) this.#anchor = undefined;
    if (change.live && entries[change.at].mine) this.#isPinnedToEnd = true;
    if (change.live && !this.#isPinnedToEnd) this.#newCount++;
    this.#showEdges();
    // Restores the anchor before the browser paints. Lines appended at the end move nothing.
    if (!this.#isPinnedToEnd && (change.added > 0 || change.at === 0)) this.#restoreScroll();
    else if (change.added + change.removed === 0) this.#updatePosition();
  }

  #showEdges() {
    const { shown } = this.room;
    this.#older.hidden = !shown.isPrivate && shown.entries.length === 0;
    this.#older.textContent = edgeText(shown);
  }

  /**
   * @param {Entry[]} entries
   * @param {Entry | undefined} before
   */
  #draw(entries, before) {
    const [entry] = entries;
    const { shown, nick } = this.room;
    const isTarget = entry === this.#target;
    const dismiss = (/** @type {Entry} */ one) => shown.fill(one, []);
    const { showOriginal } = this.actions;
    const askReaders = this.room.hasAccount ? this.actions.askReaders : undefined;
    const context = { nick, hits: isTarget ? this.#hits : [], dismiss, askReaders, showOriginal };
    const lines = linesFor(entries, before, context);
    const line = lines[lines.length - 1];
    if (isTarget) line.classList.add("pointed");
    if (entry.gap) {
      line.append(" ", button(t("showMissed"), () => this.#fill(entry), { class: "quiet" }));
    }

    const isFirstUnread = shown.firstUnread && entries.includes(shown.firstUnread);
    if (isFirstUnread) lines.splice(-1, 0, divider("new", t("newOnes")));
    return lines;
  }

  /** @param {Entry} gap */
  async #fill(gap) {
    this.#scroller.focus({ preventScroll: true });
    await this.history.fill(gap);
  }

  #restoreScroll() {
    if (this.#isPinnedToEnd) this.#scroller.scrollTop = this.#scroller.scrollHeight;
    else if (this.#anchor) {
      const line = this.blocks.lineOf(this.#anchor.entry);
      if (line) this.#scroller.scrollTop = line.offsetTop - this.#anchor.top;
    }

    this.#updatePosition();
  }

  /** A scroll event after a resize was not caused by the user. */
  #handleScroll() {
    const { scrollHeight, clientHeight } = this.#scroller;
    const isSame = scrollHeight === this.#contentHeight && clientHeight === this.#viewportHeight;
    if (isSame || !this.#isPinnedToEnd) this.#updatePosition();
    else this.#restoreScroll();
  }

  #updatePosition() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    if (clientHeight === 0) return;
    const { shown } = this.room;
    // Only scrolling up unpins the transcript: growing content does not.
    const isNearEnd = scrollHeight - scrollTop - clientHeight < NEAR_END && !shown.hasNewer;
    const hasScrolledUp = scrollTop < this.#scrollTop;
    this.#isPinnedToEnd = isNearEnd || (this.#isPinnedToEnd && !shown.hasNewer && !hasScrolledUp);
    this.#scrollTop = scrollTop;
    this.#contentHeight = scrollHeight;
    this.#viewportHeight = clientHeight;
    this.#saveAnchor();
    if (this.#isPinnedToEnd) {
      this.#newCount = 0;
      shown.trim();
    }

    this.#toEnd.hidden = this.#isPinnedToEnd;
    const label = `↓ ${this.#newCount > 0 ? t("toUnread", this.#newCount) : t("toEnd")}`;
    if (this.#toEnd.textContent !== label) this.#toEnd.textContent = label;
    const distanceToEnd = scrollHeight - scrollTop - clientHeight;
    if (scrollTop < NEAR_TOP && shown.hasOlder) this.#loadOlder();
    else if (distanceToEnd < NEAR_TOP && shown.hasNewer) this.history.loadNewer();
  }

  #loadOlder() {
    const { shown } = this.room;
    if (shown.isPrivate) this.privateHistory.loadOlder(shown);
    else this.history.loadOlder();
  }

  #saveAnchor() {
    const { scrollTop } = this.#scroller;
    const first = this.#isPinnedToEnd ? undefined : this.blocks.lineAt(scrollTop);
    this.#anchor = first && { entry: first.entry, top: first.line.offsetTop - scrollTop };
  }

  /** The dividers say "today" and "yesterday". */
  #redrawAtMidnight() {
    const midnight = new Date();
    midnight.setHours(24, 0, 1, 0);
    setTimeout(() => {
      this.show();
      this.#redrawAtMidnight();
    }, midnight.valueOf() - Date.now());
  }
}
