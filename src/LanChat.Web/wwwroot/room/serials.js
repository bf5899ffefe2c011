/**
 * Private messages that the server keeps have serials, which grow. Messages of guests, notes and
 * what waits have none: they stand where their time puts them.
 *
 * @typedef {import("./entries.js").Entry} Entry
 */

/** The highest serial; 0 for none. @param {Entry[]} entries */
export function lastSerialOf(entries) {
  return Math.max(0, ...entries.map(({ serial }) => serial ?? 0));
}

/**
 * Inserts messages at their places, successive ones at once.
 * @param {Entry[]} entries
 * @param {Entry[]} added In order, none of them in `entries`.
 * @returns {Generator<import("./conversation.js").Change>} Each change, right after it was made.
 */
export function* insertBySerial(entries, added) {
  for (let end = added.length; end > 0;) {
    const at = placeOf(entries, added[end - 1]);
    let start = end - 1;
    while (start > 0 && placeOf(entries, added[start - 1]) === at) start--;
    entries.splice(at, 0, ...added.slice(start, end));
    yield { at, removed: 0, added: end - start };
    end = start;
  }
}

/**
 * @param {Entry[]} entries
 * @param {Entry} entry
 */
function placeOf(entries, { serial = 0, time }) {
  const next = entries.findIndex((one) => (one.serial ?? 0) > serial);
  const earlier = next < 0 ? entries : entries.slice(0, next);
  return earlier.findLastIndex((one) => one.serial !== undefined || one.time <= time) + 1;
}
