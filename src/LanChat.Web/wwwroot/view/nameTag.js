import { hueOf, initialOf } from "../room/names.js";
import { make } from "./dom.js";

/**
 * A nickname in its colour.
 * @param {string} name
 */
export function nameTag(name) {
  return coloured(make("bdi", { class: "name" }, name), name);
}

/**
 * An avatar with the initial. Hidden from screen readers, as the nickname stands beside it.
 * @param {string} name
 */
export function avatarOf(name) {
  return coloured(make("span", { class: "face", "aria-hidden": "true" }, initialOf(name)), name);
}

/**
 * @template {HTMLElement} T
 * @param {T} element
 * @param {string} name
 */
function coloured(element, name) {
  element.style.setProperty("--hue", String(hueOf(name)));
  return element;
}
