/**
 * `@name text` used to be for that person only, and is for everyone now. On a device where that was learned otherwise, the first one is asked about.
 */
const KEPT_AS = "lanchat.mentions";
const NICK_KEPT_AS = "lanchat.nick";

/** To be called before anything is kept: where nothing is, nobody has learned anything. */
export function rememberHabits() {
  if (localStorage.getItem(KEPT_AS) === null) localStorage.setItem(KEPT_AS, localStorage.getItem(NICK_KEPT_AS) === null ? "public" : "ask");
}

export function asksAboutMentions() {
  return localStorage.getItem(KEPT_AS) === "ask";
}

export function learnAboutMentions() {
  localStorage.setItem(KEPT_AS, "public");
}
