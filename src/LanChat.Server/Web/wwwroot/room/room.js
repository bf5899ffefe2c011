import { Signal } from "../signal.js";
import { refusal, t } from "../text/language.js";
import { Code } from "../wire/frames.js";
import { Conversation } from "./conversation.js";
import { now } from "./time.js";
import { Members } from "./members.js";
import { mentionsIn, nameKey } from "./names.js";
import { renamedIn } from "./voice.js";

/**
 * @typedef {import("./conversation.js").Entry} Entry
 * @typedef {import("../wire/frames.js").Message} Message
 * @typedef {import("../wire/frames.js").Welcome} Welcome
 * @typedef {import("../wire/outbox.js").Wish} Wish
 */

/** What this user knows of the room, by what it has said. */
export class Room {
  /** @type {Welcome | undefined} */
  welcome;
  nick = "";
  notice = "";
  isIgnoring = false;
  members = new Members();
  everyone = new Conversation(null);
  /** @type {Map<string, Conversation>} */
  privately = new Map();
  /** The conversation that is shown. */
  shown = this.everyone;
  /** Whether the user sees what is shown. */
  isSeen = () => true;

  /** Something about the room, its people or its conversations. @type {Signal<void>} */
  changed = new Signal();
  /** Another conversation is shown. @type {Signal<Conversation>} */
  turned = new Signal();
  /** Somebody said something just now. @type {Signal<{ conversation: Conversation, entry: Entry }>} */
  said = new Signal();

  /** @type {Pick<Message, "id" | "time">} */
  #last = { id: 0, time: "" };

  get conversations() {
    return [this.everyone, ...this.privately.values()];
  }

  /** @param {{ frame: import("../wire/frames.js").Frame, wish?: Wish }} heard */
  hear({ frame: { code, data }, wish }) {
    switch (code) {
      case Code.welcome: this.#enter(data); break;
      case Code.history: this.#show(data); break;
      case Code.message: for (const message of data) this.#take(message, true); break;
      case Code.members: this.members.list(data); break;
      case Code.changes: this.members.change(data); break;
      case Code.away: this.members.leave(data); break;
      case Code.notice: this.notice = data.trim(); break;
      case Code.nick: this.nick = data; break;
      case Code.ignoring: this.#ignore(data); break;
      case Code.missed: this.everyone.add({ ...this.#own("gap", t("missed", data.count)) }, false); break;
      case Code.known: this.#settle(wish); break;
      case Code.waits: this.note(t("waits", data.to)); break;
      case Code.error: this.#refuse(data, wish); break;
      default: return;
    }

    this.changed.emit();
  }

  /**
   * Shows the conversation with somebody, or with everyone.
   * @param {string | null} name
   */
  turnTo(name) {
    const next = name === null ? this.everyone : this.#with(name);
    if (next !== this.shown) this.shown.firstUnread = undefined;
    this.shown = next;
    next.see();
    this.turned.emit(next);
    this.changed.emit();
  }

  /** @param {Conversation} conversation A private one, which is not needed any more. */
  forget(conversation) {
    for (const [key, one] of this.privately) if (one === conversation) this.privately.delete(key);
    if (this.shown === conversation) this.turnTo(null);
    else this.changed.emit();
  }

  /** Tells the user something, where they look. @param {string} text */
  note(text) {
    this.shown.add(this.#own("note", text), true);
  }

  /** The user is looking again. */
  see() {
    this.shown.see();
    this.changed.emit();
  }

  /**
   * A message as it is shown.
   * @param {Message} message
   * @returns {Entry}
   */
  entryOf({ id, kind, nickname, message, time, to, file }) {
    const mine = nameKey(nickname) === nameKey(this.nick) && ["said", "acted", "private", "file"].includes(kind);
    const mentions = !mine && (kind === "said" || kind === "acted") && mentionsIn(message, this.nick).length > 0;
    return { id, kind, nick: nickname, text: message, time, to, file, mine, mentions };
  }

  /** @param {Welcome} welcome */
  #enter(welcome) {
    this.welcome = welcome;
    this.nick = welcome.nick;
    this.isIgnoring = false;
    this.members.clear();
  }

  /** @param {Message[]} messages What was said before, or was missed. */
  #show(messages) {
    const isFirst = this.#last.id === 0;
    for (const message of messages) this.#take(message, false);
    if (isFirst && messages.length > 0) this.everyone.hasOlder = this.welcome?.history !== undefined;
  }

  /**
   * @param {Message} message
   * @param {boolean} live
   */
  #take(message, live) {
    if (message.id > 0) {
      // Numbers begin anew where a room forgets, its clock goes on; who comes back there is shown what they may know.
      if (message.id <= this.#last.id && message.time <= this.#last.time) return;
      this.#last = message;
    }

    const entry = this.entryOf(message);
    const renamed = renamedIn(entry);
    if (renamed) this.#rename(renamed.before, renamed.now);
    const conversation = message.to === undefined ? this.everyone : this.#with(entry.mine ? message.to : message.nickname);
    const isTalk = !["joined", "left", "renamed", "room"].includes(entry.kind);
    if (isTalk && !entry.mine && this.#last.time !== "" && (conversation !== this.shown || !this.isSeen()) && (live || this.#hasBeenHere)) {
      conversation.countUnread(entry);
    }

    if (entry.mine) conversation.firstUnread = undefined;
    conversation.add(entry, live);
    if (live) this.said.emit({ conversation, entry });
    if (live) this.#hasBeenHere = true;
  }

  /** Whether this user has heard somebody in this stay: then what came while the connection was lost is news. */
  #hasBeenHere = false;

  /**
   * What was said came back by its number alone: private words that were heard by a connection that is lost are not told again.
   * @param {Wish | undefined} wish
   */
  #settle(wish) {
    const words = wish?.words;
    if (!words || wish.echoed || words.kind !== "private" || words.to === undefined) return;
    this.#with(words.to).add({ ...this.#own("private", words.text), nick: this.nick, to: words.to, mine: true }, false);
  }

  /** @param {boolean} isIgnoring */
  #ignore(isIgnoring) {
    this.isIgnoring = isIgnoring;
    this.note(t(isIgnoring ? "ignoring" : "notIgnoring"));
  }

  /**
   * @param {import("../wire/frames.js").Refusal} why
   * @param {Wish | undefined} wish
   */
  #refuse(why, wish) {
    const reason = refusal(why.error, why.text);
    this.note(wish?.words ? t("notSent", wish.words.text, reason) : reason);
  }

  /** @param {string} name */
  #with(name) {
    const key = nameKey(name);
    const known = this.privately.get(key);
    if (known) return known;
    const conversation = new Conversation(name);
    this.privately.set(key, conversation);
    return conversation;
  }

  /**
   * @param {string} before
   * @param {string} now
   */
  #rename(before, now) {
    const conversation = this.privately.get(nameKey(before));
    if (!conversation || this.privately.has(nameKey(now))) return;
    conversation.name = now;
    this.privately = new Map([...this.privately].map(([key, one]) => [one === conversation ? nameKey(now) : key, one]));
  }

  /**
   * @param {string} kind
   * @param {string} text
   * @returns {Entry}
   */
  #own(kind, text) {
    return { id: 0, kind, nick: "", text, time: now(), mine: false, mentions: false };
  }
}
