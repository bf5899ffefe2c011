import { t } from "../text/language.js";
import { byId } from "../view/dom.js";
import { formatSize } from "../view/fileCard.js";
import { checksumOf } from "./checksum.js";
import { TusUpload, UploadRefused } from "./tus.js";
import { UploadRow } from "./uploadRow.js";

/** The queue of uploads: sends files one after the other and shows their progress. */
export class Uploads {
  #list = byId("uploads", HTMLUListElement);
  /** @type {Promise<void>} */
  #queue = Promise.resolve();

  /**
   * @param {import("../room/room.js").Room} room
   * @param {(to: string | null, text: string) => void} say
   */
  constructor(room, say) {
    this.room = room;
    this.say = say;
    addEventListener("beforeunload", (event) => {
      if (this.isUploading) event.preventDefault();
    });
  }

  get isUploading() {
    return this.#list.children.length > 0;
  }

  /**
   * @param {Iterable<File>} files
   * @param {string | null} [to] Null for the room; by default, the shown conversation.
   * @param {string} [caption] A message to send after the files.
   */
  send(files, to = this.room.shown.name, caption = "") {
    const limits = this.room.welcome?.files;
    if (!limits) return this.room.addNote(t("filesOff"));
    for (const file of files) {
      if (file.size <= limits.size) this.#add(file, to ?? undefined);
      else this.room.addNote(t("notSent", file.name, t("fileTooLarge", formatSize(limits.size))));
    }

    if (caption !== "") this.#queue = this.#queue.then(() => this.say(to, caption));
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
    const source = { file, name, to, token: () => this.room.welcome?.files?.token ?? "" };
    this.#queue = this.#queue.then(() => this.#run(source, row, cancelled.signal));
  }

  /**
   * @param {Omit<import("./tus.js").UploadSource, "sha256">} source
   * @param {UploadRow} row
   * @param {AbortSignal} cancelled
   */
  async #run(source, row, cancelled) {
    try {
      cancelled.throwIfAborted();
      const sha256 = await checksumOf(source.file, (read) => row.showChecksum(read), cancelled);
      const callbacks = {
        onProgress: (/** @type {number} */ sent) => row.showProgress(sent),
        onStalled: () => row.showStalled(),
      };
      await new TusUpload({ ...source, sha256 }, callbacks, cancelled).run();
    } catch (error) {
      if (error instanceof UploadRefused) this.room.addNote(t("notSent", source.name, error.message));
      else if (!cancelled.aborted) this.room.addNote(t("notSent", source.name, t("fileUnreadable")));
    } finally {
      row.element.remove();
    }
  }
}
