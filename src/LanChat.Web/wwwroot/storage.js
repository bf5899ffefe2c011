/**
 * Session storage: belongs to one tab and survives a reload. The pages of several rooms may share
 * one origin, below different paths.
 */
const basePath = new URL(".", location.href).pathname;

/** @param {string} name */
function keyOf(name) {
  return basePath === "/" ? `lanchat.${name}` : `lanchat.${name}@${basePath}`;
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
