import { languageChanged, t } from "../text/language.js";
import { byId, icon, make } from "./dom.js";

/** @typedef {{ name: string, ip: string, port: number, page?: string | null, members?: number | null, own: boolean }} ListedRoom */

const PAUSE = 10_000;

/**
 * The other rooms this server hears, with links to those that have a page; where one enters, and beside the talk. What it says of this room
 * itself stands on the card where one enters.
 */
export class Rooms {
  #sections = [...document.querySelectorAll(".nearby")];
  /** @type {ListedRoom[]} */
  #rooms = [];
  #drawn = "";
  #name = byId("enter-room", HTMLElement);
  #lead = byId("enter-lead", HTMLElement);

  /** @param {import("../room/room.js").Room} room The one this is the page of. */
  constructor(room) {
    this.room = room;
    room.changed.on(() => this.#draw());
    languageChanged.on(() => this.#draw());
  }

  /** Looks now, and again while the page is seen. */
  async follow() {
    if (document.visibilityState === "visible") await this.#look();
    setTimeout(() => this.follow(), PAUSE);
  }

  async #look() {
    const answer = await fetch("rooms").catch(() => undefined);
    this.#rooms = answer?.ok ? await answer.json().catch(() => []) : [];
    this.#draw();
  }

  #draw() {
    this.#drawOwn(this.#rooms.find(({ own }) => own));
    const others = this.#rooms.filter(({ own }) => !own);
    const seen = JSON.stringify([others, document.documentElement.lang]);
    if (seen === this.#drawn) return;
    this.#drawn = seen;
    for (const section of this.#sections) {
      section.toggleAttribute("hidden", others.length === 0);
      section.querySelector("ul")?.replaceChildren(...others.map(rowFor));
    }
  }

  /** @param {ListedRoom | undefined} own */
  #drawOwn(own) {
    const name = this.room.welcome?.room ?? own?.name;
    if (!name) return;
    this.#name.textContent = name;
    this.#lead.textContent = typeof own?.members === "number" && own.members > 0 ? t("people", own.members) : t("enterLead");
    if (!this.room.welcome) document.title = name;
  }
}

/** A page's address, where it is one that can be gone to. @param {string | null | undefined} page */
function addressOf(page) {
  return page && /^https?:/.test(page) && URL.canParse(page) ? new URL(page) : undefined;
}

/** @param {ListedRoom} room */
function rowFor({ name, ip, port, page, members }) {
  const host = ip.includes(":") ? `[${ip}]` : ip;
  const title = `${host}:${port}`;
  const more = make("span", { class: "muted" }, typeof members === "number" ? `${t("people", members)} · ${host}` : title);
  const address = addressOf(page);
  const row = address ? make("a", { class: "row", href: address.href, title }) : make("span", { class: "row", title });
  row.append(make("span", { class: "face here" }, icon("room")), make("span", { class: "about" }, make("bdi", { class: "label" }, name), more));
  return make("li", {}, row);
}
