import { t } from "../text/language.js";
import { button, byId, make } from "./dom.js";

/** A question above the composer. Escape cancels it. */
export class Question {
  #bar = byId("question", HTMLElement);
  #cancel = () => {};

  constructor() {
    this.#bar.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      this.close();
      this.#cancel();
    });
  }

  /**
   * @param {string} text
   * @param {{ label: string, press: () => void }[]} answers The first one has the focus: it must be
   *   harmless if Enter was still pressed.
   * @param {() => void} cancel
   */
  ask(text, answers, cancel) {
    this.#cancel = cancel;
    const buttons = answers.map(({ label, press }) => button(label, () => {
      this.close();
      press();
    }, { class: "quiet" }));
    const cancelButton = button(t("cancel"), () => {
      this.close();
      cancel();
    }, { class: "icon small", icon: "close" });
    this.#bar.replaceChildren(make("p", { id: "question-text", dir: "auto" }, text), ...buttons, cancelButton);
    this.#bar.hidden = false;
    buttons[0].focus();
  }

  close() {
    this.#bar.hidden = true;
    this.#bar.replaceChildren();
  }
}
