import { hueOf, initialOf } from "../room/names.js";
import { make } from "./dom.js";

/**
 * A name, in its colour.
 * @param {string} name
 */
export function nameTag(name) {
  return coloured(make("bdi", { class: "name" }, name), name);
}

/**
 * What stands for a person where they are seen often; who listens hears the name beside it.
 * @param {string} name
 */
export function faceOf(name) {
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
