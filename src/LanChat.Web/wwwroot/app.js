import { serverUrl } from "./address.js";
import { remove, save, load } from "./storage.js";
import { loadEmoji } from "./composing/emoji.js";
import { initRecipientQuestion } from "./composing/recipientQuestion.js";
import { startRoomSession } from "./roomSession.js";
import { refusal, t, translatePage } from "./text/language.js";
import { applyTheme, initSettings } from "./view/settings.js";
import { byId } from "./view/dom.js";
import { EnterForm } from "./view/enterForm.js";
import { deviceKey } from "./wire/deviceKey.js";
import { Code } from "./wire/frames.js";
import { Session } from "./wire/session.js";

const IN_AS = "in-as";

applyTheme();
translatePage();
initRecipientQuestion();

const address = serverUrl("ws");
address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
const session = new Session(address.href, await deviceKey());
const enterForm = new EnterForm((nick) => session.join(nick));
const { room, composer, banner } = startRoomSession(session, leave);
let hasJoined = false;
/** The name they have without having asked for it, or another than they had; until it is told. */
let otherName = "";
/** The name they asked for, where that is somebody else's. */
let takenName = "";

session.state.on(({ kind }) => {
  if (kind === "joined" && !hasJoined) show();
  else if (kind === "waiting" && !hasJoined) enterForm.show(t("unreachable"));
});
session.received.on(({ frame: { code, data } }) => {
  if (code === Code.error && data.closes) turnAway(data.error, refusal(data.error, data.text));
  if (code === Code.welcome && data.nick !== session.nick) [otherName, takenName] = [data.nick, data.taken ?? session.nick];
  if (code === Code.nick) save(IN_AS, (otherName = data));
  // The members are the end of an entrance: what is told to this user comes behind what was said before.
  if (otherName === "" || (code !== Code.nick && code !== Code.members)) return;
  room.addNote(takenName ? t("nameTaken", takenName, otherName) : t("youAreNow", otherName));
  otherName = takenName = "";
});
for (const event of ["online", "pageshow"]) addEventListener(event, () => session.reconnectNow());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && session.reconnectNow());
addEventListener("beforeunload", (event) => {
  // What is typed and not sent is still there when the page is loaded anew; what waits to be sent would wait for that.
  if (hasJoined && session.outbox.unsentMessages.length > 0) event.preventDefault();
});

initSettings();
loadEmoji();

// A page that is loaded anew goes on where it was.
const before = load(IN_AS, "");
if (before) session.join(before);
else enterForm.show();

function show() {
  hasJoined = true;
  byId("room", HTMLElement).hidden = false;
  enterForm.hide(session.nick);
  save(IN_AS, session.nick);
  composer.focus();
}

/**
 * @param {string} error
 * @param {string} why
 */
function turnAway(error, why) {
  // Who came in by this name elsewhere, with the same key, is meant to be there: coming back would only send them away in turn.
  if (hasJoined && error !== "taken-over") return;
  session.close();
  if (hasJoined) return banner.showTakenOver(why);
  remove(IN_AS);
  enterForm.show(why);
}

/** The simplest way to forget everything is a new page. */
function leave() {
  session.close();
  session.outbox.clear();
  hasJoined = false;
  room.clearPrivateConversations();
  for (const name of [IN_AS, "draft"]) remove(name);
  location.reload();
}
