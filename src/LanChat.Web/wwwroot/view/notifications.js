import { isMemberMessage } from "../room/entries.js";
import { nameKey } from "../room/names.js";
import { languageChanged, t } from "../text/language.js";
import { spokenLine } from "./attention.js";
import { byId, make } from "./dom.js";

/** @typedef {"all" | "mentions" | "none"} Level */

const STORAGE_KEY = "lanchat.notify";
const LEVELS_STORAGE_KEY = "lanchat.notify.levels";
/** @type {Level[]} */
const LEVELS = ["all", "mentions", "none"];

/** Calls who looks elsewhere, where the browser can and the user wants it: for each conversation as much as they chose. */
export class Notifications {
  #switch = byId("notify", HTMLInputElement);
  #level = byId("notify-level", HTMLSelectElement);
  #hint = byId("notify-hint", HTMLElement);
  /** By the keys of names; the room's own is empty. @type {Record<string, Level>} */
  #levels = {};
  /** @type {Set<Notification>} */
  #shown = new Set();

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
    const can = canNotify();
    this.#switch.disabled = !can;
    this.#hint.hidden = can;
    this.#switch.checked = can && localStorage.getItem(STORAGE_KEY) === "on" && Notification.permission === "granted";
    this.#levels = keptLevels();
    for (const signal of [room.shownChanged, languageChanged]) signal.on(() => this.#offer());
    this.#offer();
    if (!can) return;
    this.#switch.onchange = () => this.#choose();
    this.#level.onchange = () => this.#chooseLevel();
    room.entryAdded.on((entry) => this.#call(entry));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#clear());
    addEventListener("focus", () => this.#clear());
  }

  /** What can be chosen for the conversation that is shown. */
  #offer() {
    const { name } = this.room.shown;
    this.#hint.textContent = t(globalThis.isSecureContext ? "notifyCannot" : "notifyOnlyHttps");
    byId("notify-level-choice", HTMLElement).hidden = !this.#switch.checked;
    this.#level.replaceChildren(...LEVELS.filter((one) => name === null || one !== "mentions").map((one) => make("option", { value: one }, t(`notify-${one}`))));
    this.#level.value = this.#levelOf(name);
  }

  async #choose() {
    if (this.#switch.checked && (await Notification.requestPermission()) !== "granted") {
      this.#switch.checked = false;
      this.room.addNote(t("notifyDenied"));
    }

    localStorage.setItem(STORAGE_KEY, this.#switch.checked ? "on" : "off");
    this.#offer();
  }

  #chooseLevel() {
    const { name } = this.room.shown;
    this.#levels[name === null ? "" : nameKey(name)] = /** @type {Level} */ (this.#level.value);
    localStorage.setItem(LEVELS_STORAGE_KEY, JSON.stringify(this.#levels));
  }

  /** @param {string | null} name @returns {Level} */
  #levelOf(name) {
    return this.#levels[name === null ? "" : nameKey(name)] ?? (name === null ? "mentions" : "all");
  }

  /** @param {import("../room/entries.js").Entry} entry */
  #call(entry) {
    if (!isMemberMessage(entry) || entry.mine || !this.#switch.checked || this.room.hasAttention()) return;
    const name = entry.to === undefined ? null : entry.nick;
    const level = this.#levelOf(name);
    if (level === "none" || (level === "mentions" && !entry.mentions)) return;
    const shown = new Notification(this.room.welcome?.room ?? "LanChat", { body: spokenLine(entry), icon: "icon.svg" });
    shown.onclick = () => {
      focus();
      this.room.showConversation(name);
    };
    this.#shown.add(shown);
  }

  /** Who is back sees it here. */
  #clear() {
    for (const one of this.#shown) one.close();
    this.#shown.clear();
  }
}

/** @returns {Record<string, Level>} */
function keptLevels() {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(LEVELS_STORAGE_KEY) ?? "{}"));
    return Object.fromEntries(kept.filter(([, level]) => LEVELS.includes(/** @type {Level} */ (level)))) /** @type {Record<string, Level>} */;
  } catch {
    return {};
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
