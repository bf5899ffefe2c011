import { byId, make } from "./dom.js";

/** @typedef {import("../composing/completion.js").Suggestion} Suggestion */

/** What the word that is being typed may become, above the field. Arrows mark one, Tab and Enter take it, Escape closes it. */
export class SuggestionList {
  #list = byId("suggestions", HTMLUListElement);
  /** @type {Suggestion[]} */
  #suggestions = [];
  #marked = 0;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {(suggestion: Suggestion) => void} take
   */
  constructor(field, take) {
    this.field = field;
    this.take = take;
  }

  /** @param {Suggestion[]} suggestions */
  show(suggestions) {
    this.#suggestions = suggestions.length === 1 && this.#isTyped(suggestions[0]) ? [] : suggestions;
    this.#marked = 0;
    this.#list.replaceChildren(...this.#suggestions.map((suggestion, at) => this.#optionFor(suggestion, at)));
    this.#mark();
  }

  close() {
    this.show([]);
  }

  /** Whether the key was for this list. @param {KeyboardEvent} event */
  press(event) {
    if (this.#suggestions.length === 0 || event.shiftKey || event.ctrlKey || event.altKey) return false;
    switch (event.key) {
      case "ArrowDown": this.#move(1); break;
      case "ArrowUp": this.#move(-1); break;
      case "Enter":
        // What stands there already is not asked for: then the line is.
        if (this.#isTyped(this.#suggestions[this.#marked])) return false;
        this.take(this.#suggestions[this.#marked]);
        break;
      case "Tab": this.take(this.#suggestions[this.#marked]); break;
      case "Escape": this.close(); break;
      default: return false;
    }

    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** @param {Suggestion} suggestion */
  #isTyped({ insert, from, to }) {
    return this.field.value.slice(from, to) === insert.trimEnd();
  }

  /** @param {number} step */
  #move(step) {
    this.#marked = (this.#marked + step + this.#suggestions.length) % this.#suggestions.length;
    this.#mark();
  }

  #mark() {
    const isOpen = this.#suggestions.length > 0;
    this.#list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return this.field.removeAttribute("aria-activedescendant");
    for (const [at, option] of [...this.#list.children].entries()) option.setAttribute("aria-selected", String(at === this.#marked));
    const marked = this.#list.children[this.#marked];
    this.field.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} at
   */
  #optionFor(suggestion, at) {
    const [shown, meaning] = [make("span", {}, suggestion.shown), make("span", { class: "muted" }, suggestion.meaning)];
    const option = make("li", { id: `suggestion${at}`, role: "option" }, shown, meaning);
    // Before the field loses the focus.
    option.onpointerdown = (event) => {
      event.preventDefault();
      this.take(suggestion);
    };
    return option;
  }
}
