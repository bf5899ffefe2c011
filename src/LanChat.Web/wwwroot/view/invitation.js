import { fragmentOf } from "../address.js";
import { problemIn } from "../room/serverRooms.js";
import { t } from "../text/language.js";
import { Dialog } from "./dialog.js";
import { byId } from "./dom.js";
import { QrCode } from "./qrCode.js";

/** The dialog with an invitation to the room: a link to this page, its QR code, and the code. */
export class InvitationDialog {
  #opener = byId("invite", HTMLButtonElement);
  #about = byId("invitation-about", HTMLElement);
  #link = byId("invitation-link", HTMLInputElement);
  #qr = new QrCode(byId("invitation-qr", HTMLImageElement));
  #code = byId("invitation-code", HTMLInputElement);
  #dialog;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(session, room, overlays) {
    this.session = session;
    this.room = room;
    this.#dialog = new Dialog("invitation-dialog", overlays, () => this.#copy());
    this.#opener.onclick = () => this.invite({ invite: true });
    for (const field of [this.#link, this.#code]) field.onfocus = () => field.select();
    room.changed.on(() => {
      this.#opener.hidden = !room.may("invite");
    });
  }

  /**
   * Makes an invitation and shows it.
   * @param {Record<string, unknown>} request
   */
  async invite(request) {
    const answer = await this.session.ask(request);
    const problem = problemIn(answer);
    if (problem !== undefined || !answer) return this.room.addNote(problem ?? "");
    const { code, room, uses, until } = /** @type {import("../wire/frames.js").Invitation} */ (answer.data);
    this.#about.textContent = t("invitationAbout", uses, until);
    this.#link.value = new URL(fragmentOf(room, code), location.href).href;
    this.#code.value = code;
    await this.#qr.draw(this.#link.value);
    this.#dialog.open();
    this.#link.focus();
    this.#link.scrollLeft = 0;
  }

  /** Without a secure context the browser has no clipboard: the link is selected instead. */
  async #copy() {
    this.#link.focus();
    this.#link.select();
    const isCopied = await navigator.clipboard?.writeText(this.#link.value).then(() => true, () => false);
    return isCopied || document.execCommand("copy") ? t("copied") : t("copyByHand");
  }
}
