const SVG = "http://www.w3.org/2000/svg";

/**
 * Finds an element of index.html; throws if it is missing or of another type.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${type.name} #${id}`);
  return element;
}

/**
 * Creates an element. String children become text nodes, so messages cannot inject markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] Omitted if undefined or false.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }

  element.append(...children);
  return element;
}

/** @param {string} name A symbol of index.html, without `i-`. */
export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  picture.setAttribute("aria-hidden", "true");
  picture.append(use);
  return picture;
}

/**
 * @param {string} label
 * @param {() => void} press
 * @param {{ class?: string, icon?: string }} options
 */
export function button(label, press, options = {}) {
  const hiddenLabel = options.icon && label;
  const attributes = { class: options.class, "aria-label": hiddenLabel, title: hiddenLabel };
  const element = make("button", { type: "button", ...attributes });
  element.append(options.icon ? icon(options.icon) : label);
  element.addEventListener("click", press);
  return element;
}
