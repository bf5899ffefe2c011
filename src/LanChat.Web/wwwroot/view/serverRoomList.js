import { t } from "../text/language.js";
import { byId, icon, make } from "./dom.js";

/** @typedef {import("../wire/frames.js").ServerRoom} ServerRoom */

/**
 * The rooms of the server, as links to their fragments: the browser's Back and Forward go between
 * them. The row of the current room shows what everybody reads.
 */
export class ServerRoomList {
  #section = byId("server-rooms", HTMLElement);
  #list = /** @type {HTMLUListElement} */ (this.#section.querySelector("ul"));
  #newRoom = byId("new-room-row", HTMLElement);
  #drawnState = "";

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../room/serverRooms.js").ServerRooms} rooms
   * @param {(go: () => void) => void} leaveFor Asks first if something would be lost.
   */
  constructor(room, rooms, leaveFor) {
    this.room = room;
    this.rooms = rooms;
    this.leaveFor = leaveFor;
    rooms.changed.on(() => this.#drawIfNew());
    room.changed.on(() => this.#drawIfNew());
  }

  draw() {
    const focused = document.activeElement?.closest("#server-rooms a")?.getAttribute("href");
    const { areSeveral, mayOpen } = this.rooms;
    this.#section.hidden = !areSeveral;
    this.#newRoom.hidden = !mayOpen;
    const above = areSeveral ? this.#list : byId("conversations", HTMLElement);
    if (this.#newRoom.previousElementSibling !== above) above.after(this.#newRoom);
    this.#list.replaceChildren(...this.rooms.all.map((one) => make("li", {}, this.#rowFor(one))));
    if (focused) this.#rows.find((row) => row.getAttribute("href") === focused)?.focus();
  }

  /** Focuses the current room. */
  focus() {
    this.#rows.find((row) => row.hasAttribute("aria-current"))?.focus();
  }

  get #rows() {
    return [...this.#list.querySelectorAll("a")];
  }

  #drawIfNew() {
    const { room, rooms } = this;
    const rows = rooms.all.map((one) => [one, rooms.unreadIn(one)]);
    const { unread, hasMentions } = room.everyone;
    const shown = room.shown === room.everyone;
    const current = [unread, hasMentions, shown, room.members.count];
    const state = JSON.stringify([rows, rooms.areSeveral, rooms.mayOpen, current]);
    if (state === this.#drawnState) return;
    this.#drawnState = state;
    this.draw();
  }

  /** @param {ServerRoom} one */
  #rowFor(one) {
    const { room, rooms } = this;
    const isCurrent = rooms.isCurrent(one);
    const members = isCurrent ? room.members.count : one.members;
    const details = make("span", { class: "muted" }, t("people", members));
    if (one.topic) details.append(" · ", make("bdi", {}, one.topic));
    const about = make("span", { class: "about" }, make("bdi", { class: "label" }, one.name), details);
    const isShown = isCurrent && room.shown === room.everyone;
    const attributes = {
      class: isShown ? "row shown" : "row",
      href: rooms.fragmentOf(one),
      "aria-current": isCurrent && "page",
      title: one.topic,
    };
    const row = make("a", attributes, faceOf(one), about);
    const unread = isCurrent ? room.everyone.unread : rooms.unreadIn(one);
    if (unread > 0) row.append(badgeFor(unread, isCurrent && room.everyone.hasMentions));
    row.onclick = (event) => this.#handleClick(event, one);
    return row;
  }

  /**
   * @param {MouseEvent} event
   * @param {ServerRoom} one
   */
  #handleClick(event, one) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.rooms.isCurrent(one)) this.room.showConversation(null);
    else this.leaveFor(() => location.assign(this.rooms.fragmentOf(one)));
  }
}

/** @param {ServerRoom} one */
function faceOf({ entry }) {
  if (entry === "all") return make("span", { class: "face here" }, icon("room"));
  const about = make("span", { class: "unseen" }, t("notForAll"));
  return make("span", { class: "face here", title: t("notForAll") }, icon("lock"), about);
}

/**
 * @param {number} unread
 * @param {boolean} hasMentions
 */
function badgeFor(unread, hasMentions) {
  const className = hasMentions ? "count calls" : "count";
  const text = unread > 99 ? "99+" : String(unread);
  return make("span", { class: className, "aria-label": t("unread", unread), role: "img" }, text);
}
