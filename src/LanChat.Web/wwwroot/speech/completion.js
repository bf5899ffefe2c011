import { t } from "../text/language.js";
import { nameKey } from "../room/names.js";
import { written } from "./addressing.js";
import { commands, usageOf } from "./commands.js";
import { matchingEmoji } from "./emoji.js";

/** @typedef {{ insert: string, shown: string, meaning: string, from: number, to: number }} Suggestion */

const MOST = 8;

/**
 * What the word before the cursor may become: a command, a name, an emoji.
 * @param {string} text
 * @param {number} cursor
 * @param {string[]} names Who is here.
 * @returns {Suggestion[]}
 */
export function suggest(text, cursor, names) {
  const before = text.slice(0, cursor);
  return commandsFor(before) ?? namesFor(before, names) ?? emojiFor(before) ?? [];
}

/** @param {string} before */
function commandsFor(before) {
  const part = /^\/([a-z]*)$/.exec(before)?.[1];
  if (part === undefined) return undefined;
  return commands.filter(({ name }) => name.startsWith(part)).map((command) => ({
    insert: command.argument ? `/${command.name} ` : `/${command.name}`,
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
  const suggestions = names.filter((name) => nameKey(name).startsWith(key)).flatMap((name) => {
    const form = written(name);
    return form === undefined ? [] : [{ insert: sign + form, shown: name, meaning: isPrivate ? t("writeTo", name) : "", from, to: before.length }];
  });
  return suggestions.slice(0, MOST);
}

/** @param {string} before */
function emojiFor(before) {
  const part = /(?:^|[^\w:]):([a-z0-9_+-]{2,})$/.exec(before)?.[1];
  if (part === undefined) return undefined;
  return matchingEmoji(part).slice(0, MOST).map(([code, emoji]) => ({
    insert: emoji,
    shown: `${emoji}  :${code}:`,
    meaning: "",
    from: before.length - part.length - 1,
    to: before.length,
  }));
}
