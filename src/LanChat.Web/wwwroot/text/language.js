import { Signal } from "../signal.js";
import * as en from "./en.js";
import * as zh from "./zh.js";

/**
 * @typedef {keyof typeof languages} Language
 * @typedef {keyof typeof en.phrases} Key
 * @typedef {string | ((...values: any[]) => string)} Phrase
 * @typedef {Record<string, (fields: { who?: string, lost?: number }) => string>} EventTexts
 */

/** All languages by code. A new language is a file like `en.js` and an entry here. */
const languages = { en, zh };

const STORAGE_KEY = "lanchat.language";

/** @type {Signal<Language>} */
export const languageChanged = new Signal();

let current = storedLanguage()
  ?? supported(navigator.language.toLowerCase().split("-")[0])
  ?? "en";

export function language() {
  return current;
}

/** The languages to choose from: code, locale, and name in the language itself. */
export function languageChoices() {
  return Object.entries(languages).map(([code, { locale, name }]) => ({ code, locale, name }));
}

/** The locale for dates and numbers: the browser's own if it has the chosen language. */
export function locale() {
  const isOfBrowser = supported(navigator.language.split("-")[0]) === current;
  return isOfBrowser ? navigator.language : languages[current].locale;
}

/** @param {string} code */
export function setLanguage(code) {
  current = supported(code) ?? "en";
  localStorage.setItem(STORAGE_KEY, current);
  translatePage();
  languageChanged.emit(current);
}

/**
 * Translates a text of the page.
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
 * Translates a text whose key comes from the server, such as the value of a setting.
 * @param {string} key
 * @returns {string | undefined} Undefined for an unknown one.
 */
export function knownText(key) {
  return Object.hasOwn(languages[current].phrases, key) ? t(/** @type {Key} */ (key)) : undefined;
}

/**
 * Translates a system message; undefined for an unknown event.
 * @param {string | undefined} event
 * @param {{ who?: string, lost?: number }} fields
 */
export function eventText(event, fields) {
  return languages[current].events[event ?? ""]?.(fields);
}

/**
 * Translates a refusal; an unknown code falls back to the server's sentence.
 * @param {string} code
 * @param {string} sent
 */
export function refusal(code, sent) {
  return languages[current].refusals[code] ?? sent;
}

/** Translates the texts of index.html. */
export function translatePage() {
  document.documentElement.lang = languages[current].locale;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = textFor(element, "data-text");
  }

  for (const element of document.querySelectorAll("[data-label]")) {
    const label = textFor(element, "data-label");
    element.setAttribute("aria-label", label);
    if (element.matches("button")) element.setAttribute("title", label);
  }

  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.setAttribute("placeholder", textFor(element, "data-placeholder"));
  }
}

/**
 * @param {Element} element
 * @param {string} attribute
 */
function textFor(element, attribute) {
  return t(/** @type {Key} */ (element.getAttribute(attribute)));
}

function storedLanguage() {
  return supported(localStorage.getItem(STORAGE_KEY) ?? "");
}

/**
 * @param {string} code
 * @returns {Language | undefined}
 */
function supported(code) {
  return Object.hasOwn(languages, code) ? /** @type {Language} */ (code) : undefined;
}
