import { t } from "../text/language.js";
import { button, make } from "../view/dom.js";
import { formatSize } from "../view/fileCard.js";

/** The row of one upload, with its progress. */
export class UploadRow {
  #progress;
  #state;

  /**
   * @param {string} name
   * @param {number} size
   * @param {string | undefined} to The recipient, if private.
   * @param {() => void} cancel
   */
  constructor(name, size, to, cancel) {
    this.size = size;
    this.#progress = make("progress", { max: "1", "aria-label": name });
    this.#progress.value = 0;
    this.#state = make("span", { class: "muted" }, formatSize(size));
    const label = make("bdi", { class: "label" }, to === undefined ? name : `${name} (${t("uploadTo", to)})`);
    const about = make("span", { class: "about" }, label, this.#state);
    const cancelButton = button(t("cancel"), cancel, { class: "icon small", icon: "close" });
    this.element = make("li", {}, about, this.#progress, cancelButton);
  }

  /** @param {number} read */
  showChecksum(read) {
    this.#state.textContent = t("uploadChecking", Math.floor((100 * read) / this.size));
  }

  /** @param {number} sent */
  showProgress(sent) {
    this.#progress.value = this.size === 0 ? 1 : sent / this.size;
    this.#state.textContent = `${formatSize(sent)} / ${formatSize(this.size)}`;
  }

  showStalled() {
    this.#state.textContent = t("uploadStalled");
  }
}
