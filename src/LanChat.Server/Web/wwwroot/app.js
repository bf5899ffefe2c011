import { loadEmoji } from "./speech/emoji.js";
import { stay } from "./stay.js";
import { refusal, t, translatePage } from "./text/language.js";
import { dress, offerChoices } from "./view/choices.js";
import { byId } from "./view/dom.js";
import { EnterForm } from "./view/enterForm.js";
import { deviceKey } from "./wire/deviceKey.js";
import { Code } from "./wire/frames.js";
import { Session } from "./wire/session.js";

const IN_AS = "lanchat.in-as";
const ADDRESS = `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/ws`;

dress();
translatePage();

const session = new Session(ADDRESS, await deviceKey());
const form = new EnterForm((nick) => session.enter(nick));
const { room, composer } = stay(session, leave);
let isIn = false;
/** The name they have without having asked for it, or another than they had; until it is told. */
let otherName = "";

session.state.on(({ kind }) => {
  if (kind === "in" && !isIn) show();
  else if (kind === "waiting" && !isIn) form.show(t("unreachable"));
});
session.heard.on(({ frame: { code, data } }) => {
  // Who came in by this name elsewhere, with the same key, is meant to be there: coming back would only send them away in turn.
  if (code === Code.error && data.closes && (!isIn || data.error === "taken-over")) turnAway(refusal(data.error, data.text));
  if (code === Code.welcome && data.nick !== session.nick) otherName = data.nick;
  if (code === Code.nick) sessionStorage.setItem(IN_AS, (otherName = data));
  // The members are the end of an entrance: what is told to this user comes behind what was said before.
  if (otherName === "" || (code !== Code.nick && code !== Code.members)) return;
  room.note(t("youAreNow", otherName));
  otherName = "";
});
for (const event of ["online", "pageshow"]) addEventListener(event, () => session.hurry());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && session.hurry());

offerChoices();
loadEmoji();

// A page that is loaded anew goes on where it was.
const before = sessionStorage.getItem(IN_AS);
if (before) session.enter(before);
else form.show();

function show() {
  isIn = true;
  byId("room", HTMLElement).hidden = false;
  form.hide(session.nick);
  sessionStorage.setItem(IN_AS, session.nick);
  composer.focus();
}

/** @param {string} why */
function turnAway(why) {
  session.close();
  sessionStorage.removeItem(IN_AS);
  isIn = false;
  byId("room", HTMLElement).hidden = true;
  form.show(why);
}

/** The simplest way to forget everything is a new page. */
function leave() {
  session.close();
  sessionStorage.removeItem(IN_AS);
  location.reload();
}
