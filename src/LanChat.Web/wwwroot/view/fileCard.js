import { serverUrl } from "../address.js";
import { locale, t } from "../text/language.js";
import { icon, make } from "./dom.js";

const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"];
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];

/**
 * The card of a shared file: name and size, a download link if the server offers one, and a preview
 * if it is a picture.
 * @param {import("../wire/frames.js").SharedFile} file
 */
export function fileCard(file) {
  const link = pathOf(file.link);
  const size = make("span", { class: "muted" }, formatSize(file.size));
  const about = make("span", { class: "file-about" }, make("bdi", { class: "file-name" }, file.name), size);
  if (!link) return make("div", { class: "file-card" }, icon("file"), about);
  const label = `${t("download", file.name)}, ${formatSize(file.size)}`;
  const attributes = { class: "file-card", href: link, download: file.name, "aria-label": label };
  const download = make("a", attributes, icon("file"), about);
  if (!PICTURES.includes(file.type ?? "")) return download;
  const loading = { loading: "lazy", decoding: "async" };
  const picture = make("img", { src: link, alt: t("picture", file.name), ...loading, class: "preview" });
  const newTab = { target: "_blank", rel: "noopener noreferrer" };
  const preview = make("a", { href: link, ...newTab, class: "preview-link" }, picture);
  const card = make("div", { class: "picture" }, preview, download);
  // A broken picture keeps its box, so the lines below do not move.
  picture.addEventListener("error", () => card.classList.add("broken"));
  return card;
}

/** @param {number} bytes */
export function formatSize(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = bytes / 1000 ** step;
  /** @type {Intl.NumberFormatOptions} */
  const options = {
    style: "unit",
    unit: UNITS[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: number < 10 ? 1 : 0,
  };
  return new Intl.NumberFormat(locale(), options).format(number);
}

/** The path of a link to this server; other links are ignored. @param {string | undefined} link */
function pathOf(link) {
  return link?.startsWith("/") && serverUrl(link).origin === location.origin ? serverUrl(link).pathname : undefined;
}
