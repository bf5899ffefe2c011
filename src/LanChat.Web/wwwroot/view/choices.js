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
  if (name === "slow") return pauseText(parseInt(value, 10));
  return knownText(`${name}-${value}`) ?? value;
}

/** @param {number} seconds */
function pauseText(seconds) {
  if (seconds === 0) return t("slow-none");
  if (seconds % 3600 === 0) return t("hours", seconds / 3600);
  return seconds % 60 === 0 ? t("minutes", seconds / 60) : t("seconds", seconds);
}
