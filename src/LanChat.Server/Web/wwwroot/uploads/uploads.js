import { t } from "../text/language.js";
import { button, byId, make } from "../view/dom.js";
import { sizeInWords } from "../view/fileCard.js";
import { TusUpload, UploadRefused } from "./tus.js";

/** Sends files to whom the shown conversation is with, one after the other, and shows how far they have come. */
export class Uploads {
  #list = byId("uploads", HTMLUListElement);
  /** @type {Promise<void>} */
  #last = Promise.resolve();

  /** @param {import("../room/room.js").Room} room */
  constructor(room) {
    this.room = room;
  }

  /** @param {Iterable<File>} files */
  send(files) {
    const offer = this.room.welcome?.files;
    if (!offer) return this.room.note(t("filesOff"));
    for (const file of files) {
      if (file.size <= offer.size) this.#add(file);
      else this.room.note(t("notSent", file.name, t("fileTooLarge", sizeInWords(offer.size))));
    }
  }

  /** @param {File} file */
  #add(file) {
    const to = this.room.shown.name ?? undefined;
    const name = file.name || `${t("pastedName")}.${file.type.split("/")[1] ?? "bin"}`;
    const progress = make("progress", { max: "1", "aria-label": name });
    progress.value = 0;
    const state = make("span", { class: "muted" }, sizeInWords(file.size));
    const upload = new TusUpload({ file, name, to, token: () => this.room.welcome?.files?.token ?? "" }, {
      progress: (sent) => {
        progress.value = file.size === 0 ? 1 : sent / file.size;
        state.textContent = `${sizeInWords(sent)} / ${sizeInWords(file.size)}`;
      },
      stalled: () => (state.textContent = t("uploadStalled")),
    });
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
      upload.cancel();
      row.remove();
    };
    const label = make("bdi", { class: "label" }, to === undefined ? name : `${name} (${t("uploadTo", to)})`);
    const about = make("span", { class: "about" }, label, state);
    const row = make("li", {}, about, progress, button(t("cancel"), cancel, { class: "icon small", icon: "close" }));
    this.#list.append(row);
    this.#last = this.#last.then(() => (isCancelled ? undefined : this.#run(upload, name, row)));
  }

  /**
   * @param {TusUpload} upload
   * @param {string} name
   * @param {HTMLElement} row
   */
  async #run(upload, name, row) {
    try {
      await upload.run();
    } catch (problem) {
      if (problem instanceof UploadRefused) this.room.note(t("notSent", name, problem.message));
    } finally {
      row.remove();
    }
  }
}
