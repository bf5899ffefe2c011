import { nameKey } from "../room/names.js";
import { t } from "../text/language.js";
import { byId, make } from "./dom.js";
import { faceOf } from "./names.js";
import { wordsOf } from "./words.js";

const MOST_SHOWN = 1000;

/** Who is here, at the right, below the room's notice. Whoever is pressed is talked to privately. */
export class People {
  #list = byId("members", HTMLUListElement);
  #count = byId("member-count", HTMLElement);
  #card = byId("notice-card", HTMLElement);
  #notice = byId("notice", HTMLElement);
  #drawn = "";

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
    room.changed.on(() => this.#drawIfNew());
  }

  draw() {
    const { room } = this;
    this.#count.textContent = t("people", room.members.count);
    this.#card.hidden = room.notice === "";
    this.#notice.replaceChildren(...wordsOf(room.notice));
    const people = room.members.all.sort((one, other) => Number(this.#isMe(other)) - Number(this.#isMe(one)) || one.name.localeCompare(other.name));
    this.#list.replaceChildren(...people.slice(0, MOST_SHOWN).map((person) => this.#rowFor(person)));
  }

  /** The room says much that changes nothing here; a list that stays is kinder to who reads it. */
  #drawIfNew() {
    const { members, notice, nick } = this.room;
    const seen = JSON.stringify([members.version, notice, nick]);
    if (seen === this.#drawn) return;
    this.#drawn = seen;
    this.draw();
  }

  /** @param {import("../room/members.js").ListedMember} person */
  #rowFor(person) {
    const face = faceOf(person.name);
    const about = make("span", { class: "about" }, make("bdi", { class: "label" }, person.name));
    const state = this.#isMe(person) ? t("you") : "";
    const more = [state, person.away && t("isAway", person.away)].filter(Boolean).join(" · ");
    if (more) about.append(make("span", { class: "muted" }, more));
    const look = { class: person.away ? "row away" : "row" };
    if (this.#isMe(person)) return make("li", {}, make("span", look, face, about));
    const row = make("button", { type: "button", ...look, "aria-label": `${t("writeTo", person.name)}${more ? `, ${more}` : ""}` }, face, about);
    row.onclick = () => this.room.showConversation(person.name);
    return make("li", {}, row);
  }

  /** @param {import("../room/members.js").ListedMember} person */
  #isMe(person) {
    return nameKey(person.name) === nameKey(this.room.nick);
  }
}
