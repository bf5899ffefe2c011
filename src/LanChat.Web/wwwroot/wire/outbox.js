import { keep, recall } from "../kept.js";

/**
 * Something asked of the room. What is said has a ref, by which the room says it once, however often it is asked for.
 *
 * @typedef {Record<string, unknown>} Request
 * @typedef {{
 *   request: Request, ref?: string, id?: number, sent: boolean, echoed: boolean,
 *   words?: { kind: "said" | "acted" | "private", text: string, to?: string, typed?: string, where?: string | null },
 * }} Wish What is said has its text as it was typed, and where, if it can be typed there again.
 */

const KEPT_AS = "unsent";
const REF_BYTES = 16;

/**
 * All that was asked and is not answered yet, in order. It outlives connections, and the page as long as its tab is there: what was said and
 * not answered is said again under its ref, which changes nothing if the room has heard it.
 */
export class Outbox {
  /** @type {Wish[]} */
  #wishes = recall(KEPT_AS, []);
  #lastId = 0;

  /** What was said and is not there yet, in order. */
  get unsaid() {
    return this.#wishes.filter((wish) => wish.words && !wish.echoed);
  }

  /**
   * @param {Request} request
   * @param {Wish["words"]} [words] What is said by it.
   */
  add(request, words) {
    const ref = words && newRef();
    this.#wishes.push({ request: ref ? { ...request, ref } : request, ref, sent: false, echoed: false, words });
    if (words) this.#keep();
  }

  /** Takes back what was not sent yet. @param {Wish} wish */
  withdraw(wish) {
    return this.#remove((one) => one === wish && !one.sent);
  }

  clear() {
    this.#wishes = [];
    this.#keep();
  }

  /** The next one to be sent; it counts as sent. */
  take() {
    const wish = this.#wishes.find((one) => !one.sent);
    if (!wish) return undefined;
    wish.sent = true;
    wish.id = ++this.#lastId;
    return wish;
  }

  get hasMore() {
    return this.#wishes.some((wish) => !wish.sent);
  }

  /** A new connection: what was said is asked again, the rest (a name, a list) is not worth it. */
  startAgain() {
    this.#wishes = this.#wishes.filter((wish) => wish.words || !wish.sent);
    for (const wish of this.#wishes) wish.sent = false;
  }

  /**
   * Our own words came back: they stand in the talk from now on.
   * @param {import("./frames.js").Message} message
   */
  echo(message) {
    const first = this.#wishes.find((wish) => wish.sent && wish.words && !wish.echoed);
    if (first?.words && first.words.kind === message.kind && first.words.text === message.message) {
      first.echoed = true;
      this.#keep();
    }
  }

  /**
   * @param {string} ref
   * @returns {Wish | undefined} What is known by it.
   */
  known(ref) {
    return this.#remove((wish) => wish.ref === ref);
  }

  /** @param {number} id By which it was sent. */
  answeredTo(id) {
    return this.#remove((wish) => wish.sent && wish.id === id);
  }

  /** The room keeps the order: whatever it answers with, an error or something of its own, is about the first that was sent. */
  answered() {
    return this.#remove((wish) => wish.sent);
  }

  /** The first that was sent and is not answered. */
  get first() {
    return this.#wishes.find((wish) => wish.sent);
  }

  /** @param {(wish: Wish) => boolean} matches */
  #remove(matches) {
    const at = this.#wishes.findIndex(matches);
    const wish = at < 0 ? undefined : this.#wishes.splice(at, 1)[0];
    if (wish?.words) this.#keep();
    return wish;
  }

  #keep() {
    const said = this.#wishes.filter(({ words }) => words).map((wish) => ({ ...wish, sent: false }));
    keep(KEPT_AS, said);
  }
}

function newRef() {
  const bytes = crypto.getRandomValues(new Uint8Array(REF_BYTES));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
