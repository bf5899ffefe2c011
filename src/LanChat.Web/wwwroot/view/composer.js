import { suggestionsFor } from "../composing/completion.js";
import { load, ofRoom, save } from "../storage.js";
import { knownText, t } from "../text/language.js";
import { byId } from "./dom.js";
import { SuggestionList } from "./suggestionList.js";

const MAX_INPUTS = 50;
const STORAGE_KEY = ofRoom("draft");

/**
 * The input field. Enter sends, except while an input method is composing, as for Chinese;
 * Shift+Enter inserts a line break.
 */
export class Composer {
  #field = byId("words", HTMLTextAreaElement);
  #list;
  /** @type {string[]} */
  #sentInputs = [];
  #recallIndex = 0;
  /** @type {import("../room/conversation.js").Conversation} */
  #shown;

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../composing/editing.js").Editing} editing
   * @param {import("../composing/replying.js").Replying} replying
   * @param {(text: string) => boolean} submit Returns false if the input is still needed.
   */
  constructor(room, editing, replying, submit) {
    this.room = room;
    this.editing = editing;
    this.replying = replying;
    this.submit = submit;
    this.#shown = room.shown;
    this.#list = new SuggestionList(this.#field, (suggestion) => this.#complete(suggestion));
    this.#field.addEventListener("keydown", (event) => this.#handleKey(event));
    this.#field.addEventListener("input", () => this.#handleInput());
    this.#field.addEventListener("blur", () => this.#list.close());
    byId("composer", HTMLFormElement).onsubmit = (event) => {
      event.preventDefault();
      this.#send();
    };
    room.shownChanged.on(() => this.#switchConversation());
    room.changed.on(() => this.describe());
    room.refused.on((message) => this.restore(message));
    editing.changed.on(() => this.#showEdit());
    replying.changed.on(() => this.describe());
    room.everyone.draft = load(STORAGE_KEY, "");
    this.#fill(this.#shown.draft);
  }

  /** Whether any conversation has a draft. */
  get hasDrafts() {
    return this.room.conversations.some(({ draft }) => draft.trim() !== "");
  }

  /** Shows the recipient as placeholder and label. */
  describe() {
    const { name } = this.room.shown;
    const reason = this.#reasonNotToWrite();
    const hint = reason ?? (name === null ? t("writeToAll", this.room.welcome?.room ?? "") : t("writeTo", name));
    this.#setDisabled(reason !== undefined);
    this.#field.placeholder = hint;
    const { current } = this.replying;
    const state = this.editing.isShown ? t("editing")
      : current && this.replying.isShown ? t("replyingTo", current.nick) : hint;
    this.#field.setAttribute("aria-label", state);
  }

  /** The placeholder says why: a draft would cover it. @param {boolean} isDisabled */
  #setDisabled(isDisabled) {
    if (isDisabled === this.#field.disabled) return;
    this.#field.disabled = isDisabled;
    byId("composer", HTMLFormElement).classList.toggle("off", isDisabled);
    this.#fill(this.#stored);
  }

  /** Why nothing can be sent to the shown conversation. */
  #reasonNotToWrite() {
    const { room } = this;
    if (room.shown.isPrivate) return room.settings.private === "none" ? t("privateOff") : undefined;
    if (room.may("speak")) return undefined;
    return knownText(`speakOnly-${room.settings.speak}`) ?? t("speakOnly-moderators");
  }

  focus() {
    this.#fitHeight();
    this.#field.focus();
  }

  /** @param {string} text Inserted at the cursor. */
  insert(text) {
    const { selectionStart, selectionEnd } = this.#field;
    this.#field.setRangeText(text, selectionStart, selectionEnd, "end");
    this.#handleInput();
    this.focus();
  }

  /**
   * Restores an unsent message as the draft of its conversation, unless there is another draft.
   * @param {import("../wire/outbox.js").OutgoingMessage} message
   */
  restore({ typed, text, where = null, reply }) {
    const conversation = this.room.conversationWith(where);
    if (conversation.draft.trim() !== "") return;
    conversation.draft = typed ?? text;
    this.#store(conversation);
    this.replying.resume(reply);
    if (conversation === this.#shown) this.#fill(this.#stored);
  }

  /** Clears the input and its draft. */
  clear() {
    this.#fill("");
    this.#saveDraft();
  }

  /** @param {KeyboardEvent} event */
  #handleKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#list.handleKey(event)) return;
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "Enter" && isPlain) {
      event.preventDefault();
      this.#send();
    } else if (this.editing.isShown) {
      if (event.key === "Escape") this.editing.cancel();
    } else if (event.key === "Escape" && this.replying.isShown) {
      this.replying.cancel();
    } else if (event.key === "ArrowUp" && isPlain && this.#beginEdit()) {
      event.preventDefault();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      this.#recall(event);
    }
  }

