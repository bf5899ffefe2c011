import { t } from "../text/language.js";
import { make } from "./dom.js";

/** @typedef {import("../room/quotes.js").Quote} Quote */

/**
 * The line above a reply: the message it replies to.
 * @param {Quote} quote
 * @param {() => void} [show] Shows that message; without it the line is no button.
 */
export function quoteLine(quote, show) {
  const text = quoteText(quote);
  const content = make("span", { dir: "auto" }, text);
  if (!show) return make("p", { class: "quote" }, "↪ ", content);
  const label = t("showOriginal", text);
  const line = make("button", { type: "button", class: "quote", "aria-label": label, title: label }, "↪ ", content);
  line.addEventListener("click", show);
  return line;
}

/** @param {Quote} quote */
function quoteText({ nick, text, isGone }) {
  if (isGone) return t("quoteGone");
  return nick === "" && text === "" ? t("quoteMissing") : `${nick}: ${text}`;
}
