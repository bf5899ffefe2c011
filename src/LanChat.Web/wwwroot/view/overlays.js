/**
 * The open overlays, which Back closes as Escape does: while one is open the browser's history has
 * an entry for it.
 */
export class Overlays {
  /** @type {Map<string, () => void>} */
  #open = new Map();
  #hasHistoryEntry = Boolean(history.state?.layer);
  /** Going to another fragment is going to another room, which closes nothing here. */
  #fragment = location.hash;

  constructor() {
    addEventListener("popstate", (event) => this.#handlePop(Boolean(event.state?.layer)));
  }

  /**
   * @param {string} name
   * @param {() => void} close
   */
  open(name, close) {
    this.#open.delete(name);
    this.#open.set(name, close);
    if (!this.#hasHistoryEntry) history.pushState({ layer: true }, "");
    this.#hasHistoryEntry = true;
  }

  /**
   * Forgets an overlay that was closed otherwise. The history entry stays for the next one.
   * @param {string} name
   */
  closed(name) {
    this.#open.delete(name);
  }

  /** @param {boolean} isOurEntry Whether the user went forward to our history entry. */
  #handlePop(isOurEntry) {
    if (location.hash !== this.#fragment) return;
    const hadEntry = this.#hasHistoryEntry;
    this.#hasHistoryEntry = isOurEntry;
    if (isOurEntry || !hadEntry) return;
    const last = [...this.#open].at(-1);
    if (!last) return history.back();
    this.#open.delete(last[0]);
    last[1]();
    if (this.#open.size > 0) {
      history.pushState({ layer: true }, "");
      this.#hasHistoryEntry = true;
    }
  }
}
