import { Signal } from "../signal.js";
import { refusal, t } from "../text/language.js";
import { Code } from "../wire/frames.js";
import { Conversation } from "./conversation.js";
import { entryOf, gapEntry, isMemberMessage, ownEntry } from "./entries.js";
import { Members } from "./members.js";
import { isChange, MessageChanges } from "./messageChanges.js";
import { PrivateConversations } from "./privateConversations.js";
import { Quotes } from "./quotes.js";
import { noticeText } from "./systemMessages.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("../wire/frames.js").Message} Message
 * @typedef {import("../wire/frames.js").Member} Member
 * @typedef {import("../wire/frames.js").Welcome} Welcome
 * @typedef {import("../wire/outbox.js").OutgoingRequest} OutgoingRequest
 */

/** What is said if a request is refused. @type {Record<string, "notChanged" | "notTakenBack">} */
const UNDONE = { edited: "notChanged", recalled: "notTakenBack" };

/** The state of the room as the user sees it, from the frames of the server. */
export class Room {
  /** @type {Welcome | undefined} */
  welcome;
  nick = "";
  isIgnoring = false;
  /**
   * The settings of the room; empty if the server is old.
   * @type {import("../wire/frames.js").RoomSettings}
   */
  settings = {};
  /** Those who wait to be admitted; told to those who decide. @type {string[]} */
  asks = [];
  members = new Members();
  everyone = new Conversation(null);
  changes = new MessageChanges(this.everyone);
  quotes = new Quotes(this.everyone, this.changes);
  #private = new PrivateConversations();
  shown = this.everyone;
  /** Whether the user is looking at the page. */
  hasAttention = () => true;

  /** The room, its members or its conversations changed. @type {Signal<void>} */
  changed = new Signal();
  /** @type {Signal<Conversation>} */
  shownChanged = new Signal();
  /** A live entry, not one of the history. @type {Signal<Entry>} */
  entryAdded = new Signal();
  /** A message was refused. @type {Signal<import("../wire/outbox.js").OutgoingMessage>} */
  refused = new Signal();

  /** @type {import("../wire/frames.js").Notice} */
  #notice = "";
  /**
   * The last message id, and its log id unless the server is old.
   * @type {{ id: number, log?: string }}
   */
  #resumePoint = { id: 0 };
  /** The last offline message. */
  #lastOfflineId = 0;
  /** Whether the room's history was replaced while the page was open. */
  #hasNewHistory = false;
  /** @type {import("../wire/frames.js").Role | undefined} */
  #role;
  /** Whether live messages were received: messages missed after a disconnect are then unread. */
  #hasReceivedLive = false;

