import { languageChanged, t } from "../text/language.js";
import { byId } from "./dom.js";

/**
 * Says above the composer that it holds a message of the user's own, and the old text; or a reply,
 * and to what.
 */
export class EditingBar {
  #bar = byId("editing", HTMLElement);
  #what = byId("editing-what", HTMLElement);
  #before = byId("editing-before", HTMLElement);
  #cancel = byId("cancel-editing", HTMLButtonElement);

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("../composing/editing.js").Editing} editing
   * @param {import("../composing/replying.js").Replying} replying
   */
  constructor(room, editing, replying) {
    this.editing = editing;
    this.replying = replying;
    this.#cancel.onclick = () => {
      (editing.isShown ? editing : replying).cancel();
      byId("words", HTMLTextAreaElement).focus();
    };
    for (const signal of [editing.changed, replying.changed, languageChanged]) signal.on(() => this.#show());
    room.shownChanged.on(() => this.#show());
    this.#show();
  }

  #show() {
    const { editing, replying } = this;
    const reply = replying.isShown ? replying.current : undefined;
    this.#bar.hidden = !editing.isShown && !reply;
    this.#before.textContent = (reply ?? editing.current)?.text ?? "";
    this.#what.textContent = reply ? t("replyingTo", reply.nick) : t("editing");
    this.#bar.querySelector("use")?.setAttribute("href", reply ? "#i-reply" : "#i-edit");
    const label = t(reply ? "cancelReply" : "cancelEditing");
    for (const name of ["aria-label", "title"]) this.#cancel.setAttribute(name, label);
  }
}
