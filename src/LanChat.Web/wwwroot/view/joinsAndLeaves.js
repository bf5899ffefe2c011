import { nameKey } from "../room/names.js";
import { locale, t } from "../text/language.js";

/** @typedef {import("../room/entries.js").Entry} Entry */

const MAX_NAMES = 3;

/**
 * Summarizes joins and leaves in a sentence or two, by the first and last event of each member.
 * @param {Entry[]} entries
 */
export function summarizeJoinsAndLeaves(entries) {
  /** @type {Map<string, { name: string, first: string, last: string }>} */
  const members = new Map();
  for (const { kind, text, who } of entries) {
    const name = who ?? text;
    const first = members.get(nameKey(name))?.first ?? kind;
    members.set(nameKey(name), { name, first, last: kind });
  }

  const who = (/** @type {string} */ first, /** @type {string} */ last) => (
    [...members.values()]
      .filter((one) => one.first === first && one.last === last)
      .map(({ name }) => name));
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
  const rest = names.length - MAX_NAMES;
  const named = rest > 1 ? [...names.slice(0, MAX_NAMES), t("others", rest)] : names;
  return t(key, new Intl.ListFormat(locale(), { type: "conjunction" }).format(named), names.length);
}