  get notice() {
    return noticeText(this.#notice);
  }

  /** What the user is here; a guest if the server is old. */
  get role() {
    return this.#role?.role ?? "guest";
  }

  /** Whether the server has several rooms, roles and settings. */
  get hasRooms() {
    return this.welcome?.rooms === true;
  }

  /** Whether the user has an account, to which other devices can be linked. */
  get hasAccount() {
    return this.welcome?.account === true;
  }

  /**
   * Whether the user may do something here, as the server says. An old server has no roles:
   * everybody speaks.
   * @param {string} action
   */
  may(action) {
    return this.#role ? this.#role.may.includes(action) : action === "speak" || action === "private";
  }

  /** For how long own messages can be changed, in milliseconds. */
  get changeTime() {
    return 1000 * (this.#role?.edits ?? 0);
  }

  get conversations() {
    return [this.everyone, ...this.#private.all];
  }

  /** @param {{ frame: import("../wire/frames.js").Frame, outgoing?: OutgoingRequest }} received */
  handle({ frame: { code, data }, outgoing }) {
    switch (code) {
      case Code.welcome: this.#handleWelcome(data); break;
      case Code.history: this.#addHistory(data); break;
      case Code.message: for (const message of data) this.#addMessage(message, true); break;
      case Code.members: this.members.replace(data); break;
      case Code.changes: this.members.change(data); break;
      case Code.away: this.members.setAway(data); this.#noteOwnAway(outgoing); break;
      case Code.notice: this.#notice = data; break;
      case Code.nick: this.nick = data; break;
      case Code.ignoring: this.#setIgnoring(data); break;
      case Code.missed: this.#addGap(data); break;
      case Code.known: this.#addAcknowledged(outgoing); this.#noteOwnAway(outgoing); break;
      case Code.role: this.#role = data; break;
      case Code.settings: this.settings = data; break;
      case Code.asks: this.asks = data.map((/** @type {Member} */ [name]) => name); break;
      case Code.devices: this.#noteDevices(data); break;
      case Code.waits: this.addNote(t("waits", data.to)); break;
      case Code.error: this.#handleRefusal(data, outgoing); break;
      default: return;
    }

    this.changed.emit();
  }

  /**
   * Shows the conversation with somebody, or with everyone.
   * @param {string | null} name
   */
  showConversation(name) {
    const next = this.conversationWith(name);
    if (next !== this.shown) this.shown.firstUnread = undefined;
    this.shown = next;
    next.isHidden = false;
    next.markRead();
    this.shownChanged.emit(next);
    this.changed.emit();
  }

  /** @param {string | null} name Null for everyone. */
  conversationWith(name) {
    return name === null ? this.everyone : this.#private.with(name);
  }

  /** The private conversation with somebody, if there is one. @param {string} name */
  privateWith(name) {
    return this.#private.find(name);
  }

  /** The id of the last message of the room; 0 for none. */
  get lastId() {
    return this.#resumePoint.id;
  }

  /** Hides a private conversation until its next message. @param {Conversation} conversation */
  hide(conversation) {
    this.#private.hide(conversation);
    if (this.shown === conversation) this.showConversation(null);
    else this.changed.emit();
  }

  /** The serial of the last private message that the server keeps; 0 for none. */
  get lastSerial() {
    return this.#private.lastSerial;
  }

  /**
   * Adds private messages that the server keeps.
   * @param {Message[]} messages
   * @param {number} known The last one that was known before a lost connection: later ones are
   *   unread; 0: none is.
   */
  addPrivateMessages(messages, known) {
    const entries = messages.map((message) => this.entryOf(message));
    const conversationOf = (/** @type {Entry} */ entry) => this.#privateOf(entry, entry.to ?? "");
    for (const [conversation, part] of Map.groupBy(entries, conversationOf)) {
      for (const entry of conversation.insert(part)) {
        if (known === 0 || (entry.serial ?? 0) <= known || entry.mine) continue;
        conversation.isHidden = false;
        if (conversation !== this.shown || !this.hasAttention()) conversation.countUnread(entry);
      }
    }

    this.changed.emit();
  }

  /** @param {number} serial From this one on all private messages are here; 0: all are. */
  setPrivateLoadedFrom(serial) {
    this.#private.setLoadedFrom(serial);
  }

  savePrivateConversations() {
    this.#private.saveSoon();
  }

  /** Deletes the private conversations, so the next user of this computer cannot read them. */
  clearPrivateConversations() {
    this.#private.clear();
  }

  /** Shows a hint in the current conversation, to this user only. @param {string} text */
  addNote(text) {
    const entry = ownEntry("note", text);
    this.shown.add(entry, true);
    this.entryAdded.emit(entry);
  }

  /** Marks the shown conversation as read: the user is looking again. */
  markRead() {
    this.shown.markRead();
    this.changed.emit();
  }

  /** @param {Message} message */
  entryOf(message) {
    return this.quotes.upToDate(this.changes.upToDate(entryOf(message, this.nick, this.welcome?.zone)));
  }

  /** @param {Welcome} welcome */
  #handleWelcome(welcome) {
    if (this.isIgnoring) this.addNote(t("letInAgain"));
    if (this.members.find(this.nick)?.away) this.addNote(t("noLongerAway"));
    this.welcome = welcome;
    this.nick = welcome.nick;
    this.isIgnoring = false;
    this.#role = undefined;
    this.asks = [];
    this.members.clear();
    const { log } = this.#resumePoint;
    if (log !== undefined && welcome.log !== undefined && welcome.log !== log) this.#startNewHistory();
  }

  /** The room's history was replaced: message ids mean other messages. */
  #startNewHistory() {
    this.#resumePoint = { id: 0, log: this.welcome?.log };
    this.#hasNewHistory = true;
    this.#lastOfflineId = 0;
    this.changes.clear();
    this.everyone.detachFromHistory();
    this.everyone.add(ownEntry("note", t("newHistory")), false);
  }

  /** @param {Message[]} messages The newest messages on joining, or the catch-up. */
  #addHistory(messages) {
    const first = messages.find(({ id }) => id > 0)?.id ?? 0;
    const isFirst = this.#resumePoint.id === 0 && first > 0;
    const isAvailable = this.welcome?.history !== undefined;
    if (isFirst && !this.#hasNewHistory) this.everyone.hasOlder = isAvailable && first > 1;
    const needsGap = isFirst && this.#hasNewHistory && first > 1;
    if (needsGap && this.everyone.entries.at(-1)?.kind !== "gap") {
      this.everyone.add(gapEntry({ after: 0, before: first }, isAvailable), false);
    }

    for (const message of messages) this.#addMessage(message, false);
  }

  /**
   * A new user has missed nothing: older messages are loaded on scrolling.
   * @param {{ after: number, before: number, count: number }} missed
   */
  #addGap(missed) {
    const isNews = missed.after > 0 || this.#resumePoint.id > 0 || this.#hasNewHistory;
    if (isNews) this.everyone.add(gapEntry(missed, this.welcome?.history !== undefined), false);
  }

