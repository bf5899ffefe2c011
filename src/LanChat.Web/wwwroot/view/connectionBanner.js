import { t } from "../text/language.js";
import { byId } from "./dom.js";

const SECOND = 1000;
// A connection that is back sooner is not reported.
const GRACE = 1500;

/**
 * The banner for a lost connection, with the time of the next attempt, or for a take-over of the
 * nickname by another tab or device.
 */
export class ConnectionBanner {
  #bar = byId("trouble", HTMLElement);
  #text = byId("trouble-text", HTMLElement);
  #button = byId("try-now", HTMLButtonElement);
  /** @type {import("../wire/session.js").State} */
  #state = { kind: "connecting" };
  #since = 0;
  /** The reason for a take-over: the page does not reconnect by itself. */
  #takenOver = "";
  /** @type {number | undefined} */
  #timer;

  /** @param {import("../wire/session.js").Session} session */
  constructor(session) {
    session.state.on((state) => {
      if (state.kind === "joined" || state.kind === "closed") this.#since = 0;
      else this.#since ||= Date.now();
      if (state.kind === "joined") this.#takenOver = "";
      this.#state = state;
      this.#show();
    });
    this.#button.onclick = () => {
      if (this.#takenOver) session.join(session.nick);
      else session.reconnectNow();
    };
  }

  /** @param {string} why */
  showTakenOver(why) {
    this.#takenOver = why;
    this.#show();
  }

  #show() {
    clearTimeout(this.#timer);
    const isLost = this.#since > 0;
    this.#bar.hidden = !this.#takenOver && (!isLost || Date.now() - this.#since < GRACE);
    this.#button.textContent = t(this.#takenOver ? "useHere" : "tryNow");
    if (!isLost && !this.#takenOver) return;
    const text = this.#takenOver && !isLost ? this.#takenOver : this.#progress();
    if (this.#text.textContent !== text) this.#text.textContent = text;
    if (isLost) this.#timer = setTimeout(() => this.#show(), SECOND / 4);
  }

  #progress() {
    const until = this.#state.kind === "waiting" ? this.#state.until : 0;
    const seconds = Math.ceil((until - Date.now()) / SECOND);
    return seconds > 0 ? t("offline", seconds) : t("connecting");
  }
}
