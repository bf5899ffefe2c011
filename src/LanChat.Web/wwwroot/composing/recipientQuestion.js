/**
 * The recipient question. `@name text` used to be a private message and is a public mention now; a
 * user of the earlier version is asked once who such a message is for.
 */
const STORAGE_KEY = "lanchat.mentions";
const NICK_STORAGE_KEY = "lanchat.nick";

/**
 * Must run before anything else is stored: a stored nickname tells a user of an earlier version.
 */
export function initRecipientQuestion() {
  if (localStorage.getItem(STORAGE_KEY) !== null) return;
  const isNewUser = localStorage.getItem(NICK_STORAGE_KEY) === null;
  localStorage.setItem(STORAGE_KEY, isNewUser ? "public" : "ask");
}

export function asksRecipient() {
  return localStorage.getItem(STORAGE_KEY) === "ask";
}

export function stopAskingRecipient() {
  localStorage.setItem(STORAGE_KEY, "public");
}
