import { readFragment } from "../address.js";
import { nameKey } from "../room/names.js";
import { languageChanged, t } from "../text/language.js";
import { byId, icon, make } from "./dom.js";

/**
 * @typedef {{
 *   name: string, ip: string, port: number, page?: string | null,
 *   members?: number | null, own: boolean,
 *   rooms?: { room: string, name: string, members: number }[],
 * }} ListedRoom `rooms` are those of this server.
 */

const INTERVAL = 10_000;

/**
 * The other rooms in the server's room directory, with links to those that have a page, and the
 * name and size of this room on the form that asks for the nickname.
 */
export class NearbyRooms {
  #sections = [...document.querySelectorAll(".nearby")];
  /** @type {ListedRoom[]} */
  #rooms = [];
  #drawnState = "";
  #name = byId("enter-room", HTMLElement);
  #lead = byId("enter-lead", HTMLElement);

  /** @param {import("../room/room.js").Room} room This room. */
  constructor(room) {
    this.room = room;
    room.changed.on(() => this.#draw());
    languageChanged.on(() => this.#draw());
  }

  /** Fetches the rooms now, and at intervals while the page is visible. */
  async poll() {
    if (document.visibilityState === "visible") await this.#fetch();
    setTimeout(() => this.poll(), INTERVAL);
  }

  async #fetch() {
    const response = await fetch("rooms").catch(() => undefined);
    this.#rooms = response?.ok ? await response.json().catch(() => []) : [];
    this.#draw();
  }

  #draw() {
    this.#drawOwn(this.#rooms.find(({ own }) => own));
    const others = this.#rooms.filter(({ own }) => !own);
    const state = JSON.stringify([others, document.documentElement.lang]);
    if (state === this.#drawnState) return;
    this.#drawnState = state;
    for (const section of this.#sections) {
      section.toggleAttribute("hidden", others.length === 0);
      section.querySelector("ul")?.replaceChildren(...others.map(rowFor));
    }
  }

  /** @param {ListedRoom | undefined} own */
  #drawOwn(own) {
    const { room: wanted } = readFragment();
    const listed = own?.rooms?.find(({ room }) => wanted && room === nameKey(wanted));
    const name = this.room.welcome?.room ?? (wanted ? listed?.name ?? wanted : own?.name);
    if (!name) return;
    this.#name.textContent = name;
    const count = (wanted ? listed?.members : own?.members) ?? 0;
    this.#lead.textContent = count > 0 ? t("people", count) : t("enterLead");
    if (!this.room.welcome) document.title = name;
  }
}

/** The URL of a room's page, if it is an HTTP URL. @param {string | null | undefined} page */
function addressOf(page) {
  return page && /^https?:/.test(page) && URL.canParse(page) ? new URL(page) : undefined;
}

/** @param {ListedRoom} room */
function rowFor({ name, ip, port, page, members }) {
  const host = ip.includes(":") ? `[${ip}]` : ip;
  const title = `${host}:${port}`;
  const details = typeof members === "number" ? `${t("people", members)} · ${host}` : title;
  const label = make("bdi", { class: "label" }, name);
  const about = make("span", { class: "about" }, label, make("span", { class: "muted" }, details));
  const address = addressOf(page);
  const row = address
    ? make("a", { class: "row", href: address.href, title })
    : make("span", { class: "row", title });
  row.append(make("span", { class: "face here" }, icon("room")), about);
  return make("li", {}, row);
}
