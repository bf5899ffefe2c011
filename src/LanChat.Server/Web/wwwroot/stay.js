import { History } from "./room/history.js";
import { Room } from "./room/room.js";
import { Speaker } from "./speech/speaker.js";
import { languageChanged } from "./text/language.js";
import { takeFiles } from "./uploads/bringing.js";
import { Uploads } from "./uploads/uploads.js";
import { Attention } from "./view/attention.js";
import { Composer } from "./view/composer.js";
import { byId } from "./view/dom.js";
import { Drawers } from "./view/drawers.js";
import { EmojiPicker } from "./view/emojiPicker.js";
import { Notifications } from "./view/notifications.js";
import { People } from "./view/people.js";
import { Places } from "./view/places.js";
import { Rooms } from "./view/rooms.js";
import { SearchView } from "./view/search.js";
import { TalkView } from "./view/talk.js";
import { Trouble } from "./view/trouble.js";

/**
 * Puts the parts of a stay in the room together.
 * @param {import("./wire/session.js").Session} session
 * @param {() => void} leave
 */
export function stay(session, leave) {
  const room = new Room();
  session.heard.on((heard) => room.hear(heard));

  const history = new History(session, room);
  const talk = new TalkView(room, session, history);
  const [places, people, drawers] = [new Places(room), new People(room), new Drawers(room)];
  const search = new SearchView(room, history, (id) => {
    if (matchMedia("(width <= 720px)").matches) search.close();
    talk.goTo(id);
  });
  const speaker = new Speaker(session, room, {
    search: (text) => search.open(text),
    chooseFile: () => byId("file", HTMLInputElement).click(),
    showRooms: () => drawers.openPlaces(),
    goTo: (number) => goTo(room, number),
    scroll: (toTop) => (toTop ? talk.goToTop() : talk.goToEnd()),
    leave,
  });
  const composer = new Composer(room, (text) => speaker.enter(text));
  new EmojiPicker((emoji) => composer.insert(emoji));
  new Attention(room);
  new Notifications(room);
  new Trouble(session);
  takeFiles(room, new Uploads(room));
  new Rooms(room).follow();
  byId("leave", HTMLButtonElement).onclick = leave;
  room.turned.on(() => matchMedia("(hover: hover)").matches && composer.focus());
  languageChanged.on(() => {
    for (const view of [places, people]) view.draw();
    talk.show();
    composer.describe();
  });
  return { room, composer };
}

/**
 * To the conversation of a number, as they are listed, or to the next.
 * @param {Room} room
 * @param {number | undefined} number
 */
function goTo(room, number) {
  const { conversations, shown } = room;
  const at = number === undefined ? (conversations.indexOf(shown) + 1) % conversations.length : number - 1;
  if (conversations[at]) room.turnTo(conversations[at].name);
}
