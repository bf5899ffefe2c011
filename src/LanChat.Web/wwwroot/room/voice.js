import { t } from "../text/language.js";

/**
 * What the room itself says, in this user's language; what an older server worded is shown as it came.
 * @param {import("./entries.js").Entry} entry
 */
export function voiced({ kind, text, who, was, event, lost = 0 }) {
  if (kind === "joined" && who !== undefined) return t("joined", who);
  if (kind === "left" && who !== undefined) return t("left", who);
  if (kind === "renamed" && who !== undefined && was !== undefined) return t("renamed", was, who);
  if (event === "store-unavailable") return t("storeUnavailable");
  if (event === "store-recovered") return lost === 0 ? t("storeRecovered") : t("storeRecoveredPartly", lost);
  return text || event || "";
}

/**
 * The room's notice; the default one in this user's language.
 * @param {import("../wire/frames.js").Notice} notice
 */
export function noticeInWords(notice) {
  if (typeof notice === "string") return notice.trim();
  if (!notice.default) return (notice.text ?? "").trim();
  const [ip, port] = notice.address ?? ["", 0];
  return t("defaultNotice", ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`);
}
