import { problemIn } from "../room/serverRooms.js";
import { t } from "../text/language.js";
import { fillChoices } from "./choices.js";
import { Dialog } from "./dialog.js";
import { byId, make } from "./dom.js";

/**
 * The settings with a choice of values, in the order they are shown.
 * @type {Record<string, string[]>}
 */
const CHOICES = {
  entry: ["all", "named", "password", "ask", "trusted", "closed"],
  speak: ["all", "named", "trusted", "moderators"],
  private: ["all", "moderators", "none"],
  history: ["all", "since"],
  slow: ["0s", "5s", "10s", "30s", "1m", "5m", "1h"],
  edit: ["0s", "2m", "15m", "1h", "1d"],
};

/**
 * The dialog with the settings of the room, as far as the user may change them. Sends only what was
 * changed.
 */
export class RoomSettingsForm {
  #opener = byId("open-room-settings", HTMLButtonElement);
  #fields = byId("room-settings", HTMLElement);
  #archive = byId("archive", HTMLButtonElement);
  #question = byId("archive-question", HTMLElement);
  #dialog;

  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("../room/room.js").Room} room
   * @param {import("../room/serverRooms.js").ServerRooms} rooms
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(session, room, rooms, overlays) {
    this.session = session;
    this.room = room;
    this.rooms = rooms;
    this.#dialog = new Dialog("settings-dialog", overlays, () => this.#submit());
    this.#opener.onclick = () => this.#open();
    this.#archive.onclick = () => this.#askToArchive();
    byId("archive-not", HTMLButtonElement).onclick = () => this.#keep();
    byId("archive-do", HTMLButtonElement).onclick = () => this.#doArchive();
    for (const changed of [room.changed, rooms.changed]) changed.on(() => this.#showOpener());
  }

  get #mayArchive() {
    return this.room.may("archive") && !this.rooms.isLobby;
  }

  #showOpener() {
    const { room } = this;
    this.#opener.hidden = !room.may("describe") && !room.may("configure") && !this.#mayArchive;
  }

  #open() {
    const { room } = this;
    this.#fields.replaceChildren(
      ...(room.may("describe") ? this.#textFields() : []),
      ...(room.may("configure") ? this.#choiceFields() : []));
    this.#archive.hidden = !this.#mayArchive;
    this.#question.hidden = true;
    this.#showPassword();
    this.#dialog.open();
    const [first] = this.#fields.querySelectorAll("input, textarea, select");
    if (first instanceof HTMLElement) first.focus();
  }

  #textFields() {
    const { topic = "", notice = "" } = this.room.settings;
    const own = { dir: "auto", autocomplete: "off" };
    const topicField = make("input", { id: "setting-topic", name: "topic", maxlength: "200", ...own });
    const size = { maxlength: "4000", rows: "3" };
    const noticeField = make("textarea", { id: "setting-notice", name: "notice", ...size, ...own });
    topicField.value = topic;
    noticeField.value = notice;
    return [labelled(topicField, t("topic"), "wide"), labelled(noticeField, t("notice"), "wide")];
  }

  #choiceFields() {
    const { settings } = this.room;
    const known = Object.entries(CHOICES).filter(([name]) => name !== "edit" || settings.edit !== undefined);
    const choices = known.flatMap(([name, values]) => {
      const field = make("select", { id: `setting-${name}`, name });
      fillChoices(field, name, values, settings[name] ?? values[0]);
      if (name !== "entry") return [labelled(field, t(settingLabel(name)))];
      field.onchange = () => this.#showPassword();
      const attributes = { id: "setting-password", name: "password", type: "password", autocomplete: "new-password" };
      const password = make("input", attributes);
      if (settings.entry === "password") password.placeholder = t("passwordUnchanged");
      return [labelled(field, t("entry")), labelled(password, t("roomPassword"))];
    });
    const listed = make("input", { id: "setting-listed", name: "listed", type: "checkbox", role: "switch" });
    listed.checked = settings.listed !== "no";
    const listedSwitch = make("label", { class: "switch wide" }, make("span", {}, t("listed")), listed);
    return this.rooms.isLobby ? choices : [...choices, listedSwitch];
  }

  #showPassword() {
    const entry = this.#fields.querySelector("select[name=entry]");
    const password = this.#fields.querySelector("input[name=password]");
    if (!(entry instanceof HTMLSelectElement) || !(password instanceof HTMLInputElement)) return;
    password.hidden = entry.value !== "password";
    password.parentElement?.toggleAttribute("hidden", password.hidden);
  }

  async #submit() {
    const changes = this.#changes();
    if (Object.keys(changes).length === 0) return undefined;
    return problemIn(await this.session.ask({ set: changes }));
  }

  #changes() {
    const { settings } = this.room;
    /** @type {Record<string, string>} */
    const changes = {};
    for (const field of this.#fields.querySelectorAll("input, textarea, select")) {
      if (field.hasAttribute("hidden")) continue;
      const { name, value } = /** @type {HTMLInputElement} */ (field);
      const isSwitch = field instanceof HTMLInputElement && field.type === "checkbox";
      const chosen = !isSwitch ? value : field.checked ? "yes" : "no";
      if (chosen !== (settings[name] ?? "")) changes[name] = chosen;
    }

    // A new password before the entry that needs it.
    const { password, ...rest } = changes;
    return password ? { password, ...rest } : rest;
  }

  #askToArchive() {
    byId("archive-text", HTMLElement).textContent = t("archiveQuestion", this.room.welcome?.room ?? "");
    this.#question.hidden = false;
    byId("archive-not", HTMLButtonElement).focus();
  }

  #keep() {
    this.#question.hidden = true;
    this.#archive.focus();
  }

  async #doArchive() {
    const problem = problemIn(await this.session.ask({ archive: true }));
    if (problem === undefined) return this.#dialog.close();
    this.#keep();
    this.#dialog.showProblem(problem);
  }
}

/** @param {string} name */
function settingLabel(name) {
  const label = { private: "privateMessages", edit: "editTime" }[name] ?? name;
  return /** @type {import("../text/language.js").Key} */ (label);
}

/**
 * A field below its label.
 * @param {HTMLElement} field
 * @param {string} text
 * @param {string} [className]
 */
function labelled(field, text, className) {
  return make("div", { class: className }, make("label", { for: field.id }, text), field);
}
