import { here } from "./address.js";
import { forget, keep, recall } from "./kept.js";
import { loadEmoji } from "./speech/emoji.js";
import { rememberHabits } from "./speech/habits.js";
import { stay } from "./stay.js";
import { refusal, t, translatePage } from "./text/language.js";
import { dress, offerChoices } from "./view/choices.js";
import { byId } from "./view/dom.js";
import { EnterForm } from "./view/enterForm.js";
import { deviceKey } from "./wire/deviceKey.js";
import { Code } from "./wire/frames.js";
import { Session } from "./wire/session.js";

const IN_AS = "in-as";

dress();
translatePage();
rememberHabits();

const address = here("ws");
address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
const session = new Session(address.href, await deviceKey());
const form = new EnterForm((nick) => session.enter(nick));
const { room, composer, trouble } = stay(session, leave);
let isIn = false;
/** The name they have without having asked for it, or another than they had; until it is told. */
let otherName = "";
/** The name they asked for, where that is somebody else's. */
let takenName = "";

session.state.on(({ kind }) => {
  if (kind === "in" && !isIn) show();
  else if (kind === "waiting" && !isIn) form.show(t("unreachable"));
});
session.heard.on(({ frame: { code, data } }) => {
  if (code === Code.error && data.closes) turnAway(data.error, refusal(data.error, data.text));
  if (code === Code.welcome && data.nick !== session.nick) [otherName, takenName] = [data.nick, data.taken ?? session.nick];
  if (code === Code.nick) keep(IN_AS, (otherName = data));
  // The members are the end of an entrance: what is told to this user comes behind what was said before.
  if (otherName === "" || (code !== Code.nick && code !== Code.members)) return;
  room.note(takenName ? t("nameTaken", takenName, otherName) : t("youAreNow", otherName));
  otherName = takenName = "";
});
for (const event of ["online", "pageshow"]) addEventListener(event, () => session.hurry());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && session.hurry());
addEventListener("beforeunload", (event) => {
  // What is typed and not sent is still there when the page is loaded anew; what waits to be sent would wait for that.
  if (isIn && session.outbox.unsaid.length > 0) event.preventDefault();
});

offerChoices();
loadEmoji();

// A page that is loaded anew goes on where it was.
const before = recall(IN_AS, "");
if (before) session.enter(before);
else form.show();

function show() {
  isIn = true;
  byId("room", HTMLElement).hidden = false;
  form.hide(session.nick);
  keep(IN_AS, session.nick);
  composer.focus();
}

/**
 * @param {string} error
 * @param {string} why
 */
function turnAway(error, why) {
  // Who came in by this name elsewhere, with the same key, is meant to be there: coming back would only send them away in turn.
  if (isIn && error !== "taken-over") return;
  session.close();
  if (isIn) return trouble.tellElsewhere(why);
  forget(IN_AS);
  form.show(why);
}

/** The simplest way to forget everything is a new page. */
function leave() {
  session.close();
  session.outbox.clear();
  isIn = false;
  room.forgetPrivateTalks();
  for (const name of [IN_AS, "draft"]) forget(name);
  location.reload();
}
