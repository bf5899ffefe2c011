import { byId } from "./dom.js";

/** Says above the composer that it holds a message of the user's own, and the old text. */
export class EditingBar {
  #bar = byId("editing", HTMLElement);
  #before = byId("editing-before", HTMLElement);

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../composing/editing.js").Editing} editing
   */
  constructor(room, editing) {
    this.editing = editing;
    byId("cancel-editing", HTMLButtonElement).onclick = () => editing.cancel();
    editing.changed.on(() => this.#show());
    room.shownChanged.on(() => this.#show());
  }

  #show() {
    this.#bar.hidden = !this.editing.isShown;
    this.#before.textContent = this.editing.current?.text ?? "";
  }
}
