import { serverUrl } from "./address.js";
import { loadEmoji } from "./composing/emoji.js";
import { initRecipientQuestion } from "./composing/recipientQuestion.js";
import { startRoomSession } from "./roomSession.js";
import { load, remove, save } from "./storage.js";
import { refusal, t, translatePage } from "./text/language.js";
import { byId } from "./view/dom.js";
import { EnterForm } from "./view/enterForm.js";
import { applyTheme, initSettings } from "./view/settings.js";
import { deviceKey } from "./wire/deviceKey.js";
import { Code } from "./wire/frames.js";
import { Session } from "./wire/session.js";

const NICK_KEY = "in-as";

applyTheme();
translatePage();
initRecipientQuestion();

const address = serverUrl("ws");
address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
const session = new Session(address.href, await deviceKey());
const enterForm = new EnterForm((nick) => session.join(nick));
const { room, composer, banner } = startRoomSession(session, leave);
let hasJoined = false;
/** The nickname that the server assigned instead of the requested one, until the user is told. */
let assignedNick = "";
/** The requested nickname, if it is taken. */
let takenNick = "";

session.state.on(({ kind }) => {
  if (kind === "joined" && !hasJoined) showRoom();
  else if (kind === "waiting" && !hasJoined) enterForm.show(t("unreachable"));
});
session.received.on(({ frame: { code, data } }) => {
  if (code === Code.error && data.closes) handleDisconnect(data.error, refusal(data.error, data.text));
  if (code === Code.welcome && data.nick !== session.nick) {
    assignedNick = data.nick;
    takenNick = data.taken ?? session.nick;
  }

  if (code === Code.nick) save(NICK_KEY, (assignedNick = data));
  // The member list ends the entrance: the note must come below the history.
  if (assignedNick === "" || (code !== Code.nick && code !== Code.members)) return;
  const text = takenNick ? t("nameTaken", takenNick, assignedNick) : t("youAreNow", assignedNick);
  room.addNote(text);
  assignedNick = takenNick = "";
});
for (const event of ["online", "pageshow"]) addEventListener(event, () => session.reconnectNow());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") session.reconnectNow();
});
addEventListener("beforeunload", (event) => {
  // Drafts survive a reload; unsent messages would not be sent until then.
  if (hasJoined && session.outbox.unsentMessages.length > 0) event.preventDefault();
});

initSettings();
loadEmoji();

// A reload joins again with the same nickname.
const storedNick = load(NICK_KEY, "");
if (storedNick) session.join(storedNick);
else enterForm.show();

function showRoom() {
  hasJoined = true;
  byId("room", HTMLElement).hidden = false;
  enterForm.hide(session.nick);
  save(NICK_KEY, session.nick);
  composer.focus();
}

/**
 * @param {string} error
 * @param {string} reason
 */
function handleDisconnect(error, reason) {
  // After a take-over the page must not reconnect: two tabs would disconnect each other in turn.
  if (hasJoined && error !== "taken-over") return;
  session.close();
  if (hasJoined) return banner.showTakenOver(reason);
  remove(NICK_KEY);
  enterForm.show(reason);
}

/** Leaves the room. A reload resets the state of all modules. */
function leave() {
  session.close();
  session.outbox.clear();
  hasJoined = false;
  room.clearPrivateConversations();
  for (const name of [NICK_KEY, "draft"]) remove(name);
  location.reload();
}
