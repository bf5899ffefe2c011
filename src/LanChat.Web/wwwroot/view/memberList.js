import { nameKey } from "../room/names.js";
import { knownText, t } from "../text/language.js";
import { button, byId, make } from "./dom.js";
import { avatarOf } from "./nameTag.js";
import { richText } from "./richText.js";

const MAX_ROWS = 1000;

/**
 * The member list with the room's notice above it. A click on a member opens a private
 * conversation.
 */
export class MemberList {
  #list = byId("members", HTMLUListElement);
  #count = byId("member-count", HTMLElement);
  #card = byId("notice-card", HTMLElement);
  #notice = byId("notice", HTMLElement);
  #drawnState = "";

  /**
   * @param {import("../room/room.js").Room} room
   * @param {(name: string) => void} giveRole
   */
  constructor(room, giveRole) {
    this.room = room;
    this.giveRole = giveRole;
    room.changed.on(() => this.#drawIfNew());
  }

  draw() {
    const { room } = this;
    this.#count.textContent = t("people", room.members.count);
    this.#card.hidden = room.notice === "";
    this.#notice.replaceChildren(...richText(room.notice));
    const members = room.members.all.sort((one, other) => this.#compare(one, other));
    this.#list.replaceChildren(...members.slice(0, MAX_ROWS).map((member) => this.#rowFor(member)));
  }

  /**
   * The user first, then by name.
   * @param {import("../room/members.js").ListedMember} one
   * @param {import("../room/members.js").ListedMember} other
   */
  #compare(one, other) {
    const byUser = Number(this.#isMe(other)) - Number(this.#isMe(one));
    return byUser || one.name.localeCompare(other.name);
  }

  /** Most frames change nothing here. Rows that stay keep the focus and the scroll position. */
  #drawIfNew() {
    const { members, notice, nick } = this.room;
    const seen = JSON.stringify([members.version, notice, nick, this.room.role, this.room.may("admit")]);
    if (seen === this.#drawnState) return;
    this.#drawnState = seen;
    this.draw();
  }

  /** @param {import("../room/members.js").ListedMember} member */
  #rowFor(member) {
    const avatar = avatarOf(member.name);
    const mark = member.isOwner ? [make("span", { class: "mark", title: t("ownsName") }, "✓")] : [];
    const name = make("span", { class: "label" }, make("bdi", {}, member.name), ...mark);
    const about = make("span", { class: "about" }, name);
    const isMe = this.#isMe(member);
    const { role } = this.room;
    const ownRole = isMe && role !== "guest" && knownText(`role-${role}`);
    const details = [isMe && t("you"), ownRole, member.away && t("isAway", member.away)]
      .filter(Boolean)
      .join(" · ");
    if (details) about.append(make("span", { class: "muted" }, details));
    const className = member.away ? "row away" : "row";
    if (isMe) return make("li", {}, make("span", { class: className }, avatar, about));
    const label = [t("writeTo", member.name), member.isOwner && t("ownsName"), details].filter(Boolean).join(", ");
    const attributes = { type: "button", class: className, "aria-label": label };
    const row = make("button", attributes, avatar, about);
    row.onclick = () => this.room.showConversation(member.name);
    if (!this.room.may("admit")) return make("li", {}, row);
    const give = () => this.giveRole(member.name);
    const opener = button(t("roleOf", member.name), give, { class: "icon small", icon: "more" });
    opener.setAttribute("aria-haspopup", "dialog");
    return make("li", {}, row, opener);
  }

  /** @param {import("../room/members.js").ListedMember} member */
  #isMe(member) {
    return nameKey(member.name) === nameKey(this.room.nick);
  }
}
