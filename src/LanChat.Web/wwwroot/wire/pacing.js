/**
 * Keeps what is said below what may be said, as the room closes who is at its limit for long: half of what may be said at once, and four
 * fifths of what may be said a second. The rest is for pongs and a network that is late.
 */
export class Pacing {
  #most;
  #rate;
  #left;
  #asOf;

  /**
   * @param {import("./frames.js").Pace | undefined} pace What may be said; without it there is no bound.
   * @param {() => number} now Milliseconds.
   */
  constructor(pace, now = () => performance.now()) {
    this.now = now;
    this.#most = pace ? Math.max(1, pace.burst * 0.5) : Infinity;
    this.#rate = pace ? (pace.rate * 0.8) / 1000 : 0;
    this.#left = this.#most;
    this.#asOf = now();
  }

  /** Whether one more may be said now. */
  tryTake() {
    const now = this.now();
    this.#left = Math.min(this.#most, this.#left + (now - this.#asOf) * this.#rate);
    this.#asOf = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  /** Milliseconds until one more may be said. */
  get pause() {
    return this.#left >= 1 ? 0 : Math.ceil((1 - this.#left) / this.#rate);
  }
}
