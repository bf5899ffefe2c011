import { Signal } from "../signal.js";
import * as en from "./en.js";
import * as zh from "./zh.js";

/**
 * @typedef {keyof typeof languages} Language
 * @typedef {keyof typeof en.phrases} Key
 * @typedef {string | ((...values: any[]) => string)} Phrase
 */

/** All languages by their codes. A new one is a file such as `en.js` and a name here. */
const languages = { en, zh };

const STORAGE_KEY = "lanchat.language";

/** @type {Signal<Language>} */
export const languageChanged = new Signal();

let current = kept() ?? known(navigator.language.toLowerCase().split("-")[0]) ?? "en";

export function language() {
  return current;
}

/** The languages to choose from: code, locale, and what each calls itself. */
export function languageChoices() {
  return Object.entries(languages).map(([code, { locale, name }]) => ({ code, locale, name }));
}

/** The locale of dates and numbers: the browser's own, if it is of this language. */
export function locale() {
  return known(navigator.language.split("-")[0]) === current ? navigator.language : languages[current].locale;
}

/** @param {string} code */
export function setLanguage(code) {
  current = known(code) ?? "en";
  localStorage.setItem(STORAGE_KEY, current);
  translatePage();
  languageChanged.emit(current);
}

/**
 * A text of the page in the user's language.
 * @param {Key} key
 * @param {...(string | number)} values
 * @returns {string}
 */
export function t(key, ...values) {
  /** @type {Phrase} */
  const phrase = languages[current].phrases[key];
  return typeof phrase === "string" ? phrase : phrase(...values);
}

/**
 * A refusal in the user's language; if its code is unknown, the server's own sentence.
 * @param {string} code
 * @param {string} sent
 */
export function refusal(code, sent) {
  return languages[current].refusals[code] ?? sent;
}

/** Puts the texts that stand in the page's own markup into the user's language. */
export function translatePage() {
  document.documentElement.lang = languages[current].locale;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = textFor(element, "data-text");
  for (const element of document.querySelectorAll("[data-label]")) {
    const label = textFor(element, "data-label");
    element.setAttribute("aria-label", label);
    if (element.matches("button")) element.setAttribute("title", label);
  }

  for (const element of document.querySelectorAll("[data-placeholder]")) element.setAttribute("placeholder", textFor(element, "data-placeholder"));
}

/**
 * @param {Element} element
 * @param {string} attribute
 */
function textFor(element, attribute) {
  return t(/** @type {Key} */ (element.getAttribute(attribute)));
}

function kept() {
  return known(localStorage.getItem(STORAGE_KEY) ?? "");
}

/**
 * @param {string} code
 * @returns {Language | undefined}
 */
function known(code) {
  return Object.hasOwn(languages, code) ? /** @type {Language} */ (code) : undefined;
}
