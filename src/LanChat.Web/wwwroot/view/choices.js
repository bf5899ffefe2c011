import { choices, language, languageChanged, speak, t } from "../text/language.js";
import { byId, make } from "./dom.js";

/** @typedef {"auto" | "light" | "dark"} Theme */

const STORAGE_KEY = "lanchat.theme";
const darkWanted = matchMedia("(prefers-color-scheme: dark)");

/** @type {Theme[]} */
const themes = ["auto", "light", "dark"];

/** Takes the appearance that was chosen, or the system's. */
export function dress() {
  const theme = chosenTheme();
  document.documentElement.dataset.theme = theme === "auto" ? (darkWanted.matches ? "dark" : "light") : theme;
}

/** The two things a user can set: how the page looks, and what it speaks. */
export function offerChoices() {
  const theme = byId("theme", HTMLSelectElement);
  const tongue = byId("language", HTMLSelectElement);
  tongue.append(...choices().map(({ code, locale, name }) => make("option", { value: code, lang: locale }, name)));
  tongue.value = language();
  tongue.onchange = () => speak(tongue.value);
  theme.onchange = () => {
    localStorage.setItem(STORAGE_KEY, theme.value);
    dress();
  };
  darkWanted.onchange = dress;
  const name = () => {
    theme.replaceChildren(...themes.map((one) => make("option", { value: one }, t(one))));
    theme.value = chosenTheme();
  };
  languageChanged.on(name);
  name();
}

/** @returns {Theme} */
function chosenTheme() {
  return themes.find((one) => one === localStorage.getItem(STORAGE_KEY)) ?? "auto";
}
