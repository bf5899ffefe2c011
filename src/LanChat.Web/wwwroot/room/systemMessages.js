import { eventText, t } from "../text/language.js";

/**
 * The text of a system message in the user's language. A server of version 1 sends the sentence
 * itself.
 * @param {import("./entries.js").Entry} entry
 */
export function systemText({ kind, text, who, was, event, lost }) {
  if (kind === "joined" && who !== undefined) return t("joined", who);
  if (kind === "left" && who !== undefined) return t("left", who);
  if (kind === "renamed" && who !== undefined && was !== undefined) return t("renamed", was, who);
  return eventText(event, { who, lost }) ?? (text || event || "");
}

/**
 * The room's notice; the default notice in the user's language.
 * @param {import("../wire/frames.js").Notice} notice
 */
export function noticeText(notice) {
  if (typeof notice === "string") return notice.trim();
  if (!notice.default) return (notice.text ?? "").trim();
  const [ip, port] = notice.address ?? ["", 0];
  return t("defaultNotice", ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`);
}
