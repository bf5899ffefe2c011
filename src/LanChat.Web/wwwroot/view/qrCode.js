import { t } from "../text/language.js";

const TIMEOUT_MS = 2000;

/** A QR code of a link, drawn by the server; without its answer none is shown. */
export class QrCode {
  #image;
  #link = "";

  /** @param {HTMLImageElement} image */
  constructor(image) {
    this.#image = image;
  }

  /** @param {string} link */
  async draw(link) {
    this.#link = link;
    URL.revokeObjectURL(this.#image.src);
    this.#image.removeAttribute("src");
    this.#image.hidden = true;
    const picture = await fetch("qr", { method: "POST", body: link, signal: AbortSignal.timeout(TIMEOUT_MS) })
      .then((response) => (response.ok ? response.blob() : undefined))
      .catch(() => undefined);
    // A later link may have replaced this one meanwhile.
    if (picture === undefined || link !== this.#link) return;
    this.#image.hidden = false;
    this.#image.alt = t("qrCode");
    this.#image.src = URL.createObjectURL(picture);
  }
}
