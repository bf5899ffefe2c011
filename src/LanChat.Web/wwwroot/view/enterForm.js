import { t } from "../text/language.js";
import { byId } from "./dom.js";

const STORAGE_KEY = "lanchat.nick";

/** Asks for the nickname, and remembers it. */
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
      this.tell(t("entering"));
      enter(nick);
    };
    this.#nick.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    });
  }

  /** @param {string} [problem] Why nobody is in. */
  show(problem = "") {
    this.#page.hidden = false;
    this.#nick.value ||= localStorage.getItem(STORAGE_KEY) ?? "";
    this.tell(problem);
    this.#nick.focus();
    this.#nick.select();
  }

  /** @param {string} text How things stand. */
  tell(text) {
    this.#problem.textContent = text;
  }

  /** @param {string} nick The name of who is in. */
  hide(nick) {
    this.#page.hidden = true;
    this.tell("");
    localStorage.setItem(STORAGE_KEY, nick);
  }
}
