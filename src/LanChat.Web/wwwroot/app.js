import { readFragment, scrubFragment, serverUrl } from "./address.js";
import { loadEmoji } from "./composing/emoji.js";
import { initRecipientQuestion } from "./composing/recipientQuestion.js";
import { takeHandedOver } from "./passwordHandover.js";
import { startRoomSession } from "./roomSession.js";
import { load, remove, removeAll, save } from "./storage.js";
import { refusal, t, translatePage } from "./text/language.js";
import { byId } from "./view/dom.js";
import { EnterForm } from "./view/enterForm.js";
import { applyTheme, initSettings } from "./view/settings.js";
import { clientIdentity } from "./wire/clientIdentity.js";
import { deviceKey } from "./wire/deviceKey.js";
import { Code } from "./wire/frames.js";
import { Session } from "./wire/session.js";

const NICK_KEY = "in-as";
// What ends a connection for good: the page does not come back by itself.
const ENDS = ["taken-over", "unlinked", "account-deleted"];
/** @type {import("./view/connectionBanner.js").Way} */
const ANEW = { label: "enterAgain", press: () => location.reload() };

const asked = readFragment();
scrubFragment();
applyTheme();
translatePage();
initRecipientQuestion();

const address = serverUrl("ws");
address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
const session = new Session(address.href, clientIdentity(), await deviceKey());
const password = takeHandedOver(asked.room);
session.entrance = { room: asked.room, code: asked.code, password, link: asked.link };
const isInLobby = asked.room === undefined;
const enterForm = new EnterForm(isInLobby, { enter: (nick) => session.join(nick), unlock: enterWith });
const { room, composer, banner, claimServer, offerToLink } = startRoomSession(session, leave);
let hasJoined = false;
/** Whether a moderator of the room is to let the user in. */
let isWaiting = false;
/** Whether the page is loaded anew for another room: what is unsent here waits until then. */
let isSwitching = false;
/** The nickname that the server assigned instead of the requested one, until the user is told. */
let assignedNick = "";
/** The requested nickname, if it is taken. */
let takenNick = "";

session.state.on(({ kind }) => {
  if (kind === "joined" && !hasJoined) showRoom();
  else if (kind === "waiting" && !hasJoined) enterForm.show(t("unreachable"));
});
session.received.on(({ frame: { code, data } }) => {
  if (code === Code.error) handleRefusal(data);
  if (code === Code.welcome && data.nick !== session.nick) {
    assignedNick = data.nick;
    takenNick = data.taken ?? session.nick;
  }

  if (code === Code.nick) save(NICK_KEY, (assignedNick = data));
  // The member list ends the entrance: the note must come below the history.
  if (assignedNick === "" || (code !== Code.nick && code !== Code.members)) return;
  const text = takenNick ? t("nameTaken", takenNick, assignedNick) : t("youAreNow", assignedNick);
  room.addNote(text);
  if (takenNick) offerToLink(takenNick, assignedNick);
  assignedNick = takenNick = "";
});
for (const event of ["online", "pageshow"]) addEventListener(event, () => session.reconnectNow());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") session.reconnectNow();
});
// A connection belongs to one room. A reload resets the state of all modules.
addEventListener("hashchange", () => {
  const { room: wanted, code, own, link } = readFragment();
  if (wanted === asked.room && !code && !own && !link) return scrubFragment();
  isSwitching = true;
  location.reload();
});
addEventListener("beforeunload", (event) => {
  // Drafts survive a reload; unsent messages would not be sent until then.
  if (hasJoined && !isSwitching && session.outbox.unsentMessages.length > 0) event.preventDefault();
});

initSettings();
loadEmoji();

// A reload joins again with the same nickname.
const storedNick = load(NICK_KEY, "") || (asked.link ? enterForm.suggestedNick : "");
if (storedNick) session.join(storedNick);
else enterForm.show();

function showRoom() {
  hasJoined = true;
  isWaiting = false;
  byId("room", HTMLElement).hidden = false;
  enterForm.hide(session.nick);
  save(NICK_KEY, session.nick);
  composer.focus();
  if (asked.own) claimServer(asked.own);
  asked.own = undefined;
}

/** @param {string} password */
function enterWith(password) {
  session.entrance = { ...session.entrance, password };
  session.join(session.nick);
}

/** @param {import("./wire/frames.js").Refusal} why */
function handleRefusal({ error, text, closes }) {
  const reason = refusal(error, text);
  if (!session.isJoined && session.entrance.link) return refuseLink(error, reason);
  if (!session.isJoined && isAboutEntry(error)) return stayOutside(error, reason);
  if (error === "archived") return stayOutside(error, reason);
  if (closes) handleDisconnect(error, reason);
}

/**
 * The code of another device is wrong: who was here stays, and who comes with it is asked.
 * @param {string} error
 * @param {string} reason
 */
function refuseLink(error, reason) {
  session.close();
  session.entrance = { ...session.entrance, link: undefined };
  // The room has noted the reason.
  if (hasJoined) session.join(session.nick);
  else enterForm.show(error === "flooding" ? t("tooManyTries") : reason);
}

/** Whether the room itself was not to be entered. @param {string} error */
function isAboutEntry(error) {
  const { password, code } = session.entrance;
  const isTooManyTries = error === "flooding" && Boolean(password ?? code);
  return error.startsWith("entry-") || error === "no-such-room" || error === "code-wrong" || isTooManyTries;
}

/**
 * The user may not enter, or not yet. The page does not try again by itself.
 * @param {string} error
 * @param {string} reason
 */
function stayOutside(error, reason) {
  hasJoined = false;
  byId("room", HTMLElement).hidden = true;
  // The lobby, or this room later, is entered by the same nickname.
  save(NICK_KEY, session.nick);
  if (error === "entry-asked") {
    isWaiting = true;
    return enterForm.wait(t("waitingForModerator"));
  }

  const { password } = session.entrance;
  session.close();
  if (error === "entry-password") enterForm.askPassword(password === undefined ? "" : t("passwordWrong"));
  else if (error === "flooding" && password !== undefined) enterForm.askPassword(t("tooManyTries"));
  else if (error === "flooding") refuseEntry(t("tooManyTries"));
  else refuseEntry(isWaiting && error === "entry-closed" ? t("entryRejected") : reason);
}

/** @param {string} reason */
function refuseEntry(reason) {
  if (isInLobby) enterForm.show(reason);
  else enterForm.refuse(reason);
}

/**
 * @param {string} error
 * @param {string} reason
 */
function handleDisconnect(error, reason) {
  // After a take-over the page must not reconnect: two tabs would disconnect each other in turn.
  if (hasJoined && !ENDS.includes(error)) return;
  session.close();
  const isDeleted = error === "account-deleted";
  if (isDeleted) forgetAccount();
  if (hasJoined) return banner.showEnded(reason, isDeleted ? ANEW : undefined);
  remove(NICK_KEY);
  enterForm.show(reason);
}

/** The user has no account any more, and comes again as somebody new, if at all. */
function forgetAccount() {
  forget();
  enterForm.forgetNick();
  room.showConversation(null);
}

/** Leaves the room. A reload resets the state of all modules. */
function leave() {
  session.close();
  hasJoined = false;
  forget();
  location.reload();
}

/** Forgets the user: who comes next may be somebody else. */
function forget() {
  session.outbox.clear();
  room.clearPrivateConversations();
  removeAll();
}
