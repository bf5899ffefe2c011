/**
 * The key by which names belong to this browser (PROTOCOL.md): ECDSA over P-256, made on first use. Its private half never leaves the browser,
 * not even to this page. Browsers have keys only where nobody in between can change the page: with HTTPS, and on the computer itself.
 *
 * @typedef {{ text: string, sign: (room: string, nonce: string, nick: string) => Promise<string> }} DeviceKey
 */

const DATABASE = "lanchat";
const STORE = "keys";
const NAME = "device";
const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" };
const CONTEXT = "lanchat name 1";

/** @returns {Promise<DeviceKey | undefined>} Nothing where there cannot be one; a room can be entered without. */
export async function deviceKey() {
  if (!globalThis.isSecureContext || !globalThis.indexedDB) return undefined;
  try {
    const pair = await keptPair();
    const text = base64(await crypto.subtle.exportKey("spki", pair.publicKey));
    return { text, sign: async (...words) => base64(await crypto.subtle.sign(SIGNATURE, pair.privateKey, bytesOf(words))) };
  } catch {
    return undefined;
  }
}

/** @returns {Promise<CryptoKeyPair>} */
async function keptPair() {
  const made = await crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);
  const opening = indexedDB.open(DATABASE);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await finished(opening);
  // In one transaction: of two pages that are opened at once both get the same.
  const keys = database.transaction(STORE, "readwrite").objectStore(STORE);
  const kept = await finished(keys.get(NAME));
  if (!kept) await finished(keys.put(made, NAME));
  database.close();
  return kept ?? made;
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function finished(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {string[]} words */
function bytesOf(words) {
  return new TextEncoder().encode([CONTEXT, ...words].join("\n"));
}

/** @param {ArrayBuffer} bytes */
function base64(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
