import { mentionsIn } from "../room/names.js";
import { make } from "./dom.js";

const LINK = /https?:\/\/[^\s<>"'`“”‘’「」（）]+/giu;
const AFTER_LINK = /[.,;:!?。，；：！？、)\]}》」]+$/u;
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\uFE0F\u200D\s]){1,12}$/u;

/**
 * A text as it is shown: with links, and with this user's name set off.
 * @param {string} text
 * @param {string} [nick]
 * @returns {(Node | string)[]}
 */
export function wordsOf(text, nick) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(AFTER_LINK, "");
    parts.push(...marked(text.slice(end, match.index), nick ? mentionsIn(text.slice(end, match.index), nick) : [], "mention"), linkTo(address));
    end = match.index + address.length;
  }

  const rest = text.slice(end);
  parts.push(...marked(rest, nick ? mentionsIn(rest, nick) : [], "mention"));
  return parts;
}

/** @param {string} text */
export function isOnlyEmoji(text) {
  return ONLY_EMOJI.test(text) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text);
}

/**
 * A text with some places of it set off.
 * @param {string} text
 * @param {[start: number, end: number][]} places In order.
 * @param {string} look
 * @returns {(Node | string)[]}
 */
export function marked(text, places, look) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of places) {
    parts.push(text.slice(at, start), make("mark", { class: look }, text.slice(start, end)));
    at = end;
  }

  parts.push(text.slice(at));
  return parts.filter((part) => part !== "");
}

/** @param {string} address */
function linkTo(address) {
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address);
}
