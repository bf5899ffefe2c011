import { nameKey } from "../room/names.js";
import { t } from "../text/language.js";
import { Dialog } from "./dialog.js";
import { byId } from "./dom.js";

/** The dialog that deletes the user's account, once its nickname was typed. */
export class DeleteAccountDialog {
  #question = byId("delete-question", HTMLElement);
  #typed = byId("delete-nick", HTMLInputElement);
  /** @type {string[]} */
  #nicks = [];
  #dialog;

  /**
   * @param {import("../room/account.js").Account} account
   * @param {import("../room/room.js").Room} room
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(account, room, overlays) {
    this.account = account;
    this.room = room;
    this.#dialog = new Dialog("delete-dialog", overlays, () => this.#delete());
  }

  async open() {
    const { nicks = [], problem } = await this.account.nicks();
    if (problem !== undefined) return this.room.addNote(problem);
    this.#nicks = nicks;
    this.#question.textContent = t("deleteQuestion", this.#nick);
    this.#typed.value = "";
    this.#dialog.open();
    this.#typed.focus();
  }

  /** The nickname to type: that of the user here if it is the account's. */
  get #nick() {
    return this.#nickLike(this.room.nick) ?? this.#nicks[0] ?? "";
  }

  /** @param {string} name */
  #nickLike(name) {
    return this.#nicks.find((nick) => nameKey(nick) === nameKey(name));
  }

  async #delete() {
    const nick = this.#nickLike(this.#typed.value.trim());
    if (nick !== undefined) return this.account.delete(nick);
    this.#typed.focus();
    return t("notYourNick");
  }
}
