import { t } from "../text/language.js";
import { byId, icon, make } from "./dom.js";

/** @typedef {{ name: string, ip: string, port: number, page?: string, members?: number }} ListedRoom */

const PAUSE = 10_000;

/** The other rooms this server hears, with links to those that have a page. Nothing where the server does not listen. */
export class Rooms {
  #section = byId("nearby", HTMLElement);
  #list = byId("rooms", HTMLUListElement);

  /** Looks now, and again while the page is seen. */
  async follow() {
    const isServed = document.visibilityState === "hidden" || (await this.#look());
    if (isServed) setTimeout(() => this.follow(), PAUSE);
  }

  async #look() {
    const answer = await fetch("rooms").catch(() => undefined);
    if (answer?.status === 404) return false;
    /** @type {ListedRoom[]} */
    const rooms = answer?.ok ? await answer.json().catch(() => []) : [];
    this.#section.hidden = rooms.length === 0;
    this.#list.replaceChildren(...rooms.map(rowFor));
    return true;
  }
}

/** @param {ListedRoom} room */
function rowFor({ name, ip, port, page, members }) {
  const host = ip.includes(":") ? `[${ip}]` : ip;
  const count = members === undefined ? "" : t("people", members);
  const about = make("span", { class: "about" }, make("bdi", { class: "label" }, name), make("span", { class: "muted" }, count || `${host}:${port}`));
  const face = make("span", { class: "face here" }, icon("room"));
  const title = `${host}:${port}`;
  const row = page ? make("a", { class: "row", href: `${page}/`, title }) : make("span", { class: "row", title });
  row.append(face, about);
  return make("li", {}, row);
}
