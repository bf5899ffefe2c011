import { t } from "../text/language.js";

// The room speaks in the words that older clients know, with a kind (PROTOCOL.md).
const ARRIVAL = /^欢迎来自 \('[^']+', \d{1,5}\) 的【(.+)】加入聊天室!$/s;
const DEPARTURE = /^来自 \('[^']+', \d{1,5}\) 的客户端【(.+)】下线了$/s;
const RENAMING = /^【(.+)】改名为【(.+)】$/s;

/**
 * Who came or went, by what the room says of it.
 * @param {{ kind: string, text: string }} entry
 */
export function whoIn({ kind, text }) {
  return (kind === "joined" ? ARRIVAL : DEPARTURE).exec(text)?.[1];
}

/**
 * What the room says, in this user's language; what is worded otherwise is shown as it came.
 * @param {{ kind: string, text: string }} entry
 */
export function voiced({ kind, text }) {
  if (kind === "joined") return text.replace(ARRIVAL, (_, name) => t("joined", name));
  if (kind === "left") return text.replace(DEPARTURE, (_, name) => t("left", name));
  const renamed = renamedIn({ kind, text });
  return renamed ? t("renamed", renamed.before, renamed.now) : text;
}

/**
 * @param {{ kind: string, text: string }} entry
 * @returns {{ before: string, now: string } | undefined}
 */
export function renamedIn({ kind, text }) {
  const match = kind === "renamed" ? RENAMING.exec(text) : null;
  return match ? { before: match[1], now: match[2] } : undefined;
}
