import { save, load } from "../storage.js";
import { suggestionsFor } from "../composing/completion.js";
import { t } from "../text/language.js";
import { byId } from "./dom.js";
import { SuggestionList } from "./suggestionList.js";

const MOST_REMEMBERED = 50;
const STORAGE_KEY = "draft";

/** Where the user types. Enter sends, unless it belongs to an input method that composes, as for Chinese; Shift+Enter begins a line. */
export class Composer {
  #words = byId("words", HTMLTextAreaElement);
  #list;
  /** @type {string[]} */
  #remembered = [];
  #recalled = 0;
  /** @type {import("../room/conversation.js").Conversation} */
  #shown;

  /**
   * @param {import("../room/room.js").Room} room
   * @param {(text: string) => boolean} enter Says whether it is done with.
   */
  constructor(room, enter) {
    this.room = room;
    this.enter = enter;
    this.#shown = room.shown;
    this.#list = new SuggestionList(this.#words, (suggestion) => this.#take(suggestion));
    this.#words.addEventListener("keydown", (event) => this.#press(event));
    this.#words.addEventListener("input", () => this.#changed());
    this.#words.addEventListener("blur", () => this.#list.close());
    byId("composer", HTMLFormElement).onsubmit = (event) => {
      event.preventDefault();
      this.#send();
    };
    room.shownChanged.on(() => this.#turn());
    room.changed.on(() => this.describe());
    room.refused.on((words) => this.giveBack(words));
    room.everyone.draft = load(STORAGE_KEY, "");
    this.#fill(this.#shown.draft);
  }

  /** Whether something was typed, anywhere, that was not sent. */
  get hasDrafts() {
    return this.room.conversations.some(({ draft }) => draft.trim() !== "");
  }

  /** Says in it for whom it is. */
  describe() {
    const { name } = this.room.shown;
    const hint = name === null ? t("writeToAll", this.room.welcome?.room ?? "") : t("writeTo", name);
    this.#words.placeholder = hint;
    this.#words.setAttribute("aria-label", hint);
  }

  focus() {
    this.#fit();
    this.#words.focus();
  }

  /** @param {string} text Goes where the cursor is. */
  insert(text) {
    const { selectionStart, selectionEnd } = this.#words;
    this.#words.setRangeText(text, selectionStart, selectionEnd, "end");
    this.#changed();
    this.focus();
  }

  /**
   * What could not be sent goes back to where it was typed, unless something else is being typed there.
   * @param {import("../wire/outbox.js").OutgoingMessage} words
   */
  giveBack({ typed, text, where = null }) {
    const conversation = this.room.conversationWith(where);
    if (conversation.draft.trim() !== "") return;
    conversation.draft = typed ?? text;
    this.#keep(conversation);
    if (conversation === this.#shown) this.#fill(conversation.draft);
  }

  /** It was said otherwise. */
  clear() {
    this.#fill("");
    this.#draft();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#list.press(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      this.#recall(event);
    }
  }

  #send() {
    const text = this.#words.value;
    if (text.trim() === "") return;
    this.#remembered = [...this.#remembered, text].slice(-MOST_REMEMBERED);
    this.#recalled = 0;
    this.clear();
    if (this.enter(text)) return this.focus();
    this.#fill(text);
    this.#draft();
  }

  /** What was entered before, where nothing else was typed. @param {KeyboardEvent} event */
  #recall(event) {
    const [step, at] = [event.key === "ArrowUp" ? 1 : -1, this.#remembered.length - this.#recalled];
    if (this.#words.value !== (this.#remembered[at] ?? "")) return;
    const next = Math.min(this.#remembered.length, Math.max(0, this.#recalled + step));
    if (next === this.#recalled) return;
    event.preventDefault();
    this.#recalled = next;
    this.#fill(this.#remembered[this.#remembered.length - next] ?? "");
    this.#draft();
  }

  /** @param {import("../composing/completion.js").Suggestion} suggestion */
  #take({ insert, from, to }) {
    this.#words.setRangeText(insert, from, to, "end");
    this.#changed();
  }

  #turn() {
    if (this.room.shown === this.#shown) return;
    this.#shown = this.room.shown;
    this.#fill(this.#shown.draft);
    this.describe();
  }

  /** @param {string} text */
  #fill(text) {
    this.#words.value = text;
    this.#fit();
    this.#list.close();
  }

  #changed() {
    this.#fit();
    this.#draft();
    const names = this.room.members.all.map(({ name }) => name).filter((name) => name !== this.room.nick);
    const { value, selectionStart, selectionEnd } = this.#words;
    this.#list.show(selectionStart === selectionEnd ? suggestionsFor(value, selectionStart, names) : []);
  }

  #draft() {
    this.#shown.draft = this.#words.value;
    this.#keep(this.#shown);
  }

  /** @param {import("../room/conversation.js").Conversation} conversation */
  #keep(conversation) {
    if (conversation === this.room.everyone) save(STORAGE_KEY, conversation.draft);
    else this.room.savePrivateConversations();
  }

  #fit() {
    const field = this.#words;
    if (field.offsetParent === null) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    // A field that shows all of it has no bar, whatever engines take its lines for.
    field.style.overflowY = field.scrollHeight > field.offsetHeight + 1 ? "auto" : "hidden";
  }
}
