import { problemIn } from "../room/serverRooms.js";
import { languageChanged, t } from "../text/language.js";
import { button, byId, make } from "./dom.js";

/** The bar with those who ask to be let in, for those who decide. */
export class EntryRequests {
  #bar = byId("asks", HTMLElement);
  #list = /** @type {HTMLUListElement} */ (this.#bar.querySelector("ul"));
  #drawnState = "[]";

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   */
  constructor(session, room) {
    this.session = session;
    this.room = room;
    room.changed.on(() => this.#drawIfNew());
    languageChanged.on(() => this.#draw());
  }

  #drawIfNew() {
    const state = JSON.stringify(this.room.asks);
    if (state === this.#drawnState) return;
    this.#drawnState = state;
    this.#draw();
  }

  #draw() {
    const { asks } = this.room;
    this.#bar.hidden = asks.length === 0;
    this.#list.replaceChildren(...asks.map((name) => this.#rowFor(name)));
  }

  /** @param {string} name */
  #rowFor(name) {
    const text = make("p", { dir: "auto" }, t("asksToEnter", name));
    const answer = (/** @type {object} */ request) => () => this.#answer({ ...request });
    const admit = button(t("admit"), answer({ admit: name }), { class: "quiet" });
    const reject = button(t("reject"), answer({ reject: name }), { class: "quiet" });
    admit.setAttribute("aria-label", t("admitName", name));
    reject.setAttribute("aria-label", t("rejectName", name));
    return make("li", {}, text, admit, reject);
  }

  /** @param {Record<string, unknown>} request */
  async #answer(request) {
    const problem = problemIn(await this.session.ask(request));
    if (problem !== undefined) this.room.addNote(problem);
  }
}
