const SILENCE = 25_000;
const PATIENCE = 10_000;

/** Detects a dead connection: pings after a silence, and times out if nothing follows. */
export class Heartbeat {
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {() => void} ping
   * @param {() => void} onTimeout
   */
  constructor(ping, onTimeout) {
    this.ping = ping;
    this.onTimeout = onTimeout;
  }

  /** Restarts the timer: the server has sent something. */
  received() {
    this.#schedule(SILENCE, () => this.probe());
  }

  /** Pings now. */
  probe() {
    this.ping();
    this.expectReply();
  }

  /** Expects a frame soon, or times out. */
  expectReply() {
    this.#schedule(PATIENCE, this.onTimeout);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /**
   * @param {number} delay
   * @param {() => void} callback
   */
  #schedule(delay, callback) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(callback, delay);
  }
}
