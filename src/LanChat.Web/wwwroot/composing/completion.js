import { nameKey } from "../room/names.js";
import { t } from "../text/language.js";
import { usageOf } from "./command.js";
import { commands, isAvailable } from "./commands.js";
import { matchingEmoji } from "./emoji.js";
import { recipientPrefix } from "./recipients.js";

/**
 * @typedef {{
 *   insert: string, shown: string, meaning: string, from: number, to: number,
 * }} Suggestion Replaces the input between `from` and `to`.
 */

const MAX_SUGGESTIONS = 8;

/**
 * Completes the word before the cursor: a command, a nickname or an emoji.
 * @param {string} text
 * @param {number} cursor
 * @param {string[]} names The members.
 * @param {import("../room/room.js").Room} room
 * @returns {Suggestion[]}
 */
export function suggestionsFor(text, cursor, names, room) {
  const before = text.slice(0, cursor);
  return commandsFor(before, room) ?? namesFor(before, names) ?? emojiFor(before) ?? [];
}

/**
 * @param {string} before
 * @param {import("../room/room.js").Room} room
 */
function commandsFor(before, room) {
  const part = /^\/([a-z-]*)$/.exec(before)?.[1];
  if (part === undefined) return undefined;
  const matching = commands.filter((one) => one.name.startsWith(part) && isAvailable(one, room));
  return matching.map((command) => ({
    insert: command.argument ? `/${command.name}${command.separator ?? " "}` : `/${command.name}`,
    shown: usageOf(command),
    meaning: t(command.meaning),
    from: 0,
    to: before.length,
  }));
}

/**
 * @param {string} before
 * @param {string[]} names
 */
function namesFor(before, names) {
  const match = /(^|\s)([@＠]|\/msg )"?([^\s"]*)$/u.exec(before);
  if (!match) return undefined;
  const [, gap, sign, part] = match;
  const from = match.index + gap.length;
  const key = nameKey(part);
  const isPrivate = sign.startsWith("/");
  if (isPrivate && from > 0) return undefined;
  return names
    .filter((name) => nameKey(name).startsWith(key))
    .map((name) => ({ name, prefix: recipientPrefix(name) }))
    .filter(({ prefix }) => prefix !== undefined)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name, prefix }) => ({
      insert: sign + prefix,
      shown: name,
      meaning: isPrivate ? t("writeTo", name) : "",
      from,
      to: before.length,
    }));
}

/** @param {string} before */
function emojiFor(before) {
  const part = /(?:^|[^\w:]):([a-z0-9_+-]{2,})$/.exec(before)?.[1];
  if (part === undefined) return undefined;
  return matchingEmoji(part).slice(0, MAX_SUGGESTIONS).map(([code, emoji]) => ({
    insert: emoji,
    shown: `${emoji}  :${code}:`,
    meaning: "",
    from: before.length - part.length - 1,
    to: before.length,
  }));
}
