/** What is open over the page, and closes by Back as it does by Escape: there is one step in the browser's history while something is open. */
export class Layers {
  /** @type {Map<string, () => void>} */
  #open = new Map();
  #hasStep = Boolean(history.state?.layer);

  constructor() {
    addEventListener("popstate", (event) => this.#popped(Boolean(event.state?.layer)));
  }

  /**
   * @param {string} name
   * @param {() => void} close
   */
  open(name, close) {
    this.#open.delete(name);
    this.#open.set(name, close);
    if (!this.#hasStep) history.pushState({ layer: true }, "");
    this.#hasStep = true;
  }

  /** It was closed otherwise. The step stays for the next that opens. @param {string} name */
  closed(name) {
    this.#open.delete(name);
  }

  /** @param {boolean} isStep Whether the browser has come to the step, by going forward. */
  #popped(isStep) {
    const hadStep = this.#hasStep;
    this.#hasStep = isStep;
    if (isStep || !hadStep) return;
    const last = [...this.#open].at(-1);
    if (!last) return history.back();
    this.#open.delete(last[0]);
    last[1]();
    if (this.#open.size > 0) {
      history.pushState({ layer: true }, "");
      this.#hasStep = true;
    }
  }
}
