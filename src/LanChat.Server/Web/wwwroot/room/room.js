import { Signal } from "../signal.js";
import { refusal, t } from "../text/language.js";
import { Code } from "../wire/frames.js";
import { Conversation } from "./conversation.js";
import { entryOf, gapEntry, isSpoken, ownEntry } from "./entries.js";
import { Members } from "./members.js";
import { PrivateTalks } from "./privateTalks.js";
import { renamedIn } from "./voice.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
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

  /** @type {Pick<Message, "id" | "time">} */
  #last = { id: 0, time: "" };
  /** The last of the private words that had waited. @type {Pick<Message, "id" | "time">} */
  #lastWaited = { id: 0, time: "" };
  /** Whether this user has been in: then what came while the connection was lost is news. */
  #hasBeenHere = false;

  get conversations() {
    return [this.everyone, ...this.#privately.all];
  }

  /** @param {{ frame: import("../wire/frames.js").Frame, wish?: Wish }} heard */
  hear({ frame: { code, data }, wish }) {
    switch (code) {
      case Code.welcome: this.#enter(data); break;
      case Code.history: this.#show(data); break;
      case Code.message: for (const message of data) this.#take(message, true); break;
      case Code.members: this.members.list(data); break;
      case Code.changes: this.members.change(data); break;
      case Code.away: this.#leave(data, wish); break;
      case Code.notice: this.notice = data.trim(); break;
      case Code.nick: this.nick = data; break;
      case Code.ignoring: this.#ignore(data); break;
      case Code.missed: this.everyone.add(gapEntry(data.after, data.before, this.welcome?.history !== undefined), false); break;
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
    const next = name === null ? this.everyone : this.#privately.with(name);
    if (next !== this.shown) this.shown.firstUnread = undefined;
    this.shown = next;
    next.see();
    this.turned.emit(next);
    this.changed.emit();
  }

  /** @param {Conversation} conversation A private one, which is not needed any more. */
  forget(conversation) {
    this.#privately.forget(conversation);
    if (this.shown === conversation) this.turnTo(null);
    else this.changed.emit();
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
    return entryOf(message, this.nick);
  }

  /** @param {Welcome} welcome */
  #enter(welcome) {
    if (this.isIgnoring) this.note(t("letInAgain"));
    if (this.members.find(this.nick)?.away) this.note(t("noLongerAway"));
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
    if (message.waited !== undefined) {
      if (message.waited <= this.#lastWaited.id && message.time <= this.#lastWaited.time) return;
      this.#lastWaited = { id: message.waited, time: message.time };
    }

    if (message.id > 0) {
      // Numbers begin anew where a room forgets, its clock goes on; who comes back there is shown what they may know.
      const isAnew = message.id <= this.#last.id;
      if (isAnew && message.time <= this.#last.time) return;
      if (isAnew) this.everyone.hasOlder = false;
      this.#last = message;
    }

    const entry = this.entryOf(message);
    const renamed = renamedIn(entry);
    if (renamed) this.#privately.rename(renamed.before, renamed.now);
    const conversation = message.to === undefined ? this.everyone : this.#privately.with(entry.mine ? message.to : message.nickname);
    const isUnseen = conversation !== this.shown || !this.isSeen();
    if (isSpoken(entry) && !entry.mine && isUnseen && (live || this.#hasBeenHere)) conversation.countUnread(entry);
    if (entry.mine) conversation.firstUnread = undefined;
    conversation.add(entry, live);
    if (!live) return;
    this.#hasBeenHere = true;
    this.said.emit(entry);
  }

  /**
   * What was said came back by its number alone: private words that were heard by a connection that is lost are not told again.
   * @param {Wish | undefined} wish
   */
  #settle(wish) {
    const words = wish?.words;
    if (!words || wish.echoed || words.kind !== "private" || words.to === undefined) return;
    this.#privately.with(words.to).add({ ...ownEntry("private", words.text), nick: this.nick, to: words.to, mine: true }, false);
  }

  /**
   * @param {import("../wire/frames.js").Absence[]} absences
   * @param {Wish | undefined} wish This user's, where it is about them.
   */
  #leave(absences, wish) {
    this.members.leave(absences);
    if (wish) this.note(wish.request.away ? t("youAreAway", String(wish.request.away)) : t("youAreBack"));
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
    const partner = this.shown;
    // Where nobody was spoken to there is no conversation to go on with.
    if (wish?.words?.to !== undefined && partner.isPrivate && !partner.entries.some(isSpoken)) this.forget(partner);
    this.note(wish?.words ? t("notSent", wish.words.text, reason) : reason);
  }
}
