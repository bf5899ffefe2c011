import { History } from "./room/history.js";
import { Room } from "./room/room.js";
import { MessageSender } from "./composing/messageSender.js";
import { languageChanged, t } from "./text/language.js";
import { handleFileInput } from "./uploads/fileInput.js";
import { Uploads } from "./uploads/uploads.js";
import { Attention } from "./view/attention.js";
import { ComingsChoice } from "./view/comingsChoice.js";
import { Composer } from "./view/composer.js";
import { byId } from "./view/dom.js";
import { Drawers } from "./view/drawers.js";
import { EmojiPicker } from "./view/emojiPicker.js";
import { listenToKeys } from "./view/keys.js";
import { Layers } from "./view/layers.js";
import { Notifications } from "./view/notifications.js";
import { People } from "./view/people.js";
import { Places } from "./view/places.js";
import { Question } from "./view/question.js";
import { Rooms } from "./view/rooms.js";
import { SearchView } from "./view/search.js";
import { SendPreview } from "./view/sendPreview.js";
import { TalkView } from "./view/talk.js";
import { Trouble } from "./view/trouble.js";

/**
 * Puts the parts of a stay in the room together.
 * @param {import("./wire/session.js").Session} session
 * @param {() => void} leave
 */
export function stay(session, leave) {
  const room = new Room();
  session.received.on((received) => room.handle(received));

  const history = new History(session, room);
  const [layers, question, comings] = [new Layers(), new Question(), new ComingsChoice()];
  const talk = new TalkView(room, session, history, { showsComings: () => comings.areShown, giveBack: (outgoing) => takeBack(outgoing) });
  comings.changed.on(() => talk.show());
  const [places, people, drawers] = [new Places(room, session), new People(room), new Drawers(room, layers)];
  const search = new SearchView(room, history, talk, layers);
  const sender = new MessageSender(session, room, {
    askRecipient,
    search: (text) => search.open(text),
    chooseFile: () => byId("file", HTMLInputElement).click(),
    showRooms: () => drawers.openPlaces(),
    goTo: (number) => goTo(room, number),
    scroll: (toTop) => (toTop ? talk.goToTop() : talk.goToEnd()),
    leave: askAndLeave,
  });
  const composer = new Composer(room, (text) => sender.submit(text));
  const uploads = new Uploads(room, (to, text) => sender.sendTo(to, text));
  const trouble = new Trouble(session);
  new EmojiPicker((emoji) => composer.insert(emoji), layers);
  new Attention(room);
  new Notifications(room);
  handleFileInput(room, uploads, new SendPreview(room, (files, to, caption) => uploads.send(files, to, caption), layers));
  listenToKeys(talk, search);
  new Rooms(room).follow();
  byId("leave", HTMLButtonElement).onclick = askAndLeave;
  room.shownChanged.on(() => {
    if (matchMedia("(hover: hover)").matches && !search.hasFocus) composer.focus();
  });
  languageChanged.on(() => {
    for (const view of [places, people]) view.draw();
    talk.show();
    composer.describe();
  });
  return { room, composer, trouble };

  /**
   * @param {string} name
   * @param {(isPrivate: boolean) => void} decide
   */
  function askRecipient(name, decide) {
    const answer = (/** @type {boolean} */ isPrivate) => () => {
      composer.clear();
      decide(isPrivate);
      composer.focus();
    };
    const answers = [{ label: t("onlyTo", name), press: answer(true) }, { label: t("toEveryone"), press: answer(false) }];
    question.ask(t("whomFor", name), answers, () => composer.focus());
  }

  function askAndLeave() {
    if (!composer.hasDrafts && session.outbox.unsentMessages.length === 0 && !uploads.isUploading) return leave();
    drawers.close();
    const stayHere = { label: t("stayHere"), press: () => composer.focus() };
    question.ask(t("leaveUnsent"), [stayHere, { label: t("leaveAnyway"), press: leave }], stayHere.press);
  }

  /** @param {import("./wire/outbox.js").OutgoingRequest} outgoing What did not leave this page. */
  function takeBack(outgoing) {
    if (!session.outbox.withdraw(outgoing)?.message) return;
    if (outgoing.message) composer.giveBack(outgoing.message);
    session.outboxChanged.emit();
    composer.focus();
  }
}

/**
 * To the conversation of a number, as they are listed, or to the next.
 * @param {Room} room
 * @param {number | undefined} number
 */
function goTo(room, number) {
  const { conversations, shown } = room;
  const at = number === undefined ? (conversations.indexOf(shown) + 1) % conversations.length : number - 1;
  if (conversations[at]) room.showConversation(conversations[at].name);
}
