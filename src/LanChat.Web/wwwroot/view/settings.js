import { languageChoices, language, languageChanged, setLanguage, t } from "../text/language.js";
import { byId, make } from "./dom.js";

/** @typedef {"auto" | "light" | "dark"} Theme */

const STORAGE_KEY = "lanchat.theme";
const darkPreferred = matchMedia("(prefers-color-scheme: dark)");

/** @type {Theme[]} */
const themes = ["auto", "light", "dark"];

/** Applies the chosen theme, or that of the system. */
export function applyTheme() {
  const systemTheme = darkPreferred.matches ? "dark" : "light";
  const theme = chosenTheme();
  document.documentElement.dataset.theme = theme === "auto" ? systemTheme : theme;
}

/** Sets up the choice of theme and language. */
export function initSettings() {
  const themeSelect = byId("theme", HTMLSelectElement);
  const languageSelect = byId("language", HTMLSelectElement);
  const options = languageChoices()
    .map(({ code, locale, name }) => make("option", { value: code, lang: locale }, name));
  languageSelect.append(...options);
  languageSelect.value = language();
  languageSelect.onchange = () => setLanguage(languageSelect.value);
  themeSelect.onchange = () => {
    localStorage.setItem(STORAGE_KEY, themeSelect.value);
    applyTheme();
  };
  darkPreferred.onchange = applyTheme;
  const updateThemes = () => {
    themeSelect.replaceChildren(...themes.map((theme) => make("option", { value: theme }, t(theme))));
    themeSelect.value = chosenTheme();
  };
  languageChanged.on(updateThemes);
  updateThemes();
}

/** @returns {Theme} */
function chosenTheme() {
  return themes.find((theme) => theme === localStorage.getItem(STORAGE_KEY)) ?? "auto";
}
