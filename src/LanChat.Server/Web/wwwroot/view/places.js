import { nameKey } from "../room/names.js";
import { t } from "../text/language.js";
import { button, byId, icon, make } from "./dom.js";
import { coloured } from "./line.js";
import { initialOf } from "../room/names.js";

/** The conversations at the left: everyone, and each person one talks with privately; and what stands above the talk. */
export class Places {
  #list = byId("conversations", HTMLUListElement);
  #heading = byId("heading", HTMLElement);
  #subheading = byId("subheading", HTMLElement);
  #dot = byId("other-unread", HTMLElement);

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
    room.changed.on(() => this.draw());
  }

  draw() {
    const { room } = this;
    const [from, at] = [document.activeElement, [...this.#list.querySelectorAll("button")].findIndex((one) => one === document.activeElement)];
    this.#list.replaceChildren(...room.conversations.map((one) => this.#rowFor(one)));
    if (at >= 0 && from) this.#list.querySelectorAll("button")[at]?.focus();
    this.#dot.hidden = !room.conversations.some((one) => one !== room.shown && one.unread > 0);
    this.#describe();
  }

  #describe() {
    const { room } = this;
    const { name } = room.shown;
    this.#heading.textContent = name ?? room.welcome?.room ?? "LanChat";
    const person = name === null ? undefined : room.members.find(name);
    this.#subheading.textContent = name === null ? t("people", room.members.count)
      : !person ? t("isGone")
      : person.away ? t("isAway", person.away)
      : t("privateWith");
  }

  /** @param {import("../room/conversation.js").Conversation} conversation */
  #rowFor(conversation) {
    const { name, unread } = conversation;
    const isShown = conversation === this.room.shown;
    const label = name ?? this.room.welcome?.room ?? t("everyone");
    const face = name === null ? make("span", { class: "face here" }, icon("room")) : coloured(make("span", { class: "face", "aria-hidden": "true" }, initialOf(name)), name);
    const open = make("button", { type: "button", class: "row", "aria-current": isShown && "true" }, face, make("bdi", { class: "label" }, label));
    if (unread > 0) open.append(make("span", { class: conversation.calls ? "count calls" : "count", "aria-label": t("unread", unread) }, String(unread)));
    open.onclick = () => this.room.turnTo(name);
    const row = make("li", { class: name !== null && !this.room.members.find(name) ? "gone" : undefined, "data-name": name === null ? "" : nameKey(name) }, open);
    if (name !== null) row.append(button(t("closeConversation", name), () => this.room.forget(conversation), { class: "icon small", icon: "close" }));
    return row;
  }
}
