/**
 * The client's token bucket: keeps requests below the server's rate limit, which disconnects a
 * client that stays at it. Uses half of the burst and four fifths of the rate, and leaves the rest
 * for pongs and network delay.
 */
export class Pacing {
  #capacity;
  #rate;
  #tokens;
  #updatedAt;

  /**
   * @param {import("./frames.js").RateLimit | undefined} limit Undefined: unlimited.
   * @param {() => number} now A clock, in milliseconds.
   */
  constructor(limit, now = () => performance.now()) {
    this.now = now;
    this.#capacity = limit ? Math.max(1, limit.burst * 0.5) : Infinity;
    this.#rate = limit ? (limit.rate * 0.8) / 1000 : 0;
    this.#tokens = this.#capacity;
    this.#updatedAt = now();
  }

  /** Takes a token; returns false if the bucket is empty. */
  tryAcquire() {
    const now = this.now();
    this.#tokens = Math.min(this.#capacity, this.#tokens + (now - this.#updatedAt) * this.#rate);
    this.#updatedAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  /** Milliseconds until a token is available. */
  get delay() {
    return this.#tokens >= 1 ? 0 : Math.ceil((1 - this.#tokens) / this.#rate);
  }
}
