import { serverUrl } from "../address.js";
import { locale, t } from "../text/language.js";
import { icon, make } from "./dom.js";

const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"];
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];

/**
 * A file somebody shares: its name and size, a link where the server gives it out, and what it looks like if it is a picture.
 * @param {import("../wire/frames.js").SharedFile} file
 */
export function fileCard(file) {
  const link = pathOf(file.link);
  const size = make("span", { class: "muted" }, formatSize(file.size));
  const about = make("span", { class: "file-about" }, make("bdi", { class: "file-name" }, file.name), size);
  if (!link) return make("div", { class: "file-card" }, icon("file"), about);
  const label = `${t("download", file.name)}, ${formatSize(file.size)}`;
  const download = make("a", { class: "file-card", href: link, download: file.name, "aria-label": label }, icon("file"), about);
  if (!PICTURES.includes(file.type ?? "")) return download;
  const picture = make("img", { src: link, alt: t("picture", file.name), loading: "lazy", decoding: "async", class: "preview" });
  const shown = make("a", { href: link, target: "_blank", rel: "noopener noreferrer", class: "preview-link" }, picture);
  const card = make("div", { class: "picture" }, shown, download);
  // Its box stays: what is read below must not move.
  picture.addEventListener("error", () => card.classList.add("broken"));
  return card;
}

/** @param {number} bytes */
export function formatSize(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = bytes / 1000 ** step;
  const look = { unit: UNITS[step], unitDisplay: step === 0 ? "long" : "short", maximumFractionDigits: number < 10 ? 1 : 0 };
  return new Intl.NumberFormat(locale(), /** @type {Intl.NumberFormatOptions} */ ({ style: "unit", ...look })).format(number);
}

/** Files are on this server and nowhere else. @param {string | undefined} link */
function pathOf(link) {
  return link?.startsWith("/") && serverUrl(link).origin === location.origin ? serverUrl(link).pathname : undefined;
}
