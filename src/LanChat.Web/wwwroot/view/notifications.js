import { isMemberMessage } from "../room/entries.js";
import { nameKey } from "../room/names.js";
import { ofRoom } from "../storage.js";
import { languageChanged, t } from "../text/language.js";
import { announcementOf } from "./announcer.js";
import { byId, make } from "./dom.js";

/**
 * @typedef {"all" | "mentions" | "none"} Level
 * @typedef {import("../room/entries.js").Entry} Entry
 */

const STORAGE_KEY = "lanchat.notify";
const LEVELS_STORAGE_KEY = "lanchat.notify.levels";
/** @type {Level[]} */
const LEVELS = ["all", "mentions", "none"];

/** Desktop notifications while the user looks elsewhere, with a level per conversation. */
export class Notifications {
  #switch = byId("notify", HTMLInputElement);
  #level = byId("notify-level", HTMLSelectElement);
  #hint = byId("notify-hint", HTMLElement);
  /** By name key; the key of the lobby is empty. @type {Record<string, Level>} */
  #levels = {};
  /** With the message that each shows. @type {Map<Notification, Entry>} */
  #shown = new Map();

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
    const isSupported = isNotificationSupported();
    this.#switch.disabled = !isSupported;
    this.#hint.hidden = isSupported;
    const isOn = localStorage.getItem(STORAGE_KEY) === "on";
    this.#switch.checked = isSupported && isOn && Notification.permission === "granted";
    this.#levels = loadLevels();
    for (const signal of [room.shownChanged, languageChanged]) signal.on(() => this.#showOptions());
    this.#showOptions();
    if (!isSupported) return;
    this.#switch.onchange = () => this.#toggle();
    this.#level.onchange = () => this.#saveLevel();
    room.entryAdded.on((entry) => this.#notify(entry));
    room.changes.applied.on(({ entry }) => entry && this.#update(entry));
    addEventListener("focus", () => this.#closeAll());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#closeAll();
    });
  }

  /** Shows the levels for the current conversation. */
  #showOptions() {
    const { name } = this.room.shown;
    this.#hint.textContent = t(globalThis.isSecureContext ? "notifyCannot" : "notifyOnlyHttps");
    byId("notify-level-choice", HTMLElement).hidden = !this.#switch.checked;
    const options = LEVELS
      .filter((one) => name === null || one !== "mentions")
      .map((one) => make("option", { value: one }, t(`notify-${one}`)));
    this.#level.replaceChildren(...options);
    this.#level.value = this.#levelOf(name);
  }

  async #toggle() {
    if (this.#switch.checked && (await Notification.requestPermission()) !== "granted") {
      this.#switch.checked = false;
      this.room.addNote(t("notifyDenied"));
    }

    localStorage.setItem(STORAGE_KEY, this.#switch.checked ? "on" : "off");
    this.#showOptions();
  }

  #saveLevel() {
    const { name } = this.room.shown;
    this.#levels[keyOf(name)] = /** @type {Level} */ (this.#level.value);
    localStorage.setItem(LEVELS_STORAGE_KEY, JSON.stringify(this.#levels));
  }

  /** @param {string | null} name @returns {Level} */
  #levelOf(name) {
    return this.#levels[keyOf(name)] ?? (name === null ? "mentions" : "all");
  }

  /** @param {Entry} entry */
  #notify(entry) {
    if (!isMemberMessage(entry) || entry.mine) return;
    if (!this.#switch.checked || this.room.hasAttention()) return;
    const name = entry.to === undefined ? null : entry.nick;
    const level = this.#levelOf(name);
    if (level === "none" || (level === "mentions" && !entry.mentions)) return;
    this.#show(entry, {});
  }

  /**
   * @param {Entry} entry
   * @param {NotificationOptions} options
   */
  #show(entry, options) {
    const title = this.room.welcome?.room ?? "LanChat";
    const notification = new Notification(title, { body: announcementOf(entry), icon: "icon.svg", ...options });
    notification.onclick = () => {
      focus();
      this.room.showConversation(entry.to === undefined ? null : entry.nick);
    };
    this.#shown.set(notification, entry);
  }

  /** Shows a message as it is now: in silence, in place of what was shown. @param {Entry} entry */
  #update(entry) {
    for (const [notification, shown] of this.#shown) {
      if (shown !== entry) continue;
      this.#shown.delete(notification);
      notification.close();
      if (!entry.isGone) this.#show(entry, { silent: true });
      return;
    }
  }

  /** Closes all notifications: the user is back. */
  #closeAll() {
    for (const one of this.#shown.keys()) one.close();
    this.#shown.clear();
  }
}

/** @param {string | null} name Null for the room. */
function keyOf(name) {
  return name === null ? ofRoom("") : nameKey(name);
}

/** @returns {Record<string, Level>} */
function loadLevels() {
  try {
    const stored = Object.entries(JSON.parse(localStorage.getItem(LEVELS_STORAGE_KEY) ?? "{}"));
    return Object.fromEntries(stored.filter(([, level]) => LEVELS.includes(level)));
  } catch {
    return {};
  }
}

/**
 * Browsers on Android have the constructor but throw when a page uses it, so it is tried. Without
 * permission a notification is not shown.
 */
function isNotificationSupported() {
  if (!globalThis.isSecureContext || !globalThis.Notification) return false;
  if (Notification.permission === "granted") return !navigator.userAgent.includes("Android");
  try {
    new Notification("");
    return true;
  } catch {
    return false;
  }
}
