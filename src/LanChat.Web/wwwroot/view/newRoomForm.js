import { t } from "../text/language.js";
import { fillChoices } from "./choices.js";
import { Dialog } from "./dialog.js";
import { byId } from "./dom.js";

// Without a key nobody owns the room, so nobody could let others in.
const ENTRIES_WITHOUT_KEY = ["all", "password"];
const ENTRIES = ["all", "named", "password", "ask", "trusted"];

/** The dialog that opens a room. */
export class NewRoomForm {
  #name = byId("new-room-name", HTMLInputElement);
  #entry = byId("new-room-entry", HTMLSelectElement);
  #password = byId("new-room-password", HTMLInputElement);
  #listed = byId("new-room-listed", HTMLInputElement);
  #dialog;

  /**
   * @param {import("../room/serverRooms.js").ServerRooms} rooms
   * @param {import("./overlays.js").Overlays} overlays
   * @param {(name: string) => void} enter
   */
  constructor(rooms, overlays, enter) {
    this.rooms = rooms;
    this.enter = enter;
    this.#dialog = new Dialog("new-room-dialog", overlays, () => this.#submit());
    byId("new-room", HTMLButtonElement).onclick = () => this.#open();
    this.#entry.onchange = () => this.#showPassword();
  }

  #open() {
    const entries = this.rooms.session.key ? ENTRIES : ENTRIES_WITHOUT_KEY;
    fillChoices(this.#entry, "entry", entries, "all");
    this.#name.value = this.#password.value = "";
    this.#listed.checked = true;
    this.#showPassword();
    this.#dialog.open();
    this.#name.focus();
  }

  #showPassword() {
    this.#password.hidden = this.#entry.value !== "password";
    const [label] = this.#password.labels ?? [];
    label.hidden = this.#password.hidden;
  }

  async #submit() {
    const name = this.#name.value.trim();
    if (name === "") return t("roomNameMissing");
    const entry = this.#entry.value;
    const password = this.#password.value;
    if (entry === "password" && password === "") return t("passwordMissing");
    const settings = {
      ...(entry === "password" && { password }),
      ...(entry !== "all" && { entry }),
      ...(!this.#listed.checked && { listed: "no" }),
    };
    const problem = await this.rooms.open(name, settings);
    if (problem === undefined) this.enter(name);
    return problem;
  }
}
