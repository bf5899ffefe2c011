import { Sha256 } from "./sha256.js";

/**
 * ECDSA over P-256 with SHA-256 (FIPS 186-5) and the nonces of RFC 6979, for pages to which the
 * browser gives no Web Crypto: those over plain HTTP. It is not constant in time, so it is for
 * somebody's own browser only; see SECURITY.md.
 *
 * @typedef {{ x: bigint, y: bigint, z: bigint }} Point In Jacobian coordinates; z is 0 at infinity.
 */

const SIZE = 32;
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** @type {Point} */
const BASE = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  z: 1n,
};
/** @type {Point} */
const INFINITY = { x: 1n, y: 1n, z: 0n };

// SubjectPublicKeyInfo of an uncompressed point: algorithm ecPublicKey, curve prime256v1.
const SPKI_PREFIX = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";

/** @returns {Uint8Array<ArrayBuffer>} A new private key: 32 random bytes, big endian. */
export function createPrivateKey() {
  while (true) {
    const bytes = crypto.getRandomValues(new Uint8Array(SIZE));
    if (isScalar(numberOf(bytes))) return bytes;
  }
}

/**
 * @param {Uint8Array} privateKey
 * @returns {Uint8Array<ArrayBuffer>} The public key as SubjectPublicKeyInfo (DER).
 */
export function publicKeyOf(privateKey) {
  const { x, y } = affine(multiply(BASE, numberOf(privateKey)));
  return bytesOfHex(SPKI_PREFIX + hex(x) + hex(y));
}

/**
 * @param {Uint8Array} privateKey
 * @param {Uint8Array} message
 * @returns {Uint8Array<ArrayBuffer>} The signature: r and s, 32 bytes each (IEEE P1363).
 */
export function sign(privateKey, message) {
  const key = numberOf(privateKey);
  const digest = numberOf(hash(message)) % ORDER;
  for (const nonce of nonces(key, digest)) {
    const r = affine(multiply(BASE, nonce)).x % ORDER;
    const s = modulo(inverse(nonce, ORDER) * (digest + r * key), ORDER);
    if (r !== 0n && s !== 0n) return bytesOfHex(hex(r) + hex(s));
  }

  throw new Error("unreachable: there is always a next nonce");
}

/**
 * The nonces of RFC 6979, section 3.2: determined by key and message, so that no weak random number
 * gives the key away.
 * @param {bigint} privateKey
 * @param {bigint} digest
 */
function* nonces(privateKey, digest) {
  const secret = bytesOfHex(hex(privateKey) + hex(digest));
  let key = new Uint8Array(SIZE);
  let value = new Uint8Array(SIZE).fill(1);
  for (const step of [0, 1]) {
    key = hmac(key, value, Uint8Array.of(step), secret);
    value = hmac(key, value);
  }

  while (true) {
    value = hmac(key, value);
    if (isScalar(numberOf(value))) yield numberOf(value);
    key = hmac(key, value, Uint8Array.of(0));
    value = hmac(key, value);
  }
}

/**
 * @param {Uint8Array} key At most 64 bytes.
 * @param {Uint8Array[]} parts
 */
function hmac(key, ...parts) {
  const block = new Uint8Array(64);
  block.set(key);
  const inner = hash(block.map((byte) => byte ^ 0x36), ...parts);
  return hash(block.map((byte) => byte ^ 0x5c), inner);
}

/** @param {Uint8Array[]} parts */
function hash(...parts) {
  const sha256 = new Sha256();
  for (const part of parts) sha256.update(part);
  return bytesOfHex(sha256.finish());
}

/**
 * The Montgomery ladder: the same steps for every number.
 * @param {Point} point
 * @param {bigint} times
 */
function multiply(point, times) {
  let [low, high] = [INFINITY, point];
  for (let bit = BigInt(SIZE * 8 - 1); bit >= 0n; bit--) {
    const sum = add(low, high);
    [low, high] = (times >> bit) & 1n ? [sum, double(high)] : [double(low), sum];
  }

  return low;
}

/**
 * @param {Point} point
 * @returns {Point}
 */
function double({ x, y, z }) {
  const zz = modulo(z * z);
  const yy = modulo(y * y);
  const xyy = modulo(x * yy);
  const slope = modulo(3n * (x - zz) * (x + zz));
  const x3 = modulo(slope * slope - 8n * xyy);
  return {
    x: x3,
    y: modulo(slope * (4n * xyy - x3) - 8n * yy * yy),
    z: modulo(2n * y * z),
  };
}

/**
 * @param {Point} one
 * @param {Point} other
 * @returns {Point}
 */
function add(one, other) {
  if (one.z === 0n) return other;
  if (other.z === 0n) return one;
  const zz1 = modulo(one.z * one.z);
  const zz2 = modulo(other.z * other.z);
  const x1 = modulo(one.x * zz2);
  const y1 = modulo(one.y * other.z * zz2);
  const width = modulo(other.x * zz1 - x1);
  const height = modulo(other.y * one.z * zz1 - y1);
  if (width === 0n) return height === 0n ? double(one) : INFINITY;
  const square = modulo(width * width);
  const cube = modulo(width * square);
  const x3 = modulo(height * height - cube - 2n * x1 * square);
  return {
    x: x3,
    y: modulo(height * (x1 * square - x3) - y1 * cube),
    z: modulo(width * one.z * other.z),
  };
}

/** @param {Point} point */
function affine({ x, y, z }) {
  const inverted = inverse(z, P);
  const square = modulo(inverted * inverted);
  return { x: modulo(x * square), y: modulo(y * square * inverted) };
}

/**
 * The extended Euclidean algorithm.
 * @param {bigint} number Not 0.
 * @param {bigint} modulus A prime.
 */
function inverse(number, modulus) {
  let [rest, next] = [modulus, modulo(number, modulus)];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }

  return modulo(factor, modulus);
}

/** @param {bigint} number */
function modulo(number, modulus = P) {
  const rest = number % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** @param {bigint} number */
function isScalar(number) {
  return number > 0n && number < ORDER;
}

/** @param {bigint} number Of 256 bits. */
function hex(number) {
  return number.toString(16).padStart(2 * SIZE, "0");
}

/** @param {Uint8Array} bytes */
function numberOf(bytes) {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOfHex(text) {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}