  /**
   * The private conversation that an entry belongs to.
   * @param {Entry} entry
   * @param {string} to The recipient's nickname.
   */
  #privateOf(entry, to) {
    return this.#private.with(entry.mine ? to : entry.nick);
  }

  /**
   * @param {Message} message
   * @param {boolean} live
   */
  #addMessage(message, live) {
    if (message.waited !== undefined) {
      if (message.waited <= this.#lastOfflineId) return;
      this.#lastOfflineId = message.waited;
    }

    if (message.id > 0 && !this.#acceptId(message.id)) return;
    const entry = this.entryOf(message);
    if (isChange(entry)) return this.changes.apply(entry, live);
    if (entry.who !== undefined && entry.was !== undefined) this.#private.rename(entry.was, entry.who);
    const conversation = message.to === undefined ? this.everyone : this.#privateOf(entry, message.to);
    if (conversation.has(message.serial)) return;
    const isUnseen = conversation !== this.shown || !this.hasAttention();
    const isNew = live || this.#hasReceivedLive;
    if (isMemberMessage(entry) && !entry.mine && isUnseen && isNew) conversation.countUnread(entry);
    if (entry.mine) conversation.firstUnread = undefined;
    conversation.isHidden = false;
    conversation.add(entry, live);
    if (!live) return;
    this.#hasReceivedLive = true;
    this.entryAdded.emit(entry);
  }

  /**
   * Ids grow within a history; returns false for a message that is known already. If the server
   * sends no log id, a known id means that the history was replaced.
   * @param {number} id
   */
  #acceptId(id) {
    const log = this.welcome?.log;
    if (id <= this.#resumePoint.id) {
      if (log !== undefined && log === this.#resumePoint.log) return false;
      this.#startNewHistory();
    }

    this.#resumePoint = { id, log };
    return true;
  }

  /**
   * Adds a private message that was only acknowledged: it waits for its recipient, or the server
   * received it on a lost connection and does not send it again.
   * @param {OutgoingRequest | undefined} outgoing
   */
  #addAcknowledged(outgoing) {
    const message = outgoing?.message;
    if (!message || message.kind !== "private" || message.to === undefined) return;
    const { text, to } = message;
    const entry = { ...ownEntry("private", text), nick: this.nick, to, mine: true };
    this.#private.with(to).add(entry, false);
  }

  /** @param {OutgoingRequest | undefined} outgoing */
  #noteOwnAway(outgoing) {
    const away = outgoing?.request.away;
    if (away === undefined) return;
    const isShown = Boolean(this.members.find(this.nick)?.away);
    if (away) this.addNote(t(isShown ? "youAreAway" : "youAreAwayHere", String(away)));
    else this.addNote(t("youAreBack"));
  }

  /**
   * A device was linked to the account, or taken off; told to all of them.
   * @param {{
   *   devices: import("../wire/frames.js").Device[], linked?: number, unlinked?: string,
   * }} told
   */
  #noteDevices({ devices, linked, unlinked }) {
    const name = unlinked ?? devices.find(({ number }) => number === linked)?.name;
    if (name === undefined) return;
    this.addNote(t(linked === undefined ? "deviceUnlinked" : "deviceLinked", name || t("unknownDevice")));
  }

  /** @param {boolean} isIgnoring */
  #setIgnoring(isIgnoring) {
    this.isIgnoring = isIgnoring;
    this.addNote(t(isIgnoring ? "ignoring" : "notIgnoring"));
  }

  /**
   * @param {import("../wire/frames.js").Refusal} why
   * @param {OutgoingRequest | undefined} outgoing
   */
  #handleRefusal(why, outgoing) {
    if (outgoing?.answer || !this.welcome) return;
    const reason = refusal(why.error, why.text);
    const message = outgoing?.message;
    // Removes a private conversation that has no messages, as nobody can be reached in it.
    const partner = message?.to === undefined ? undefined : this.#private.with(message.to);
    if (partner && !partner.entries.some(isMemberMessage)) {
      this.#private.remove(partner);
      if (this.shown === partner) this.showConversation(message?.where ?? null);
    }

    this.addNote(message ? t(UNDONE[message.kind] ?? "notSent", message.text, reason) : reason);
    // It would be refused again as a reply.
    if (message && why.error === "no-such-message") message.reply = undefined;
    if (message && message.kind !== "recalled") this.refused.emit(message);
  }
}
