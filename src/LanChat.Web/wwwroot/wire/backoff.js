const FIRST = 500;
const LONGEST = 15_000;
const LEAST_PART = 0.8;

/** Pauses that grow to a bound, a little shorter at random, so that all who lost the same room do not come back in one moment. */
export class Backoff {
  #next = FIRST;

  /** Milliseconds to wait before the next try. */
  next() {
    const pause = this.#next * (LEAST_PART + (1 - LEAST_PART) * Math.random());
    this.#next = Math.min(LONGEST, this.#next * 2);
    return pause;
  }

  /** All is well again. */
  reset() {
    this.#next = FIRST;
  }
}
