import { nameKey } from "../room/names.js";
import { locale, t } from "../text/language.js";

/** @typedef {import("../room/entries.js").Entry} Entry */

const MOST_NAMED = 3;

/**
 * Who came and who left, in a sentence or two; of who did both, which was the last.
 * @param {Entry[]} entries
 */
export function comingsInWords(entries) {
  /** @type {Map<string, { name: string, first: string, last: string }>} */
  const people = new Map();
  for (const { kind, text, who } of entries) {
    const name = who ?? text;
    const known = people.get(nameKey(name));
    people.set(nameKey(name), { name, first: known?.first ?? kind, last: kind });
  }

  const who = (/** @type {string} */ first, /** @type {string} */ last) => (
    [...people.values()].filter((one) => one.first === first && one.last === last).map(({ name }) => name));
  return [
    sentence("joinedMany", who("joined", "joined")),
    sentence("leftMany", who("left", "left")),
    sentence("cameAndWent", who("joined", "left")),
    sentence("cameBack", who("left", "joined")),
  ].filter((one) => one !== "").join(t("between"));
}

/**
 * @param {"joinedMany" | "leftMany" | "cameAndWent" | "cameBack"} key
 * @param {string[]} names
 */
function sentence(key, names) {
  if (names.length === 0) return "";
  const rest = names.length - MOST_NAMED;
  const named = rest > 1 ? [...names.slice(0, MOST_NAMED), t("others", rest)] : names;
  return t(key, new Intl.ListFormat(locale(), { type: "conjunction" }).format(named), names.length);
}
