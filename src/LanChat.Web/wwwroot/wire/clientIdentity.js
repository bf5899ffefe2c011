import { load, remove, save } from "../storage.js";

/**
 * Which one of its account's clients this page is (PROTOCOL.md): a reload comes back as the same
 * one, and replaces a session that the server still holds. A copy of the tab is another one.
 *
 * @typedef {{ session: string, device: string }} ClientIdentity
 */

const STORAGE_KEY = "session";
const SESSION_BYTES = 8;

const BROWSERS = { Edg: "Edge", OPR: "Opera", Firefox: "Firefox", Chrome: "Chrome", Safari: "Safari" };
const SYSTEMS = {
  Android: "Android", iPhone: "iPhone", iPad: "iPad", Windows: "Windows", Mac: "Mac", CrOS: "ChromeOS", Linux: "Linux",
};

/** @returns {ClientIdentity} */
export function clientIdentity() {
  const session = load(STORAGE_KEY, "") || randomSession();
  // Whoever copies the tab copies its storage, too.
  const hold = () => remove(STORAGE_KEY);
  hold();
  addEventListener("pageshow", hold);
  addEventListener("pagehide", () => save(STORAGE_KEY, session));
  return { session, device: deviceName(navigator.userAgent) };
}

function randomSession() {
  const bytes = crypto.getRandomValues(new Uint8Array(SESSION_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} userAgent */
function deviceName(userAgent) {
  const first = (/** @type {Record<string, string>} */ names) => (
    Object.entries(names).find(([word]) => userAgent.includes(word))?.[1]);
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(", ");
}
