import { t } from "../text/language.js";
import { byId } from "./dom.js";

const SECOND = 1000;
// A connection that is back at once is no trouble.
const UNNOTICED = 1500;

/** Says that the connection is lost, and when it will be tried again; or that this user is in from elsewhere. */
export class Trouble {
  #bar = byId("trouble", HTMLElement);
  #text = byId("trouble-text", HTMLElement);
  #button = byId("try-now", HTMLButtonElement);
  /** @type {import("../wire/session.js").State} */
  #state = { kind: "connecting" };
  #since = 0;
  /** Why this page has no connection and makes none. */
  #elsewhere = "";
  /** @type {number | undefined} */
  #timer;

  /** @param {import("../wire/session.js").Session} session */
  constructor(session) {
    session.state.on((state) => {
      if (state.kind === "joined" || state.kind === "closed") this.#since = 0;
      else this.#since ||= Date.now();
      if (state.kind === "joined") this.#elsewhere = "";
      this.#state = state;
      this.#show();
    });
    this.#button.onclick = () => (this.#elsewhere ? session.join(session.nick) : session.reconnectNow());
  }

  /** Somebody came in by this name and key: another tab, or another device. @param {string} why */
  tellElsewhere(why) {
    this.#elsewhere = why;
    this.#show();
  }

  #show() {
    clearTimeout(this.#timer);
    const isLost = this.#since > 0;
    this.#bar.hidden = !this.#elsewhere && (!isLost || Date.now() - this.#since < UNNOTICED);
    this.#button.textContent = t(this.#elsewhere ? "useHere" : "tryNow");
    if (!isLost && !this.#elsewhere) return;
    const left = this.#state.kind === "waiting" ? Math.ceil((this.#state.until - Date.now()) / SECOND) : 0;
    const text = this.#elsewhere && !isLost ? this.#elsewhere : left > 0 ? t("offline", left) : t("connecting");
    if (this.#text.textContent !== text) this.#text.textContent = text;
    if (isLost) this.#timer = setTimeout(() => this.#show(), SECOND / 4);
  }
}
