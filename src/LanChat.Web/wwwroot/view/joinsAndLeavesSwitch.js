import { Signal } from "../signal.js";
import { byId } from "./dom.js";

const STORAGE_KEY = "lanchat.comings";

/** The switch that shows or hides joins and leaves. */
export class JoinsAndLeavesSwitch {
  #switch = byId("comings", HTMLInputElement);
  /** @type {Signal<void>} */
  changed = new Signal();

  constructor() {
    this.#switch.checked = localStorage.getItem(STORAGE_KEY) !== "hidden";
    this.#switch.onchange = () => {
      localStorage.setItem(STORAGE_KEY, this.areShown ? "shown" : "hidden");
      this.changed.emit();
    };
  }

  get areShown() {
    return this.#switch.checked;
  }
}
