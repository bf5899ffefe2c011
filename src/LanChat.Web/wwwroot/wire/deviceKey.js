import { createPrivateKey, publicKeyOf, sign as signPlainly } from "../crypto/p256.js";

/**
 * The device key, which proves that a nickname belongs to this browser (PROTOCOL.md): ECDSA over
 * P-256, created on first use. With HTTPS, or on the server's own computer, it is the browser's,
 * and not even this page can read it. Over plain HTTP there is no Web Crypto: the page has a key of
 * its own, which lies readable in the browser's database.
 *
 * @typedef {{
 *   text: string, sign: (room: string, nonce: string, nick: string) => Promise<string>,
 * }} DeviceKey
 */

const DATABASE = "lanchat";
const STORE = "keys";
const NAME = "device";
const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" };
const CONTEXT = "lanchat name 1";

/**
 * @returns {Promise<DeviceKey | undefined>} Undefined if it cannot be stored: a key is optional.
 */
export async function deviceKey() {
  try {
    return await (globalThis.isSecureContext ? browserKey() : plainKey());
  } catch {
    return undefined;
  }
}

/** @returns {Promise<DeviceKey>} */
async function browserKey() {
  const pair = await loadOrStore(await crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]));
  return {
    text: base64(await crypto.subtle.exportKey("spki", pair.publicKey)),
    sign: async (...parts) => base64(await crypto.subtle.sign(SIGNATURE, pair.privateKey, bytesOf(parts))),
  };
}

/** @returns {Promise<DeviceKey>} */
async function plainKey() {
  const key = await loadOrStore(createPrivateKey());
  return {
    text: base64(publicKeyOf(key).buffer),
    sign: async (...parts) => base64(signPlainly(key, bytesOf(parts)).buffer),
  };
}

/**
 * The stored key, which is this one if there is none yet.
 * @template T
 * @param {T} created
 * @returns {Promise<T>}
 */
async function loadOrStore(created) {
  const opening = indexedDB.open(DATABASE);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await completed(opening);
  // One transaction, so that two pages that open at once get the same key.
  const keys = database.transaction(STORE, "readwrite").objectStore(STORE);
  const stored = await completed(keys.get(NAME));
  if (!stored) await completed(keys.put(created, NAME));
  database.close();
  return stored ?? created;
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function completed(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {string[]} parts */
function bytesOf(parts) {
  return new TextEncoder().encode([CONTEXT, ...parts].join("\n"));
}

/** @param {ArrayBuffer} bytes */
function base64(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