  #send() {
    const text = this.#field.value;
    if (text.trim() === "") return;
    if (this.editing.isShown) return this.editing.save(text);
    this.#sentInputs = [...this.#sentInputs, text].slice(-MAX_INPUTS);
    this.#recallIndex = 0;
    this.clear();
    if (this.submit(text)) return this.focus();
    this.#fill(text);
    this.#saveDraft();
  }

  /** Begins to edit the user's last message, in an empty field. */
  #beginEdit() {
    return this.#field.value === "" && !this.#shown.isPrivate && this.editing.beginLast();
  }

  #showEdit() {
    this.describe();
    this.#fill(this.#stored);
    this.focus();
  }

  /** Recalls earlier input, unless the field holds new input. @param {KeyboardEvent} event */
  #recall(event) {
    const [step, at] = [event.key === "ArrowUp" ? 1 : -1, this.#sentInputs.length - this.#recallIndex];
    if (this.#field.value !== (this.#sentInputs[at] ?? "")) return;
    const next = Math.min(this.#sentInputs.length, Math.max(0, this.#recallIndex + step));
    if (next === this.#recallIndex) return;
    event.preventDefault();
    this.#recallIndex = next;
    this.#fill(this.#sentInputs[this.#sentInputs.length - next] ?? "");
    this.#saveDraft();
  }

  /** @param {import("../composing/completion.js").Suggestion} suggestion */
  #complete({ insert, from, to }) {
    this.#field.setRangeText(insert, from, to, "end");
    this.#handleInput();
  }

  #switchConversation() {
    if (this.room.shown === this.#shown) return;
    this.#shown = this.room.shown;
    this.describe();
    this.#fill(this.#stored);
  }

  /** @param {string} text */
  #fill(text) {
    this.#field.value = this.#field.disabled ? "" : text;
    this.#fitHeight();
    this.#list.close();
  }

  #handleInput() {
    this.#fitHeight();
    this.#saveDraft();
    const names = this.room.members.all
      .map(({ name }) => name)
      .filter((name) => name !== this.room.nick);
    const { value, selectionStart, selectionEnd } = this.#field;
    const hasSelection = selectionStart !== selectionEnd;
    this.#list.show(hasSelection ? [] : suggestionsFor(value, selectionStart, names, this.room));
  }

  /** What the field holds in the shown conversation: a message that is edited, or the draft. */
  get #stored() {
    const { isShown, current } = this.editing;
    return isShown && current ? current.typed : this.#shown.draft;
  }

  #saveDraft() {
    const { isShown, current } = this.editing;
    if (isShown && current) {
      current.typed = this.#field.value;
      return;
    }

    this.#shown.draft = this.#field.value;
    this.#store(this.#shown);
  }

  /** @param {import("../room/conversation.js").Conversation} conversation */
  #store(conversation) {
    if (conversation === this.room.everyone) save(STORAGE_KEY, conversation.draft);
    else this.room.savePrivateConversations();
  }

  #fitHeight() {
    const field = this.#field;
    if (field.offsetParent === null) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    // No scroll bar if the content fits, whatever line height the engine computes.
    field.style.overflowY = field.scrollHeight > field.offsetHeight + 1 ? "auto" : "hidden";
  }
}
