import { t } from "../text/language.js";
import { byId } from "./dom.js";

const STORAGE_KEY = "lanchat.nick";

/**
 * What stands in front of a room: asks for the nickname, which it stores, or for the room's
 * password, waits for a moderator, or says why the user may not enter.
 */
export class EnterForm {
  #page = byId("enter", HTMLElement);
  #form = byId("enter-form", HTMLFormElement);
  #nick = byId("nick", HTMLInputElement);
  #password = byId("enter-password", HTMLInputElement);
  #lead = byId("enter-lead", HTMLElement);
  #waiting = byId("enter-waiting", HTMLElement);
  #problem = byId("enter-problem", HTMLElement);
  #button;
  #toLobby = byId("to-lobby", HTMLAnchorElement);

  /**
   * @param {boolean} isInLobby Whether the room is the lobby, where nobody has to go back to.
   * @param {{ enter: (nick: string) => void, unlock: (password: string) => void }} actions
   */
  constructor(isInLobby, { enter, unlock }) {
    this.#button = /** @type {HTMLButtonElement} */ (this.#form.querySelector("button"));
    this.#toLobby.hidden = isInLobby;
    this.#form.onsubmit = (event) => {
      event.preventDefault();
      if (!this.#password.hidden) return this.#unlock(unlock);
      const nick = this.#nick.value.trim();
      if (nick === "") return this.show(t("nicknameMissing"));
      this.showStatus(t("entering"));
      enter(nick);
    };
    this.#nick.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    });
  }

  /** The nickname of the last visit; who links this device gets that of their account. */
  get suggestedNick() {
    return localStorage.getItem(STORAGE_KEY) ?? "guest";
  }

  /** Asks for the nickname. @param {string} [problem] */
  show(problem = "") {
    this.#showOnly([this.#nick, this.#button]);
    this.#nick.value ||= localStorage.getItem(STORAGE_KEY) ?? "";
    this.showStatus(problem);
    this.#nick.focus();
    this.#nick.select();
  }

  /** Asks for the room's password. @param {string} [problem] */
  askPassword(problem = "") {
    this.#showOnly([this.#password, this.#button]);
    this.#password.value = "";
    this.showStatus(problem);
    this.#password.focus();
  }

  /** Says that a moderator is to admit the user. @param {string} text */
  wait(text) {
    this.#showOnly([this.#waiting]);
    this.#waiting.textContent = text;
    this.showStatus("");
  }

  /** Says why the user may not enter. @param {string} reason */
  refuse(reason) {
    this.#showOnly([]);
    this.showStatus(reason);
    this.#toLobby.focus();
  }

  /** Forgets the nickname of the last visit. */
  forgetNick() {
    localStorage.removeItem(STORAGE_KEY);
    this.#nick.value = "";
  }

  /** @param {string} text */
  showStatus(text) {
    this.#problem.textContent = text;
  }

  /** @param {string} nick The nickname the user has joined with. */
  hide(nick) {
    this.#page.hidden = true;
    this.#password.value = "";
    this.showStatus("");
    localStorage.setItem(STORAGE_KEY, nick);
  }

  /** @param {(password: string) => void} unlock */
  #unlock(unlock) {
    if (this.#password.value === "") return this.askPassword(t("passwordMissing"));
    this.showStatus(t("entering"));
    unlock(this.#password.value);
  }

  /** @param {HTMLElement[]} shown */
  #showOnly(shown) {
    this.#page.hidden = false;
    this.#lead.hidden = !shown.includes(this.#nick);
    for (const part of [this.#nick, this.#password, this.#waiting, this.#button]) {
      part.hidden = !shown.includes(part);
      const label = part instanceof HTMLInputElement ? part.labels?.[0] : undefined;
      if (label) label.hidden = part.hidden;
    }
  }
}
