import { t } from "../text/language.js";
import { button, byId, icon, make } from "./dom.js";
import { faceOf } from "./names.js";

/** The conversations at the left: everyone, and each person one talks with privately; and what stands above the talk. */
export class Places {
  #list = byId("conversations", HTMLUListElement);
  #heading = byId("heading", HTMLElement);
  #subheading = byId("subheading", HTMLElement);
  #dot = byId("other-unread", HTMLElement);
  #drawn = "";

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../wire/session.js").Session} session
   */
  constructor(room, session) {
    this.room = room;
    this.session = session;
    room.changed.on(() => this.#drawIfNew());
    session.state.on(() => this.#describe());
  }

  draw() {
    const { room } = this;
    const at = [...this.#list.querySelectorAll("button")].findIndex((one) => one === document.activeElement);
    this.#list.replaceChildren(...room.conversations.map((one) => this.#rowFor(one)));
    if (at >= 0) this.#list.querySelectorAll("button")[at]?.focus();
    this.#dot.hidden = !room.conversations.some((one) => one !== room.shown && one.unread > 0);
    this.#describe();
  }

  /** A row that stays can be pressed while others talk. */
  #drawIfNew() {
    const { room } = this;
    const rows = room.conversations.map((one) => [one.name, one.unread, one.hasMentions, one === room.shown]);
    const seen = JSON.stringify([room.members.version, room.welcome?.room, rows]);
    if (seen === this.#drawn) return;
    this.#drawn = seen;
    this.draw();
  }

  #describe() {
    const { room } = this;
    const { name } = room.shown;
    this.#heading.textContent = name ?? room.welcome?.room ?? "LanChat";
    const person = name === null ? undefined : room.members.find(name);
    this.#subheading.textContent = !this.session.isJoined ? t("notConnected")
      : name === null ? t("people", room.members.count)
      : !person ? t("isGone")
      : person.away ? t("isAway", person.away)
      : t("privateWith");
  }

  /** @param {import("../room/conversation.js").Conversation} conversation */
  #rowFor(conversation) {
    const { name, unread } = conversation;
    const isShown = conversation === this.room.shown;
    const label = name ?? this.room.welcome?.room ?? t("everyone");
    const face = name === null ? make("span", { class: "face here" }, icon("room")) : faceOf(name);
    const open = make("button", { type: "button", class: "row", "aria-current": isShown && "true" }, face, make("bdi", { class: "label" }, label));
    const look = conversation.hasMentions ? "count calls" : "count";
    if (unread > 0) open.append(make("span", { class: look, "aria-label": t("unread", unread) }, String(unread)));
    open.onclick = () => this.room.showConversation(name);
    const row = make("li", { class: name !== null && !this.room.members.find(name) ? "gone" : undefined }, open);
    if (name !== null) row.append(button(t("closeConversation", name), () => this.room.hide(conversation), { class: "icon small", icon: "close" }));
    return row;
  }
}
