import { t } from "../text/language.js";
import { button, make } from "../view/dom.js";
import { sizeInWords } from "../view/fileCard.js";

/** Shows how far one upload has come. */
export class UploadRow {
  #progress;
  #state;

  /**
   * @param {string} name
   * @param {number} size
   * @param {string | undefined} to Whom it is for, if not for everyone.
   * @param {() => void} cancel
   */
  constructor(name, size, to, cancel) {
    this.size = size;
    this.#progress = make("progress", { max: "1", "aria-label": name });
    this.#progress.value = 0;
    this.#state = make("span", { class: "muted" }, sizeInWords(size));
    const label = make("bdi", { class: "label" }, to === undefined ? name : `${name} (${t("uploadTo", to)})`);
    const about = make("span", { class: "about" }, label, this.#state);
    this.element = make("li", {}, about, this.#progress, button(t("cancel"), cancel, { class: "icon small", icon: "close" }));
  }

  /** @param {number} read */
  check(read) {
    this.#state.textContent = t("uploadChecking", Math.floor((100 * read) / this.size));
  }

  /** @param {number} sent */
  send(sent) {
    this.#progress.value = this.size === 0 ? 1 : sent / this.size;
    this.#state.textContent = `${sizeInWords(sent)} / ${sizeInWords(this.size)}`;
  }

  stall() {
    this.#state.textContent = t("uploadStalled");
  }
}
