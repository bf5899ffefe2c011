import { Signal } from "../signal.js";
import { refusal, t } from "../text/language.js";
import { Code } from "../wire/frames.js";
import { Conversation } from "./conversation.js";
import { entryOf, gapEntry, isSpoken, ownEntry } from "./entries.js";
import { Members } from "./members.js";
import { PrivateTalks } from "./privateTalks.js";
import { noticeInWords } from "./voice.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("../wire/frames.js").Message} Message
 * @typedef {import("../wire/frames.js").Welcome} Welcome
 * @typedef {import("../wire/outbox.js").OutgoingRequest} OutgoingRequest
 */

/** What this user knows of the room, by what it has said. */
export class Room {
  /** @type {Welcome | undefined} */
  welcome;
  nick = "";
  isIgnoring = false;
  members = new Members();
  everyone = new Conversation(null);
  #privately = new PrivateTalks();
  /** The conversation that is shown. */
  shown = this.everyone;
  /** Whether the user sees what is shown. */
  isSeen = () => true;

  /** Something about the room, its people or its conversations. @type {Signal<void>} */
  changed = new Signal();
  /** Another conversation is shown. @type {Signal<Conversation>} */
  turned = new Signal();
  /** Something was said just now. @type {Signal<Entry>} */
  said = new Signal();
  /** A text that the room refused. @type {Signal<import("../wire/outbox.js").OutgoingMessage>} */
  refused = new Signal();

  /** @type {import("../wire/frames.js").Notice} */
  #notice = "";
  /** The number of the last message, and the history it is of, where the room names that. @type {{ id: number, log?: string }} */
  #last = { id: 0 };
  /** The last of the private words that had waited. */
  #lastWaited = 0;
  /** Whether the room has begun anew since this page knows it. */
  #isAnew = false;
  /** Whether this user has been in: then what came while the connection was lost is news. */
  #hasBeenHere = false;

  /** The notice, in words. */
  get notice() {
    return noticeInWords(this.#notice);
  }

  get conversations() {
    return [this.everyone, ...this.#privately.all];
  }

  /** @param {{ frame: import("../wire/frames.js").Frame, outgoing?: OutgoingRequest }} received */
  hear({ frame: { code, data }, outgoing }) {
    switch (code) {
      case Code.welcome: this.#enter(data); break;
      case Code.history: this.#show(data); break;
      case Code.message: for (const message of data) this.#take(message, true); break;
      case Code.members: this.members.list(data); break;
      case Code.changes: this.members.change(data); break;
      case Code.away: this.members.leave(data); this.#noteAway(outgoing); break;
      case Code.notice: this.#notice = data; break;
      case Code.nick: this.nick = data; break;
      case Code.ignoring: this.#ignore(data); break;
      case Code.missed: this.#miss(data); break;
      case Code.known: this.#settle(outgoing); this.#noteAway(outgoing); break;
      case Code.waits: this.note(t("waits", data.to)); break;
      case Code.error: this.#refuse(data, outgoing); break;
      default: return;
    }

    this.changed.emit();
  }

  /**
   * Shows the conversation with somebody, or with everyone.
   * @param {string | null} name
   */
  turnTo(name) {
    const next = this.talkWith(name);
    if (next !== this.shown) this.shown.firstUnread = undefined;
    this.shown = next;
    next.isHidden = false;
    next.see();
    this.turned.emit(next);
    this.changed.emit();
  }

  /** @param {string | null} name Null for everyone. */
  talkWith(name) {
    return name === null ? this.everyone : this.#privately.with(name);
  }

  /** Puts a private conversation away, until something is said in it. @param {Conversation} conversation */
  hide(conversation) {
    this.#privately.hide(conversation);
    if (this.shown === conversation) this.turnTo(null);
    else this.changed.emit();
  }

  keepPrivateTalks() {
    this.#privately.keepSoon();
  }

  /** Nobody else at this computer is to read what was said privately. */
  forgetPrivateTalks() {
    this.#privately.forgetAll();
  }

  /** Tells the user something, where they look. @param {string} text */
  note(text) {
    const entry = ownEntry("note", text);
    this.shown.add(entry, true);
    this.said.emit(entry);
  }

  /** The user is looking again. */
  see() {
    this.shown.see();
    this.changed.emit();
  }

  /** A message as it is shown. @param {Message} message */
  entryOf(message) {
    return entryOf(message, this.nick, this.welcome?.zone);
  }

  /** @param {Welcome} welcome */
  #enter(welcome) {
    if (this.isIgnoring) this.note(t("letInAgain"));
    if (this.members.find(this.nick)?.away) this.note(t("noLongerAway"));
    this.welcome = welcome;
    this.nick = welcome.nick;
    this.isIgnoring = false;
    this.members.clear();
    const { log } = this.#last;
    if (log !== undefined && welcome.log !== undefined && welcome.log !== log) this.#beginAnew();
  }

  /** The room's history is another one: numbers mean other messages. */
  #beginAnew() {
    this.#last = { id: 0, log: this.welcome?.log };
    this.#isAnew = true;
    this.#lastWaited = 0;
    this.everyone.forgetNumbers();
    this.everyone.add(ownEntry("note", t("newHistory")), false);
  }

