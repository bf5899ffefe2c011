/**
 * The device key, which proves that a nickname belongs to this browser (PROTOCOL.md): ECDSA over
 * P-256, created on first use. The private key cannot be exported, not even by this page. Web
 * Crypto needs a secure context: HTTPS or localhost.
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

/** @returns {Promise<DeviceKey | undefined>} Undefined if unavailable: a key is optional. */
export async function deviceKey() {
  if (!globalThis.isSecureContext || !globalThis.indexedDB) return undefined;
  try {
    const pair = await loadOrCreateKeyPair();
    const text = base64(await crypto.subtle.exportKey("spki", pair.publicKey));
    const sign = (/** @type {string[]} */ ...parts) => signWith(pair.privateKey, parts);
    return { text, sign };
  } catch {
    return undefined;
  }
}

/**
 * @param {CryptoKey} privateKey
 * @param {string[]} parts
 */
async function signWith(privateKey, parts) {
  return base64(await crypto.subtle.sign(SIGNATURE, privateKey, bytesOf(parts)));
}

/** @returns {Promise<CryptoKeyPair>} */
async function loadOrCreateKeyPair() {
  const created = await crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);
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
