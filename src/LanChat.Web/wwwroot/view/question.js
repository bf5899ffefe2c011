import { t } from "../text/language.js";
import { button, byId, make } from "./dom.js";

/** Asks one thing above the composer. Escape leaves it unanswered. */
export class Question {
  #bar = byId("question", HTMLElement);
  /** What is done when it is left unanswered. */
  #leave = () => {};

  constructor() {
    this.#bar.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      this.close();
      this.#leave();
    });
  }

  /**
   * @param {string} text
   * @param {{ label: string, press: () => void }[]} answers The first is the one that a key too many does no harm by.
   * @param {() => void} leave
   */
  ask(text, answers, leave) {
    this.#leave = leave;
    const buttons = answers.map(({ label, press }) => button(label, () => {
      this.close();
      press();
    }, { class: "quiet" }));
    const cancel = button(t("cancel"), () => {
      this.close();
      leave();
    }, { class: "icon small", icon: "close" });
    this.#bar.replaceChildren(make("p", { id: "question-text", dir: "auto" }, text), ...buttons, cancel);
    this.#bar.hidden = false;
    buttons[0].focus();
  }

  close() {
    this.#bar.hidden = true;
    this.#bar.replaceChildren();
  }
}
