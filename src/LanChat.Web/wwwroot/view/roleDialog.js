import { problemIn } from "../room/serverRooms.js";
import { t } from "../text/language.js";
import { fillChoices } from "./choices.js";
import { Dialog } from "./dialog.js";
import { byId } from "./dom.js";

/** The dialog that gives a member a role. */
export class RoleDialog {
  #title = byId("role-title", HTMLElement);
  #role = byId("role", HTMLSelectElement);
  #name = "";
  #dialog;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(session, room, overlays) {
    this.session = session;
    this.room = room;
    this.#dialog = new Dialog("role-dialog", overlays, () => this.#submit());
  }

  /** @param {string} name */
  open(name) {
    this.#name = name;
    this.#title.textContent = t("roleOf", name);
    const higher = this.room.may("appoint") ? ["moderator", "owner"] : [];
    fillChoices(this.#role, "role", ["trusted", ...higher, "guest"], "trusted");
    this.#dialog.open();
    this.#role.focus();
  }

  async #submit() {
    const problem = problemIn(await this.session.ask({ role: this.#name, as: this.#role.value }));
    if (problem === undefined) this.room.addNote(t("roleGiven", this.#name, this.#role.selectedOptions[0].text));
    return problem;
  }
}
