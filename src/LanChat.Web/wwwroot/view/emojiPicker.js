import { allEmoji, matchingEmoji } from "../composing/emoji.js";
import { byId, make } from "./dom.js";

/** All emoji that have a code, to choose from. */
export class EmojiPicker {
  #picker = byId("emoji", HTMLElement);
  #opener = byId("open-emoji", HTMLButtonElement);
  #filter = byId("emoji-filter", HTMLInputElement);
  #all = byId("emoji-all", HTMLElement);

  /**
   * @param {(emoji: string) => void} take
   * @param {import("./layers.js").Layers} layers
   */
  constructor(take, layers) {
    this.take = take;
    this.layers = layers;
    this.#opener.onclick = () => this.#toggle(this.#picker.hidden === true);
    this.#filter.oninput = () => this.#draw();
    this.#picker.addEventListener("keydown", (event) => this.#press(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.#picker.contains(target) && !this.#opener.contains(target)) this.#toggle(false);
    });
  }

  /** @param {boolean} isOpen */
  #toggle(isOpen) {
    if (this.#picker.hidden === !isOpen) return;
    this.#picker.hidden = !isOpen;
    this.#opener.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return this.layers.closed("emoji");
    this.layers.open("emoji", () => this.#toggle(false));
    this.#filter.value = "";
    this.#draw();
    this.#filter.focus();
  }

  #draw() {
    const wanted = this.#filter.value.trim().toLowerCase().replaceAll(" ", "_");
    /** By emoji: some have more than one code, and the first is the most usual. @type {Map<string, string>} */
    const shown = new Map();
    for (const [code, emoji] of wanted ? matchingEmoji(wanted) : allEmoji()) if (!shown.has(emoji)) shown.set(emoji, code);
    this.#all.replaceChildren(...[...shown].map(([emoji, code]) => this.#buttonFor(emoji, code)));
  }

  /**
   * @param {string} emoji
   * @param {string} code
   */
  #buttonFor(emoji, code) {
    const made = make("button", { type: "button", title: `:${code}:`, "aria-label": code.replaceAll("_", " ") }, emoji);
    made.onclick = (event) => {
      this.take(emoji);
      if (!event.shiftKey) this.#toggle(false);
    };
    return made;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
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
