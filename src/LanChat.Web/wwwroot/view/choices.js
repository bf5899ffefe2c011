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
  if (name === "slow") return value === "0s" ? t("slow-none") : t("seconds", parseInt(value, 10));
  return knownText(`${name}-${value}`) ?? value;
}
