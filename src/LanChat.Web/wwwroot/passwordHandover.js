import { load, remove, save } from "./storage.js";

const STORAGE_KEY = "password-for";

/**
 * Hands the password of a room over to the page that is loaded anew for it. It stands in no
 * address, and in session storage only until then.
 * @param {string | undefined} room Its key; undefined for the lobby.
 * @param {string} password
 */
export function handOver(room, password) {
  save(STORAGE_KEY, { room, password });
}

/**
 * The password that was handed over to this page, which is stored no longer.
 * @param {string | undefined} room The key of the page's room; undefined for the lobby.
 * @returns {string | undefined}
 */
export function takeHandedOver(room) {
  /** @type {{ room?: string, password?: string }} */
  const handed = load(STORAGE_KEY, {});
  remove(STORAGE_KEY);
  return handed.room === room ? handed.password : undefined;
}
