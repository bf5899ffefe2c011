import { byId, make } from "./dom.js";

/** @typedef {import("../composing/completion.js").Suggestion} Suggestion */

/**
 * The completions above the input field. Arrow keys select one, Tab and Enter insert it, Escape
 * closes the list.
 */
export class SuggestionList {
  #list = byId("suggestions", HTMLUListElement);
  /** @type {Suggestion[]} */
  #suggestions = [];
  #selected = 0;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {(suggestion: Suggestion) => void} complete
   */
  constructor(field, complete) {
    this.field = field;
    this.complete = complete;
  }

  /** @param {Suggestion[]} suggestions */
  show(suggestions) {
    this.#suggestions = suggestions.length === 1 && this.#isTyped(suggestions[0]) ? [] : suggestions;
    this.#selected = 0;
    this.#list.replaceChildren(...this.#suggestions.map((suggestion, at) => this.#optionFor(suggestion, at)));
    this.#updateSelection();
  }

  close() {
    this.show([]);
  }

  /** Returns true if the list has handled the key. @param {KeyboardEvent} event */
  handleKey(event) {
    if (this.#suggestions.length === 0 || event.shiftKey || event.ctrlKey || event.altKey) return false;
    switch (event.key) {
      case "ArrowDown": this.#moveSelection(1); break;
      case "ArrowUp": this.#moveSelection(-1); break;
      case "Enter":
        // A completion that is already typed does not change the input: Enter sends it.
        if (this.#isTyped(this.#suggestions[this.#selected])) return false;
        this.complete(this.#suggestions[this.#selected]);
        break;
      case "Tab": this.complete(this.#suggestions[this.#selected]); break;
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
  #moveSelection(step) {
    this.#selected = (this.#selected + step + this.#suggestions.length) % this.#suggestions.length;
    this.#updateSelection();
  }

  #updateSelection() {
    const isOpen = this.#suggestions.length > 0;
    this.#list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return this.field.removeAttribute("aria-activedescendant");
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute("aria-selected", String(at === this.#selected));
    }

    const selected = this.#list.children[this.#selected];
    this.field.setAttribute("aria-activedescendant", selected.id);
    selected.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} at
   */
  #optionFor(suggestion, at) {
    const shown = make("span", {}, suggestion.shown);
    const meaning = make("span", { class: "muted" }, suggestion.meaning);
    const option = make("li", { id: `suggestion${at}`, role: "option" }, shown, meaning);
    // `pointerdown` comes before the field loses the focus.
    option.onpointerdown = (event) => {
      event.preventDefault();
      this.complete(suggestion);
    };
    return option;
  }
}
