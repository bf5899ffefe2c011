import { t } from "../text/language.js";
import { byId } from "./dom.js";

/**
 * Says below a private conversation that the other has read it; the switches that turn this off,
 * and that the server keeps how far the user has read.
 */
export class ReadReceipts {
  #seen = byId("seen", HTMLElement);
  #choice = byId("receipts-choice", HTMLElement);
  #switch = byId("receipts", HTMLInputElement);
  #keepChoice = byId("positions-choice", HTMLElement);
  #keepSwitch = byId("positions", HTMLInputElement);

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../room/readPositions.js").ReadPositions} positions
   */
  constructor(room, positions) {
    this.#switch.onchange = () => positions.share(this.#switch.checked);
    this.#keepSwitch.onchange = () => positions.keep(this.#keepSwitch.checked);
    room.changed.on(() => {
      const { shown } = room;
      this.#seen.hidden = !shown.isPrivate || shown.lastSeen === undefined;
      if (!this.#seen.hidden) this.#seen.textContent = t("seenBy", shown.name ?? "");
      this.#choice.hidden = positions.isShared === undefined;
      this.#switch.checked = positions.isShared === true;
      this.#keepChoice.hidden = positions.isKept === undefined;
      this.#keepSwitch.checked = positions.isKept === true;
    });
  }
}
