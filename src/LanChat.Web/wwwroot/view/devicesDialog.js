import { linkFragmentOf } from "../address.js";
import { problemIn } from "../room/serverRooms.js";
import { t } from "../text/language.js";
import { Code } from "../wire/frames.js";
import { Dialog } from "./dialog.js";
import { button, byId, make } from "./dom.js";
import { QrCode } from "./qrCode.js";

/**
 * The dialog with the devices of the user's account: takes one off, shows a code for another one,
 * links this one by a code, and saves or deletes what the server keeps about the account.
 */
export class DevicesDialog {
  #opener = byId("open-devices", HTMLButtonElement);
  #list = byId("devices", HTMLUListElement);
  #add = byId("link-another", HTMLButtonElement);
  #made = byId("link-made", HTMLElement);
  #code = byId("link-made-code", HTMLElement);
  #about = byId("link-made-about", HTMLElement);
  #qr = new QrCode(byId("link-qr", HTMLImageElement));
  #typed = byId("link-code", HTMLInputElement);
  #save = byId("save-data", HTMLButtonElement);
  #saved = byId("data-saved", HTMLElement);
  #dialog;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   * @param {import("./overlays.js").Overlays} overlays
   * @param {{
   *   saveData: () => Promise<{ saved?: string, problem?: string }>, askToDelete: () => void,
   * }} actions
   */
  constructor(session, room, overlays, { saveData, askToDelete }) {
    this.session = session;
    this.room = room;
    this.#dialog = new Dialog("devices-dialog", overlays, () => this.#linkThis());
    this.#opener.onclick = () => this.open();
    this.#add.onclick = () => this.#makeCode();
    this.#save.onclick = () => this.#saveData(saveData);
    byId("delete-account", HTMLButtonElement).onclick = () => {
      this.#dialog.close();
      askToDelete();
    };
    room.changed.on(() => {
      this.#opener.hidden = !room.hasAccount;
    });
    session.received.on(({ frame: { code, data } }) => {
      if (code === Code.devices && this.#dialog.isOpen) this.#draw(data.devices);
    });
  }

  /** Shows the devices. @param {boolean} [makesCode] Whether to show a code for another one. */
  async open(makesCode = false) {
    this.#made.hidden = true;
    this.#saved.textContent = "";
    this.#typed.value = "";
    const answer = await this.session.ask({ devices: true });
    const problem = problemIn(answer);
    if (problem !== undefined || !answer) return this.room.addNote(problem ?? "");
    this.#draw(answer.data.devices);
    this.#dialog.open();
    if (makesCode) await this.#makeCode();
  }

  /** Shows the dialog, for a code of another device. */
  async openForCode() {
    await this.open();
    this.#typed.focus();
  }

  /** @param {import("../wire/frames.js").Device[]} devices */
  #draw(devices) {
    this.#list.replaceChildren(...devices.map((device) => this.#rowFor(device, devices.length > 1)));
  }

  /**
   * @param {import("../wire/frames.js").Device} device
   * @param {boolean} isRemovable
   */
  #rowFor(device, isRemovable) {
    const name = device.name || t("unknownDevice");
    const state = device.this ? t("thisDevice") : device.here ? t("connected") : device.used ?? "";
    const label = make("p", { dir: "auto" }, name, " ", make("span", { class: "muted" }, state));
    if (!isRemovable) return make("li", {}, label);
    const unlink = button(t("removeDevice"), () => this.#unlink(device.number), { class: "quiet" });
    unlink.setAttribute("aria-label", t("removeDeviceName", name));
    return make("li", {}, label, unlink);
  }

  /** @param {number} number */
  async #unlink(number) {
    const problem = problemIn(await this.session.ask({ unlink: number }));
    this.#dialog.showProblem(problem ?? "");
  }

  async #makeCode() {
    const answer = await this.session.ask({ link: true });
    const problem = problemIn(answer);
    if (problem !== undefined || !answer) return this.#dialog.showProblem(problem ?? "");
    const { code, seconds } = answer.data;
    this.#code.textContent = code;
    this.#about.textContent = t("linkAbout", Math.round(seconds / 60));
    this.#made.hidden = false;
    await this.#qr.draw(new URL(linkFragmentOf(code), location.href).href);
  }

  /** @param {() => Promise<{ saved?: string, problem?: string }>} save */
  async #saveData(save) {
    this.#save.disabled = true;
    this.#saved.textContent = t("savingData");
    const { saved = "", problem = "" } = await save();
    this.#save.disabled = false;
    this.#saved.textContent = saved;
    this.#dialog.showProblem(problem);
  }

  async #linkThis() {
    if (this.#typed.value.trim() === "") return t("linkCodeMissing");
    this.session.link(this.#typed.value.trim());
    return undefined;
  }
}
