import { t } from "../text/language.js";
import { byId, icon, make } from "./dom.js";
import { formatSize } from "./fileCard.js";

/**
 * The dialog that shows pasted or dropped files and their recipient before they are sent, with an
 * optional caption.
 */
export class SendPreview {
  #dialog = byId("preview", HTMLDialogElement);
  #to = byId("preview-to", HTMLElement);
  #list = byId("preview-files", HTMLUListElement);
  #caption = byId("caption", HTMLInputElement);
  /** @type {File[]} */
  #files = [];
  /** @type {string | null} */
  #name = null;

  /**
   * @param {import("../room/room.js").Room} room
   * @param {(files: File[], to: string | null, caption: string) => void} send
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(room, send, overlays) {
    this.room = room;
    this.overlays = overlays;
    this.#dialog.addEventListener("close", () => this.#closed());
    byId("preview-form", HTMLFormElement).onsubmit = (event) => {
      event.preventDefault();
      const [files, name, caption] = [this.#files, this.#name, this.#caption.value.trim()];
      this.#dialog.close();
      send(files, name, caption);
    };
    byId("preview-cancel", HTMLButtonElement).onclick = () => this.#dialog.close();
    this.#caption.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    });
  }

  /** @param {File[]} files Added to those shown already. */
  show(files) {
    if (files.length === 0) return;
    if (!this.#dialog.open) this.#open();
    this.#files.push(...files);
    this.#list.append(...files.map(rowFor));
  }

  #open() {
    this.#files = [];
    this.#list.replaceChildren();
    this.#caption.value = "";
    this.#name = this.room.shown.name;
    this.#to.textContent = this.#name === null
      ? t("sendToAll", this.room.welcome?.room ?? "")
      : t("sendToOne", this.#name);
    this.overlays.open("preview", () => this.#dialog.close());
    this.#dialog.showModal();
    this.#caption.focus();
  }

  #closed() {
    this.overlays.closed("preview");
    for (const picture of this.#list.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
    this.#list.replaceChildren();
    byId("words", HTMLTextAreaElement).focus();
  }
}

/** @param {File} file */
function rowFor(file) {
  const size = make("span", { class: "muted" }, formatSize(file.size));
  const about = make("span", { class: "file-about" }, make("bdi", { class: "file-name" }, file.name), size);
  const kind = make("span", { class: "file-card" }, icon("file"), about);
  if (!file.type.startsWith("image/")) return make("li", {}, kind);
  const picture = make("img", { alt: t("picture", file.name), src: URL.createObjectURL(file) });
  picture.addEventListener("error", () => picture.remove());
  return make("li", {}, picture, kind);
}
