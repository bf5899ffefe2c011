/**
 * Incremental SHA-256 (FIPS 180-4). Web Crypto hashes only buffers that are in memory as a whole,
 * and is missing without HTTPS.
 */
const BLOCK = 64;
const LENGTH_AT = 56;
const PRIMES = firstPrimes(BLOCK);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionOf(Math.sqrt(prime)));
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fractionOf(Math.cbrt(prime)));

export class Sha256 {
  #state = START.slice();
  #words = new Int32Array(BLOCK);
  #rest = new Uint8Array(BLOCK);
  #length = 0;

  /** @param {Uint8Array} bytes */
  update(bytes) {
    const kept = this.#length % BLOCK;
    this.#length += bytes.length;
    let at = kept === 0 ? 0 : BLOCK - kept;
    this.#rest.set(bytes.subarray(0, at), kept);
    if (at > bytes.length) return;
    if (kept > 0) this.#mix(this.#rest, 0);
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#mix(bytes, at);
    this.#rest.set(bytes.subarray(at));
  }

  /** @returns {string} The hash in lower-case hexadecimal. */
  finish() {
    const bits = this.#length * 8;
    const kept = this.#length % BLOCK;
    const padding = new Uint8Array((kept < LENGTH_AT ? BLOCK : 2 * BLOCK) - kept);
    const view = new DataView(padding.buffer);
    padding[0] = 0x80;
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  /**
   * @param {Uint8Array} bytes
   * @param {number} from Where the block begins.
   */
  #mix(bytes, from) {
    const state = this.#state;
    const words = this.#words;
    for (let i = 0, at = from; i < 16; i++, at += 4) {
      words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }

    for (let i = 16; i < BLOCK; i++) {
      const x = words[i - 15];
      const y = words[i - 2];
      const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = words[i - 16] + small0 + words[i - 7] + small1;
    }

    let [a, b, c, d] = [state[0], state[1], state[2], state[3]];
    let [e, f, g, h] = [state[4], state[5], state[6], state[7]];
    for (let i = 0; i < BLOCK; i++) {
      const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + big1 + ((e & f) ^ (~e & g)) + CONSTANTS[i] + words[i]) | 0;
      const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }

    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

/** @param {number} count */
function firstPrimes(count) {
  const primes = [2];
  for (let next = 3; primes.length < count; next += 2) {
    if (primes.every((prime) => next % prime !== 0)) primes.push(next);
  }

  return primes;
}

/** The first 32 bits of the fraction, as in the constants of the standard. @param {number} root */
function fractionOf(root) {
  return ((root % 1) * 2 ** 32) | 0;
}
