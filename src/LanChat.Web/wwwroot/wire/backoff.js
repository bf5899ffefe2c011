const INITIAL = 500;
const MAX = 15_000;
const MIN_FACTOR = 0.8;

/**
 * Exponential backoff with a maximum. Random jitter keeps the clients of one server from
 * reconnecting at the same moment.
 */
export class Backoff {
  #next = INITIAL;

  /** Milliseconds before the next attempt. */
  next() {
    const delay = this.#next * (MIN_FACTOR + (1 - MIN_FACTOR) * Math.random());
    this.#next = Math.min(MAX, this.#next * 2);
    return delay;
  }

  /** Starts over, after a successful connection. */
  reset() {
    this.#next = INITIAL;
  }
}
