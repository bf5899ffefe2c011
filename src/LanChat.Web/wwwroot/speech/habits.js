/**
 * `@name text` used to be for that person only, and is for everyone now. On a device where that was learned otherwise, the first one is asked about.
 */
const STORAGE_KEY = "lanchat.mentions";
const NICK_STORAGE_KEY = "lanchat.nick";

/** To be called before anything is kept: where nothing is, nobody has learned anything. */
export function initRecipientQuestion() {
  if (localStorage.getItem(STORAGE_KEY) === null) localStorage.setItem(STORAGE_KEY, localStorage.getItem(NICK_STORAGE_KEY) === null ? "public" : "ask");
}

export function asksAboutMentions() {
  return localStorage.getItem(STORAGE_KEY) === "ask";
}

export function learnAboutMentions() {
  localStorage.setItem(STORAGE_KEY, "public");
}
