import { allEmoji, matchingEmoji } from "../composing/emoji.js";
import { byId, make } from "./dom.js";

/** The panel with all emoji that have a code. */
export class EmojiPicker {
  #picker = byId("emoji", HTMLElement);
  #opener = byId("open-emoji", HTMLButtonElement);
  #filter = byId("emoji-filter", HTMLInputElement);
  #all = byId("emoji-all", HTMLElement);

  /**
   * @param {(emoji: string) => void} insert
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(insert, overlays) {
    this.insert = insert;
    this.overlays = overlays;
    this.#opener.onclick = () => this.#toggle(this.#picker.hidden === true);
    this.#filter.oninput = () => this.#draw();
    this.#picker.addEventListener("keydown", (event) => this.#handleKey(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (!(target instanceof Node)) return;
      if (!this.#picker.contains(target) && !this.#opener.contains(target)) this.#toggle(false);
    });
  }

  /** @param {boolean} isOpen */
  #toggle(isOpen) {
    if (this.#picker.hidden === !isOpen) return;
    this.#picker.hidden = !isOpen;
    this.#opener.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return this.overlays.closed("emoji");
    this.overlays.open("emoji", () => this.#toggle(false));
    this.#filter.value = "";
    this.#draw();
    this.#filter.focus();
  }

  #draw() {
    const filter = this.#filter.value.trim().toLowerCase().replaceAll(" ", "_");
    /** Code by emoji: of several codes the first is the most common. @type {Map<string, string>} */
    const shown = new Map();
    for (const [code, emoji] of filter ? matchingEmoji(filter) : allEmoji()) {
      if (!shown.has(emoji)) shown.set(emoji, code);
    }

    this.#all.replaceChildren(...[...shown].map(([emoji, code]) => this.#buttonFor(emoji, code)));
  }

  /**
   * @param {string} emoji
   * @param {string} code
   */
  #buttonFor(emoji, code) {
    const label = code.replaceAll("_", " ");
    const element = make("button", { type: "button", title: `:${code}:`, "aria-label": label }, emoji);
    element.onclick = (event) => {
      this.insert(emoji);
      if (!event.shiftKey) this.#toggle(false);
    };
    return element;
  }

  /** @param {KeyboardEvent} event */
  #handleKey(event) {
    if (event.isComposing) return;
    const buttons = [...this.#all.querySelectorAll("button")];
    const at = buttons.findIndex((one) => one === document.activeElement);
    const columns = Math.max(1, buttons.filter((one) => one.offsetTop === buttons[0].offsetTop).length);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: at < 0 ? 1 : columns, ArrowUp: -columns }[event.key];
    if (event.key === "Escape") {
      this.#toggle(false);
      this.#opener.focus();
    } else if (event.key === "Enter" && at < 0) {
      event.preventDefault();
      buttons[0]?.click();
    } else if (step && (at >= 0 || event.key === "ArrowDown")) {
      event.preventDefault();
      (buttons[at + step] ?? (step < 0 ? this.#filter : buttons.at(-1)))?.focus();
    }
  }
}
