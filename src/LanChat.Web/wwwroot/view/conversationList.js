import { t } from "../text/language.js";
import { button, byId, icon, make } from "./dom.js";
import { avatarOf } from "./nameTag.js";

/** The list of conversations, and the heading above the transcript. */
export class ConversationList {
  #list = byId("conversations", HTMLUListElement);
  #heading = byId("heading", HTMLElement);
  #subheading = byId("subheading", HTMLElement);
  #privateTitle = byId("private-title", HTMLElement);
  #dot = byId("other-unread", HTMLElement);
  #drawnState = "";

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/serverRooms.js").ServerRooms} rooms Several have a list of their own.
   */
  constructor(room, session, rooms) {
    this.room = room;
    this.session = session;
    this.rooms = rooms;
    rooms.changed.on(() => this.#drawIfNew());
    room.changed.on(() => this.#drawIfNew());
    session.state.on(() => this.#describe());
  }

  draw() {
    const { room } = this;
    const buttons = [...this.#list.querySelectorAll("button")];
    const focused = buttons.findIndex((one) => one === document.activeElement);
    const listed = room.conversations.filter((one) => one.isPrivate || !this.rooms.areSeveral);
    this.#privateTitle.hidden = !this.rooms.areSeveral || listed.length === 0;
    this.#list.replaceChildren(...listed.map((one) => this.#rowFor(one)));
    if (focused >= 0) this.#list.querySelectorAll("button")[focused]?.focus();
    const isElsewhere = this.rooms.all.some((one) => this.rooms.unreadIn(one) > 0);
    this.#dot.hidden = !isElsewhere && !room.conversations.some((one) => one !== room.shown && one.unread > 0);
    this.#describe();
  }

  /** Rows that stay can be clicked while messages arrive. */
  #drawIfNew() {
    const { room } = this;
    const rows = room.conversations
      .map((one) => [one.name, one.unread, one.hasMentions, one === room.shown]);
    const elsewhere = this.rooms.all.map((one) => this.rooms.unreadIn(one) > 0);
    const { topic } = room.settings;
    const state = JSON.stringify([room.members.version, room.welcome?.room, topic, elsewhere, rows]);
    if (state === this.#drawnState) return;
    this.#drawnState = state;
    this.draw();
  }

  #describe() {
    const { room } = this;
    const { name } = room.shown;
    this.#heading.textContent = name ?? room.welcome?.room ?? "LanChat";
    const member = name === null ? undefined : room.members.find(name);
    const about = !this.session.isJoined ? t("notConnected")
      : name === null ? t("people", room.members.count)
      : !member ? t("isGone")
      : member.away ? t("isAway", member.away)
      : t("privateWith");
    this.#subheading.replaceChildren(about);
    this.#subheading.title = "";
    if (name !== null || !room.settings.topic) return;
    this.#subheading.append(" · ", make("bdi", { id: "topic" }, room.settings.topic));
    this.#subheading.title = room.settings.topic;
  }

  /** @param {import("../room/conversation.js").Conversation} conversation */
  #rowFor(conversation) {
    const { name, unread } = conversation;
    const isShown = conversation === this.room.shown;
    const label = name ?? this.room.welcome?.room ?? t("everyone");
    const avatar = name === null ? make("span", { class: "face here" }, icon("room")) : avatarOf(name);
    const attributes = { type: "button", class: "row", "aria-current": isShown && "true" };
    const open = make("button", attributes, avatar, make("bdi", { class: "label" }, label));
    if (unread > 0) open.append(unreadBadge(conversation));
    open.onclick = () => this.room.showConversation(name);
    if (name === null) return make("li", {}, open);
    const hide = () => this.room.hide(conversation);
    const close = button(t("closeConversation", name), hide, { class: "icon small", icon: "close" });
    return make("li", { class: this.room.members.find(name) ? undefined : "gone" }, open, close);
  }
}

/** @param {import("../room/conversation.js").Conversation} conversation */
function unreadBadge({ unread, hasMentions }) {
  const className = hasMentions ? "count calls" : "count";
  return make("span", { class: className, "aria-label": t("unread", unread) }, String(unread));
}

/**
 * Shows the conversation at a position in the list, or the next one.
 * @param {import("../room/room.js").Room} room
 * @param {number | undefined} number
 */
export function showNthConversation(room, number) {
  const { conversations, shown } = room;
  const next = (conversations.indexOf(shown) + 1) % conversations.length;
  const at = number === undefined ? next : number - 1;
  if (conversations[at]) room.showConversation(conversations[at].name);
}
