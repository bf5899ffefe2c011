import { t } from "../text/language.js";
import { byId } from "../view/dom.js";
import { sizeInWords } from "../view/fileCard.js";
import { checksumOf } from "./checksum.js";
import { TusUpload, UploadRefused } from "./tus.js";
import { UploadRow } from "./uploadRow.js";

/** Sends files to whom the shown conversation is with, one after the other, and shows how far they have come. */
export class Uploads {
  #list = byId("uploads", HTMLUListElement);
  /** @type {Promise<void>} */
  #last = Promise.resolve();

  /**
   * @param {import("../room/room.js").Room} room
   * @param {(to: string | null, text: string) => void} say
   */
  constructor(room, say) {
    this.room = room;
    this.say = say;
    addEventListener("beforeunload", (event) => {
      if (this.areUnderWay) event.preventDefault();
    });
  }

  get areUnderWay() {
    return this.#list.children.length > 0;
  }

  /**
   * @param {Iterable<File>} files
   * @param {string | null} [to] Null for everyone; without it, to whom the shown conversation is with.
   * @param {string} [caption] Is said behind them.
   */
  send(files, to = this.room.shown.name, caption = "") {
    const offer = this.room.welcome?.files;
    if (!offer) return this.room.addNote(t("filesOff"));
    for (const file of files) {
      if (file.size <= offer.size) this.#add(file, to ?? undefined);
      else this.room.addNote(t("notSent", file.name, t("fileTooLarge", sizeInWords(offer.size))));
    }

    if (caption !== "") this.#last = this.#last.then(() => this.say(to, caption));
  }

  /**
   * @param {File} file
   * @param {string | undefined} to
   */
  #add(file, to) {
    const name = file.name || `${t("pastedName")}.${file.type.split("/")[1] ?? "bin"}`;
    const cancelled = new AbortController();
    const row = new UploadRow(name, file.size, to, () => {
      cancelled.abort();
      row.element.remove();
    });
    this.#list.append(row.element);
    const what = { file, name, to, token: () => this.room.welcome?.files?.token ?? "" };
    this.#last = this.#last.then(() => this.#run(what, row, cancelled.signal));
  }

  /**
   * @param {Omit<import("./tus.js").Sending, "sha256">} what
   * @param {UploadRow} row
   * @param {AbortSignal} cancelled
   */
  async #run(what, row, cancelled) {
    try {
      cancelled.throwIfAborted();
      const sha256 = await checksumOf(what.file, (read) => row.check(read), cancelled);
      await new TusUpload({ ...what, sha256 }, { progress: (sent) => row.send(sent), stalled: () => row.stall() }, cancelled).run();
    } catch (problem) {
      if (problem instanceof UploadRefused) this.room.addNote(t("notSent", what.name, problem.message));
      else if (!cancelled.aborted) this.room.addNote(t("notSent", what.name, t("fileUnreadable")));
    } finally {
      row.element.remove();
    }
  }
}
