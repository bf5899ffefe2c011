import { t } from "../text/language.js";
import { byId } from "./dom.js";

const SECOND = 1000;
// A connection that is back at once is no trouble.
const UNNOTICED = 1500;

/** Says that the connection is lost, and when it will be tried again. */
export class Trouble {
  #bar = byId("trouble", HTMLElement);
  #text = byId("trouble-text", HTMLElement);
  /** @type {import("../wire/session.js").State} */
  #state = { kind: "connecting" };
  #since = 0;
  /** @type {number | undefined} */
  #timer;

  /** @param {import("../wire/session.js").Session} session */
  constructor(session) {
    session.state.on((state) => {
      if (state.kind === "in" || state.kind === "over") this.#since = 0;
      else this.#since ||= Date.now();
      this.#state = state;
      this.#show();
    });
    byId("try-now", HTMLButtonElement).onclick = () => session.hurry();
  }

  #show() {
    clearTimeout(this.#timer);
    const isLost = this.#since > 0;
    this.#bar.hidden = !isLost || Date.now() - this.#since < UNNOTICED;
    if (!isLost) return;
    const left = this.#state.kind === "waiting" ? Math.ceil((this.#state.until - Date.now()) / SECOND) : 0;
    const text = left > 0 ? t("offline", left) : t("connecting");
    if (this.#text.textContent !== text) this.#text.textContent = text;
    this.#timer = setTimeout(() => this.#show(), SECOND / 4);
  }
}
