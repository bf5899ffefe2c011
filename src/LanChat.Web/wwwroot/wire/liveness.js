const SILENCE = 25_000;
const PATIENCE = 10_000;

/** Finds out whether the other side is still there: when nothing came for a while it is asked, and given up if nothing follows. */
export class Liveness {
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {() => void} ask
   * @param {() => void} giveUp
   */
  constructor(ask, giveUp) {
    this.ask = ask;
    this.giveUp = giveUp;
  }

  /** Something has come. */
  hear() {
    this.#in(SILENCE, () => this.doubt());
  }

  /** Asks now. */
  doubt() {
    this.ask();
    this.expect();
  }

  /** Something has to come soon. */
  expect() {
    this.#in(PATIENCE, this.giveUp);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /**
   * @param {number} pause
   * @param {() => void} then
   */
  #in(pause, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, pause);
  }
}