  /** @param {Message[]} messages What was said before, or was missed. */
  #show(messages) {
    const first = messages.find(({ id }) => id > 0)?.id ?? 0;
    const isFirst = this.#last.id === 0 && first > 0;
    const isThere = this.welcome?.history !== undefined;
    if (isFirst && !this.#isAnew) this.everyone.hasOlder = isThere && first > 1;
    if (isFirst && this.#isAnew && first > 1 && this.everyone.entries.at(-1)?.kind !== "gap") this.everyone.add(gapEntry({ after: 0, before: first }, isThere), false);
    for (const message of messages) this.#take(message, false);
  }

  /** @param {{ after: number, before: number, count: number }} missed Of who is new here it is no more than what there is to be gone back to. */
  #miss(missed) {
    const isNews = missed.after > 0 || this.#last.id > 0 || this.#isAnew;
    if (isNews) this.everyone.add(gapEntry(missed, this.welcome?.history !== undefined), false);
  }

  /**
   * @param {Message} message
   * @param {boolean} live
   */
  #take(message, live) {
    if (message.waited !== undefined) {
      if (message.waited <= this.#lastWaited) return;
      this.#lastWaited = message.waited;
    }

    if (message.id > 0 && !this.#takeNumber(message.id)) return;
    const entry = this.entryOf(message);
    if (entry.who !== undefined && entry.was !== undefined) this.#privately.rename(entry.was, entry.who);
    const conversation = message.to === undefined ? this.everyone : this.#privately.with(entry.mine ? message.to : entry.nick);
    const isUnseen = conversation !== this.shown || !this.isSeen();
    if (isSpoken(entry) && !entry.mine && isUnseen && (live || this.#hasBeenHere)) conversation.countUnread(entry);
    if (entry.mine) conversation.firstUnread = undefined;
    conversation.isHidden = false;
    conversation.add(entry, live);
    if (!live) return;
    this.#hasBeenHere = true;
    this.said.emit(entry);
  }

  /**
   * Order is by number. Of one history none comes twice; where the room does not name its history, one that came means that it began anew.
   * @param {number} id
   */
  #takeNumber(id) {
    const log = this.welcome?.log;
    if (id <= this.#last.id) {
      if (log !== undefined && log === this.#last.log) return false;
      this.#beginAnew();
    }

    this.#last = { id, log };
    return true;
  }

  /**
   * What was said came back by its number alone: private words that were heard by a connection that is lost are not told again.
   * @param {OutgoingRequest | undefined} outgoing
   */
  #settle(outgoing) {
    const words = outgoing?.message;
    if (!words || outgoing.echoed || words.kind !== "private" || words.to === undefined) return;
    this.#privately.with(words.to).add({ ...ownEntry("private", words.text), nick: this.nick, to: words.to, mine: true }, false);
  }

  /** @param {OutgoingRequest | undefined} outgoing This user's, where it is about being away. */
  #noteAway(outgoing) {
    if (outgoing?.request.away !== undefined) this.note(outgoing.request.away ? t("youAreAway", String(outgoing.request.away)) : t("youAreBack"));
  }

  /** @param {boolean} isIgnoring */
  #ignore(isIgnoring) {
    this.isIgnoring = isIgnoring;
    this.note(t(isIgnoring ? "ignoring" : "notIgnoring"));
  }

  /**
   * @param {import("../wire/frames.js").Refusal} why
   * @param {OutgoingRequest | undefined} outgoing
   */
  #refuse(why, outgoing) {
    const reason = refusal(why.error, why.text);
    const words = outgoing?.message;
    // Where nobody was spoken to there is no conversation to go on with.
    const partner = words?.to === undefined ? undefined : this.#privately.with(words.to);
    if (partner && !partner.entries.some(isSpoken)) {
      this.#privately.forget(partner);
      if (this.shown === partner) this.turnTo(words?.where ?? null);
    }

    this.note(words ? t("notSent", words.text, reason) : reason);
    if (words) this.refused.emit(words);
  }
}
