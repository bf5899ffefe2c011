import { Signal } from "../signal.js";
import { byId } from "./dom.js";

const KEPT_AS = "lanchat.comings";

/** Whether the talk shows who comes and goes. */
export class ComingsChoice {
  #switch = byId("comings", HTMLInputElement);
  /** @type {Signal<void>} */
  changed = new Signal();

  constructor() {
    this.#switch.checked = localStorage.getItem(KEPT_AS) !== "hidden";
    this.#switch.onchange = () => {
      localStorage.setItem(KEPT_AS, this.areShown ? "shown" : "hidden");
      this.changed.emit();
    };
  }

  get areShown() {
    return this.#switch.checked;
  }
}
