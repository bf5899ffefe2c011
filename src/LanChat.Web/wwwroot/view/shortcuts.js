import { byId } from "./dom.js";

/**
 * Keyboard shortcuts wherever the focus is: typing goes to the composer, PgUp and PgDn scroll the
 * transcript, Ctrl+K opens the search.
 * @param {import("./transcript.js").TranscriptView} transcript
 * @param {import("./search.js").SearchView} search
 */
export function handleShortcuts(transcript, search) {
  const room = byId("room", HTMLElement);
  const field = byId("words", HTMLTextAreaElement);
  byId("skip", HTMLButtonElement).onclick = () => field.focus();
  document.addEventListener("keydown", (event) => {
    if (room.hidden || event.defaultPrevented || event.isComposing) return;
    const hasControl = event.ctrlKey || event.metaKey;
    const isSearch = event.key.toLowerCase() === "k" && hasControl && !event.altKey && !event.shiftKey;
    if (isSearch) {
      event.preventDefault();
      search.open("");
    } else if (!hasControl && !event.altKey) {
      if (startsTyping(event)) field.focus();
      else if (!event.shiftKey && event.target === field) scrollPage(event, transcript);
    } else if (event.ctrlKey && event.target === field && field.value === "") {
      jump(event, transcript);
    }
  });
}

/** Whether a character was typed outside an input field. @param {KeyboardEvent} event */
function startsTyping({ key, keyCode, target }) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("input, textarea, select, dialog, [role=dialog], [role=search]")) return false;
  if (key === " " && target.closest("button, a, summary, [tabindex]:not(#scroller)")) return false;
  const scrolls = key === " " && target.id === "scroller";
  return keyCode === 229 || (Array.from(key).length === 1 && !scrolls);
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./transcript.js").TranscriptView} transcript
 */
function scrollPage(event, transcript) {
  if (event.key !== "PageUp" && event.key !== "PageDown") return;
  event.preventDefault();
  transcript.scrollBy(event.key === "PageUp" ? -1 : 1);
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./transcript.js").TranscriptView} transcript
 */
function jump(event, transcript) {
  if (event.key === "Home") transcript.goToTop();
  else if (event.key === "End") transcript.goToEnd();
  else return;
  event.preventDefault();
}
