import { knownText, t } from "../text/language.js";
import { make } from "./dom.js";

/**
 * Fills the values of a setting; another value that the room has is one of them.
 * @param {HTMLSelectElement} field
 * @param {string} name
 * @param {string[]} values
 * @param {string} chosen
 */
export function fillChoices(field, name, values, chosen) {
  const all = values.includes(chosen) ? values : [...values, chosen];
  field.replaceChildren(...all.map((value) => make("option", { value }, choiceText(name, value))));
  field.value = chosen;
}

/**
 * @param {string} name
 * @param {string} value
 */
function choiceText(name, value) {
  if (name === "slow" || name === "edit") return periodText(value) ?? t(`${name}-none`);
  return knownText(`${name}-${value}`) ?? value;
}

/**
 * A period as the server writes it, such as 15m.
 * @param {string} value
 * @returns {string | undefined} Undefined for none.
 */
function periodText(value) {
  const count = parseInt(value, 10);
  if (count === 0) return undefined;
  switch (value.at(-1)) {
    case "d": return t("days", count);
    case "h": return t("hours", count);
    case "m": return t("minutes", count);
    default: return t("seconds", count);
  }
}
