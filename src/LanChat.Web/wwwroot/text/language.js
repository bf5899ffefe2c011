import { Signal } from "../signal.js";
import { phrases } from "./phrases.js";
import { refusals } from "./refusals.js";

/**
 * @typedef {"en" | "zh"} Language
 * @typedef {keyof typeof phrases} Key
 * @typedef {string | ((...values: any[]) => string)} Phrase
 */

const KEPT_AS = "lanchat.language";

/** @type {Signal<Language>} */
export const languageChanged = new Signal();

/** @type {Language} */
let current = kept() ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");

export function language() {
  return current;
}

/** What dates and numbers are written by. */
export function locale() {
  return current === "zh" ? "zh-CN" : navigator.language.startsWith("en") ? navigator.language : "en";
}

/** @param {Language} language */
export function speak(language) {
  current = language;
  localStorage.setItem(KEPT_AS, language);
  translatePage();
  languageChanged.emit(language);
}

/**
 * A text of the page in the user's language.
 * @param {Key} key
 * @param {...(string | number)} values
 * @returns {string}
 */
export function t(key, ...values) {
  /** @type {Phrase} */
  const phrase = phrases[key][current === "zh" ? 1 : 0];
  return typeof phrase === "string" ? phrase : phrase(...values);
}

/**
 * Why the room refuses something; what it said itself, where its code is not known.
 * @param {string} code
 * @param {string} sent
 */
export function refusal(code, sent) {
  return (current === "zh" && refusals[code]) || sent;
}

/** Puts the texts that stand in the page's own markup into the user's language. */
export function translatePage() {
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
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

/** @returns {Language | undefined} */
function kept() {
  const language = localStorage.getItem(KEPT_AS);
  return language === "en" || language === "zh" ? language : undefined;
}
