import { fragmentOf } from "../address.js";
import { problemIn } from "../room/serverRooms.js";
import { t } from "../text/language.js";
import { Dialog } from "./dialog.js";
import { byId } from "./dom.js";

const QR_TIMEOUT_MS = 2000;

/** The dialog with an invitation to the room: a link to this page, its QR code, and the code. */
export class InvitationDialog {
  #opener = byId("invite", HTMLButtonElement);
  #about = byId("invitation-about", HTMLElement);
  #link = byId("invitation-link", HTMLInputElement);
  #qr = byId("invitation-qr", HTMLImageElement);
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
    await this.#drawQr();
    this.#dialog.open();
    this.#link.focus();
    this.#link.scrollLeft = 0;
  }

  /** The server draws the QR code of the link; without an answer none is shown. */
  async #drawQr() {
    URL.revokeObjectURL(this.#qr.src);
    this.#qr.removeAttribute("src");
    this.#qr.hidden = true;
    const link = this.#link.value;
    const image = await fetch("qr", { method: "POST", body: link, signal: AbortSignal.timeout(QR_TIMEOUT_MS) })
      .then((response) => (response.ok ? response.blob() : undefined))
      .catch(() => undefined);
    // A later invitation may have replaced the link meanwhile.
    if (image === undefined || link !== this.#link.value) return;
    this.#qr.hidden = false;
    this.#qr.alt = t("invitationQr");
    this.#qr.src = URL.createObjectURL(image);
  }

  /** Without a secure context the browser has no clipboard: the link is selected instead. */
  async #copy() {
    this.#link.focus();
    this.#link.select();
    const isCopied = await navigator.clipboard?.writeText(this.#link.value).then(() => true, () => false);
    return isCopied || document.execCommand("copy") ? t("copied") : t("copyByHand");
  }
}
