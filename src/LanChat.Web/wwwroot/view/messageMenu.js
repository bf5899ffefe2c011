import { t } from "../text/language.js";
import { button, byId, icon, make } from "./dom.js";
import { LongPress } from "./longPress.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {{ label: string, icon: string, press: () => void }} MenuItem
 */

const MARGIN = 8;

/**
 * The menu of a message: by the button at the line under the pointer, which Tab reaches at the
 * newest line and the arrow keys move; by the context-menu key; by a long press on a phone.
 */
export class MessageMenu {
  #list = byId("talk", HTMLOListElement);
  #menu = byId("message-menu", HTMLElement);
  #opener;
  /** The message whose menu is open. @type {Entry | undefined} */
  #entry;

  /**
   * @param {import("./blocks.js").Blocks} blocks The lines.
   * @param {{ itemsFor: (entry: Entry) => MenuItem[] }} actions No items: the message has no menu.
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(blocks, actions, overlays) {
    this.blocks = blocks;
    this.actions = actions;
    this.overlays = overlays;
    this.#opener = button("", () => this.#openAtButton(), { class: "icon message-more", icon: "more" });
    this.#opener.setAttribute("aria-haspopup", "menu");
    this.#list.addEventListener("pointerover", ({ target, pointerType }) => {
      if (pointerType === "mouse" && !this.#opener.matches(":focus-visible")) this.#moveTo(lineOf(target));
    });
    this.#list.addEventListener("keydown", (event) => this.#handleListKey(event));
    this.#menu.addEventListener("keydown", (event) => this.#handleMenuKey(event));
    // Before the browser looks for the next element.
    document.addEventListener("keydown", ({ key }) => key === "Tab" && this.#offer(), { capture: true });
    document.addEventListener("pointerdown", ({ target }) => {
      const isInside = target instanceof Node && (this.#menu.contains(target) || this.#opener.contains(target));
      if (!isInside) this.close();
    });
    document.addEventListener("contextmenu", (event) => !this.#menu.hidden && event.preventDefault());
    new LongPress(this.#list, (target, x, y) => this.#openAt(lineOf(target), x, y));
    blocks.focusLost.on((entry) => this.#restore(entry));
  }

  get #hasFocus() {
    return document.activeElement === this.#opener;
  }

  close() {
    if (this.#menu.hidden) return;
    this.#menu.hidden = true;
    this.#entry = undefined;
    this.#list.querySelector(".in-menu")?.classList.remove("in-menu");
    this.#opener.setAttribute("aria-expanded", "false");
    this.overlays.closed("message-menu");
  }

  /** The lines of messages that have a menu. */
  get #lines() {
    const lines = [...this.#list.querySelectorAll(".line")];
    return lines.filter((line) => this.#itemsOf(line).length > 0);
  }

  /** @param {Element | undefined} line */
  #itemsOf(line) {
    const entry = line && this.blocks.entryOf(line);
    return entry ? this.actions.itemsFor(entry) : [];
  }

  /** @param {Element | undefined} line */
  #moveTo(line) {
    if (!line || this.#opener.parentElement === line) return;
    if (this.#itemsOf(line).length === 0) return this.#opener.remove();
    for (const name of ["aria-label", "title"]) this.#opener.setAttribute(name, t("messageMenu"));
    line.insertBefore(this.#opener, line.querySelector(":scope > .who-has-read"));
  }

  /** Tab reaches the button at the newest line, unless it is in use. */
  #offer() {
    if (!this.#list.contains(document.activeElement)) this.#moveTo(this.#lines.at(-1));
  }

  /** A line with the button was drawn again. @param {Entry} entry */
  #restore(entry) {
    const line = this.blocks.lineOf(entry);
    this.#moveTo(line);
    this.#opener.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #handleListKey(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const line = lineOf(event.target);
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      if (this.#itemsOf(line).length === 0) return;
      this.#moveTo(line);
      this.#openAtButton();
    } else if (step && this.#hasFocus) {
      const lines = this.#lines;
      const next = line && lines[lines.indexOf(line) + step];
      this.#moveTo(next);
      this.#opener.focus();
    } else {
      return;
    }

    event.preventDefault();
  }

  #openAtButton() {
    const { right, bottom } = this.#opener.getBoundingClientRect();
    this.#openAt(lineOf(this.#opener), right, bottom, true);
  }

  /**
   * @param {Element | undefined} line
   * @param {number} x
   * @param {number} y
   * @param {boolean} [isAtButton] Whether its right edge is there, and not its left one.
   */
  #openAt(line, x, y, isAtButton = false) {
    const items = this.#itemsOf(line);
    if (!line || items.length === 0) return;
    this.#entry = this.blocks.entryOf(line);
    line.classList.add("in-menu");
    this.#menu.replaceChildren(...items.map((item) => this.#buttonFor(item)));
    this.#menu.hidden = false;
    this.#opener.setAttribute("aria-expanded", "true");
    this.overlays.open("message-menu", () => this.close());
    const { offsetWidth: width, offsetHeight: height } = this.#menu;
    const left = Math.min(isAtButton ? x - width : x, innerWidth - width - MARGIN);
    const top = y + height + MARGIN > innerHeight ? y - height : y;
    this.#menu.style.left = `${Math.max(MARGIN, left)}px`;
    this.#menu.style.top = `${Math.max(MARGIN, top)}px`;
    this.#menu.querySelector("button")?.focus();
  }

  /** @param {MenuItem} item */
  #buttonFor({ label, icon: name, press }) {
    const element = make("button", { type: "button", role: "menuitem", tabindex: "-1" }, icon(name), label);
    element.onclick = () => {
      this.#leave();
      press();
    };
    return element;
  }

  /** Closes the menu; the focus goes back to where it was opened. */
  #leave() {
    const line = this.#entry && this.blocks.lineOf(this.#entry);
    this.close();
    if (!matchMedia("(hover: hover)").matches) return;
    this.#moveTo(line);
    this.#opener.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #handleMenuKey(event) {
    const items = [...this.#menu.querySelectorAll("button")];
    const at = items.findIndex((one) => one === document.activeElement);
    switch (event.key) {
      case "ArrowDown": items[(at + 1) % items.length].focus(); break;
      case "ArrowUp": items.at(at - 1)?.focus(); break;
      case "Home": items[0].focus(); break;
      case "End": items.at(-1)?.focus(); break;
      case "Escape": case "Tab": this.#leave(); break;
      default: return;
    }

    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {EventTarget | null} target @returns {Element | undefined} */
function lineOf(target) {
  return (target instanceof Element && target.closest("#talk > .line")) || undefined;
}
