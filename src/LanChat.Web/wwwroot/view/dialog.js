import { byId } from "./dom.js";

/**
 * A form in a dialog. Escape, Back and the cancel button close it; a problem is shown above its
 * buttons and leaves it open.
 */
export class Dialog {
  #dialog;
  #problem;
  #send;

  /**
   * @param {string} id
   * @param {import("./overlays.js").Overlays} overlays
   * @param {() => Promise<string | undefined> | void} submit Returns why it was not done; undefined
   *   closes the dialog.
   */
  constructor(id, overlays, submit) {
    this.id = id;
    this.overlays = overlays;
    this.#dialog = byId(id, HTMLDialogElement);
    const form = part(this.#dialog, "form", HTMLFormElement);
    this.#problem = part(form, ".problem", HTMLElement);
    this.#send = part(form, ".primary", HTMLButtonElement);
    form.noValidate = true;
    form.onsubmit = (event) => {
      event.preventDefault();
      this.#submit(submit);
    };
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    });
    part(form, ":scope > .answers > .quiet:not(.bad)", HTMLButtonElement).onclick = () => this.close();
    this.#dialog.addEventListener("close", () => overlays.closed(id));
  }

  get isOpen() {
    return this.#dialog.open;
  }

  open() {
    this.showProblem("");
    if (this.isOpen) return;
    this.overlays.open(this.id, () => this.close());
    this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  /** @param {string} text */
  showProblem(text) {
    this.#problem.textContent = text;
  }

  /** @param {() => Promise<string | undefined> | void} submit */
  async #submit(submit) {
    this.showProblem("");
    this.#send.disabled = true;
    const problem = await submit();
    this.#send.disabled = false;
    if (problem === undefined) this.close();
    else this.showProblem(problem);
  }
}

/**
 * @template {HTMLElement} T
 * @param {HTMLElement} parent
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function part(parent, selector, type) {
  const element = parent.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`#${parent.id} has no ${type.name} ${selector}`);
  return element;
}
