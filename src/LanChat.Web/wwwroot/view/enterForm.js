import { t } from "../text/language.js";
import { byId } from "./dom.js";

const STORAGE_KEY = "lanchat.nick";

/** The form that asks for the nickname, and stores it. */
export class EnterForm {
  #page = byId("enter", HTMLElement);
  #form = byId("enter-form", HTMLFormElement);
  #nick = byId("nick", HTMLInputElement);
  #problem = byId("enter-problem", HTMLElement);

  /** @param {(nick: string) => void} enter */
  constructor(enter) {
    this.#form.onsubmit = (event) => {
      event.preventDefault();
      const nick = this.#nick.value.trim();
      if (nick === "") return this.show(t("nicknameMissing"));
      this.showStatus(t("entering"));
      enter(nick);
    };
    this.#nick.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    });
  }

  /** @param {string} [problem] */
  show(problem = "") {
    this.#page.hidden = false;
    this.#nick.value ||= localStorage.getItem(STORAGE_KEY) ?? "";
    this.showStatus(problem);
    this.#nick.focus();
    this.#nick.select();
  }

  /** @param {string} text */
  showStatus(text) {
    this.#problem.textContent = text;
  }

  /** @param {string} nick The nickname the user has joined with. */
  hide(nick) {
    this.#page.hidden = true;
    this.showStatus("");
    localStorage.setItem(STORAGE_KEY, nick);
  }
}
