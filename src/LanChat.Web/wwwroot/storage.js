import { readFragment } from "./address.js";

/**
 * Session storage: belongs to one tab and survives a reload. The pages of several servers may share
 * one origin, below different paths.
 */
const PREFIX = "lanchat.";
const basePath = new URL(".", location.href).pathname;

/** @param {string} name */
function keyOf(name) {
  return PREFIX + name + (basePath === "/" ? "" : `@${basePath}`);
}

const { room } = readFragment();

/**
 * The name of what is stored for the room of this page, such as drafts.
 * @param {string} name
 */
export function ofRoom(name) {
  return room === undefined ? name : `${name}#${room}`;
}

/**
 * @template T
 * @param {string} name
 * @param {T} fallback Returned if nothing is stored, or nothing readable.
 * @returns {T}
 */
export function load(name, fallback) {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(name)) ?? "null") ?? fallback;
  } catch {
    return fallback;
  }
}

/**
 * Stores a value as JSON.
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean} False if the storage is full or disabled.
 */
export function save(name, value) {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
export function remove(name) {
  sessionStorage.removeItem(keyOf(name));
}

/** Removes all that is stored for this server, of every room. */
export function removeAll() {
  const end = keyOf("").slice(PREFIX.length);
  const isOurs = (/** @type {string} */ name) => (end ? name.endsWith(end) : !/@\/.*\/$/.test(name));
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(PREFIX) && isOurs(name)) sessionStorage.removeItem(name);
  }
}
