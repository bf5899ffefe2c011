const SVG = "http://www.w3.org/2000/svg";

/**
 * An element of the page's own markup.
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
 * Makes an element. What people wrote becomes text and nothing else.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] Left out where undefined or false.
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

/** @param {string} name One of the symbols in the page's markup. */
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
 * @param {{ class?: string, icon?: string }} look
 */
export function button(label, press, look = {}) {
  const made = make("button", { type: "button", class: look.class, "aria-label": look.icon && label, title: look.icon && label });
  made.append(look.icon ? icon(look.icon) : label);
  made.addEventListener("click", press);
  return made;
}
