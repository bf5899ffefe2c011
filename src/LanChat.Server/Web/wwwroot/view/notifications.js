import { isSpoken } from "../room/entries.js";
import { t } from "../text/language.js";
import { spokenLine } from "./attention.js";
import { byId } from "./dom.js";

const KEPT_AS = "lanchat.notify";

/** Calls who works elsewhere, where the browser can and the user wants it: for what is said to them, while the page is hidden. */
export class Notifications {
  #switch = byId("notify", HTMLInputElement);
  /** @type {Set<Notification>} */
  #shown = new Set();

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
    if (!canNotify()) return;
    byId("notify-choice", HTMLElement).hidden = false;
    this.#switch.checked = localStorage.getItem(KEPT_AS) === "on" && Notification.permission === "granted";
    this.#switch.onchange = () => this.#choose();
    room.said.on((entry) => this.#call(entry));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#clear());
  }

  async #choose() {
    if (this.#switch.checked && (await Notification.requestPermission()) !== "granted") {
      this.#switch.checked = false;
      this.room.note(t("notifyDenied"));
    }

    localStorage.setItem(KEPT_AS, this.#switch.checked ? "on" : "off");
  }

  /** @param {import("../room/entries.js").Entry} entry */
  #call(entry) {
    const isForThem = isSpoken(entry) && !entry.mine && (entry.mentions || entry.to !== undefined);
    if (!isForThem || !this.#switch.checked || document.visibilityState === "visible") return;
    const shown = new Notification(this.room.welcome?.room ?? "LanChat", { body: spokenLine(entry), icon: "icon.svg" });
    shown.onclick = () => {
      focus();
      this.room.turnTo(entry.to === undefined ? null : entry.nick);
    };
    this.#shown.add(shown);
  }

  /** Who is back sees it here. */
  #clear() {
    for (const one of this.#shown) one.close();
    this.#shown.clear();
  }
}

/** Browsers of phones have notifications, but none that a page may show: those say so when one is made, and others show none before they may. */
function canNotify() {
  if (!globalThis.isSecureContext || !globalThis.Notification) return false;
  if (Notification.permission === "granted") return !navigator.userAgent.includes("Android");
  try {
    new Notification("");
    return true;
  } catch {
    return false;
  }
}
