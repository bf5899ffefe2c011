import { t } from "../text/language.js";
import { byId } from "./dom.js";

const SECOND = 1000;
// A connection that is back sooner is not reported.
const GRACE = 1500;

/**
 * @typedef {{
 *   label: import("../text/language.js").Key, press: () => void,
 * }} Way The button by which the user comes in again.
 */

/**
 * The banner for a lost connection, with the time of the next attempt, or for one that the server
 * has ended: another tab or device took it over, or it has no account any more.
 */
export class ConnectionBanner {
  #bar = byId("trouble", HTMLElement);
  #text = byId("trouble-text", HTMLElement);
  #button = byId("try-now", HTMLButtonElement);
  /** @type {import("../wire/session.js").State} */
  #state = { kind: "connecting" };
  #since = 0;
  /** Why the server has ended the connection: the page does not reconnect by itself. */
  #ended = "";
  /** @type {Way} */
  #way;
  /** @type {number | undefined} */
  #timer;

  /** @param {import("../wire/session.js").Session} session */
  constructor(session) {
    this.#way = { label: "useHere", press: () => session.join(session.nick) };
    session.state.on((state) => {
      if (state.kind === "joined" || state.kind === "closed") this.#since = 0;
      else this.#since ||= Date.now();
      if (state.kind === "joined") this.#ended = "";
      this.#state = state;
      this.#show();
    });
    this.#button.onclick = () => {
      if (this.#ended) this.#way.press();
      else session.reconnectNow();
    };
  }

  /**
   * @param {string} why
   * @param {Way} [way] By default, to come in again here.
   */
  showEnded(why, way = this.#way) {
    [this.#ended, this.#way] = [why, way];
    this.#show();
  }

  #show() {
    clearTimeout(this.#timer);
    const isLost = this.#since > 0;
    this.#bar.hidden = !this.#ended && (!isLost || Date.now() - this.#since < GRACE);
    this.#button.textContent = t(this.#ended ? this.#way.label : "tryNow");
    if (!isLost && !this.#ended) return;
    const text = this.#ended && !isLost ? this.#ended : this.#progress();
    if (this.#text.textContent !== text) this.#text.textContent = text;
    if (isLost) this.#timer = setTimeout(() => this.#show(), SECOND / 4);
  }

  #progress() {
    const until = this.#state.kind === "waiting" ? this.#state.until : 0;
    const seconds = Math.ceil((until - Date.now()) / SECOND);
    return seconds > 0 ? t("offline", seconds) : t("connecting");
  }
}
