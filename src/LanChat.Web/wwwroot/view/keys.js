import { byId } from "./dom.js";

/**
 * What keys do wherever the focus is: what is typed goes to the composer, PgUp and PgDn go through the talk, Ctrl+K searches.
 * @param {import("./talk.js").TalkView} talk
 * @param {import("./search.js").SearchView} search
 */
export function listenToKeys(talk, search) {
  const room = byId("room", HTMLElement);
  const words = byId("words", HTMLTextAreaElement);
  byId("skip", HTMLButtonElement).onclick = () => words.focus();
  document.addEventListener("keydown", (event) => {
    if (room.hidden || event.defaultPrevented || event.isComposing) return;
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      search.open("");
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      if (isTyping(event)) words.focus();
      else if (!event.shiftKey && event.target === words) turnPage(event, talk);
    } else if (event.ctrlKey && event.target === words && words.value === "") {
      jump(event, talk);
    }
  });
}

/** Whether a character was typed where there is no field for it. @param {KeyboardEvent} event */
function isTyping({ key, keyCode, target }) {
  if (!(target instanceof HTMLElement) || target.closest("input, textarea, select, dialog, [role=dialog], [role=search]")) return false;
  if (target.closest("button, a, summary, [tabindex]:not(#scroller)") && key === " ") return false;
  return keyCode === 229 || (Array.from(key).length === 1 && !(key === " " && target.id === "scroller"));
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./talk.js").TalkView} talk
 */
function turnPage(event, talk) {
  if (event.key !== "PageUp" && event.key !== "PageDown") return;
  event.preventDefault();
  talk.scrollBy(event.key === "PageUp" ? -1 : 1);
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./talk.js").TalkView} talk
 */
function jump(event, talk) {
  if (event.key === "Home") talk.goToTop();
  else if (event.key === "End") talk.goToEnd();
  else return;
  event.preventDefault();
}
