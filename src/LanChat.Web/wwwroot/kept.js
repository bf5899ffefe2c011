/** What a tab keeps while it is open, over being loaded anew. Pages of several rooms may stand below paths of one address. */
const place = new URL(".", location.href).pathname;

/** @param {string} name */
function at(name) {
  return place === "/" ? `lanchat.${name}` : `lanchat.${name}@${place}`;
}

/**
 * @template T
 * @param {string} name
 * @param {T} otherwise When nothing is kept, or nothing that can be read.
 * @returns {T}
 */
export function recall(name, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(at(name)) ?? "null") ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Keeps it if there is room for it.
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean} Whether it is kept.
 */
export function keep(name, value) {
  try {
    sessionStorage.setItem(at(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
export function forget(name) {
  sessionStorage.removeItem(at(name));
}
