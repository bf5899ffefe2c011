import { isJoinOrLeave, isMemberMessage } from "../room/entries.js";
import { clockTimeOf, dayOf, minutesBetween, formatDay, formatDateTime } from "../room/time.js";
import { systemText } from "../room/systemMessages.js";
import { t } from "../text/language.js";
import { button, make } from "./dom.js";
import { fileCard } from "./fileCard.js";
import { summarizeJoinsAndLeaves } from "./joinsAndLeaves.js";
import { avatarOf, nameTag } from "./nameTag.js";
import { quoteLine } from "./quoteLine.js";
import { isOnlyEmoji, richText } from "./richText.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {{
 *   nick: string, hits: string[], dismiss: (entry: Entry) => void,
 *   askReaders?: (id: number, body: HTMLElement) => void, showOriginal: (id: number) => void,
 * }} LineContext The user's nickname, the search texts to highlight, what tells who has read a
 *   message, if the server can, and what shows the message that is replied to.
 */

const GROUP_MINUTES = 5;
const EVENT_KINDS = ["joined", "left", "renamed", "gap"];

/**
 * The line of an entry, or of several folded joins and leaves, below a divider if a day begins.
 * @param {Entry[]} entries
 * @param {Entry | undefined} before The entry above.
 * @param {LineContext} context
 */
export function linesFor(entries, before, context) {
  const [entry] = entries;
  const isNewDay = entry.kind !== "gap" && (!before || dayOf(before.time) !== dayOf(entry.time));
  const line = entries.length > 1 ? summaryLine(entries)
    : entry.isGone ? eventLine(entry, goneText(entry))
    : isMemberMessage(entry) ? memberLine(entry, isNewDay ? undefined : before, context)
    : EVENT_KINDS.includes(entry.kind) ? eventLine(entry)
    : noteLine(entry, context);
  if (entry.id > 0) line.dataset.id = String(entry.id);
  return isNewDay ? [divider("day", formatDay(entry.time)), line] : [line];
}

/**
 * Whether two entries share a line: joins and leaves of one day, if the server names the member.
 * @param {Entry} before
 * @param {Entry} entry
 */
export function canFold(before, entry) {
  return isFoldable(before) && isFoldable(entry) && dayOf(before.time) === dayOf(entry.time);
}

/** @param {Entry} entry */
function isFoldable(entry) {
  return isJoinOrLeave(entry) && entry.who !== undefined;
}

/**
 * @param {string} className
 * @param {string} text
 */
export function divider(className, text) {
  const heading = make("span", { role: "heading", "aria-level": "2" }, text);
  return make("li", { class: `divider ${className}` }, heading);
}

/**
 * What stands above the oldest message that is shown.
 * @param {import("../room/conversation.js").Conversation} conversation
 */
export function edgeText({ entries, isPrivate, hasOlder, lastSerial }) {
  if (hasOlder) return t("loadingOlder");
  if (isPrivate && lastSerial === 0) return t("privateKept");
  return t(entries.find(({ id }) => id > 0)?.id === 1 ? "beginning" : "noOlder");
}

/**
 * What stands in place of a message that was taken back.
 * @param {Entry} entry
 */
export function goneText({ mine, nick }) {
  return mine ? t("youTookBack") : t("tookBack", nick);
}

/**
 * @param {Entry} entry
 * @param {string} [text]
 */
function eventLine(entry, text = systemText(entry)) {
  const time = entry.kind === "gap" ? [] : [" ", timeOf(entry)];
  return make("li", { class: `event ${entry.kind}` }, make("span", { dir: "auto" }, text), ...time);
}

/** @param {Entry[]} entries */
function summaryLine(entries) {
  const last = entries[entries.length - 1];
  const rows = entries.map((entry) => (
    make("li", {}, make("span", { dir: "auto" }, systemText(entry)), " ", timeOf(entry))));
  const text = make("span", { dir: "auto" }, summarizeJoinsAndLeaves(entries));
  const summary = make("summary", {}, text, " ", timeOf(last));
  return make("li", { class: "event folded" }, make("details", {}, summary, make("ol", {}, ...rows)));
}

/**
 * @param {Entry} entry
 * @param {LineContext} context
 */
function noteLine(entry, { dismiss }) {
  const text = make("p", { dir: "auto" }, ...richText(systemText(entry)));
  const line = make("li", { class: `note ${entry.kind}` }, text);
  const options = { class: "icon small", icon: "close" };
  if (entry.kind === "note") line.append(button(t("dismiss"), () => dismiss(entry), options));
  return line;
}

/**
 * @param {Entry} entry
 * @param {Entry | undefined} before
 * @param {LineContext} context
 */
function memberLine(entry, before, context) {
  const follows = before !== undefined && isGrouped(before, entry);
  const header = make("p", { class: follows ? "by unseen" : "by" }, nameTag(entry.nick), " ", timeOf(entry));
  const clock = make("span", { class: "when", "aria-hidden": "true" }, clockTimeOf(entry.time));
  const body = make("div", { class: "body" }, header, ...quoteOf(entry, context), contentOf(entry, context));
  const action = actionOf(entry, body, context);
  const classes = [
    "line",
    entry.kind,
    entry.mine && "mine",
    action.length > 0 && "with-action",
    entry.mentions && "mentioned",
    follows && "follows",
  ];
  const className = classes.filter(Boolean).join(" ");
  return make("li", { class: className }, follows ? clock : avatarOf(entry.nick), body, ...action);
}

/**
 * @param {Entry} entry
 * @param {LineContext} context
 */
function quoteOf({ quote, re }, { showOriginal }) {
  return quote ? [quoteLine(quote, re === undefined ? undefined : () => showOriginal(re))] : [];
}

/**
 * The button that tells who has read a message of the user's own.
 * @param {Entry} entry
 * @param {HTMLElement} body Where the answer is shown.
 * @param {LineContext} context
 */
function actionOf({ mine, id }, body, { askReaders }) {
  if (!askReaders || !mine || id === 0) return [];
  const ask = () => askReaders(id, body);
  return [button(t("whoHasRead"), ask, { class: "icon who-has-read", icon: "eye" })];
}

/**
 * @param {Entry} entry
 * @param {LineContext} context
 */
function contentOf(entry, { nick, hits }) {
  if (entry.file) return fileCard(entry.file);
  const text = make("p", { class: isOnlyEmoji(entry.text) ? "words large" : "words", dir: "auto" });
  if (entry.kind === "acted") text.append(nameTag(entry.nick), " ");
  text.append(...richText(entry.text, entry.mine ? "" : nick, hits));
  return entry.edited ? make("div", { class: "changed" }, text, " ", editedMark(entry)) : text;
}

/** @param {Entry} entry */
function editedMark({ editedAt }) {
  const title = editedAt === undefined ? undefined : formatDateTime(editedAt);
  return make("span", { class: "edited muted", title }, t("edited"));
}

/**
 * @param {Entry} before
 * @param {Entry} entry
 */
function isGrouped(before, entry) {
  const isSameSender = isMemberMessage(before) && before.nick === entry.nick;
  const isAction = before.kind === "acted" || entry.kind === "acted";
  return isSameSender && !isAction && minutesBetween(before.time, entry.time) < GROUP_MINUTES;
}

/** @param {Entry} entry */
function timeOf(entry) {
  const datetime = new Date(entry.time).toISOString();
  return make("time", { datetime, title: formatDateTime(entry.time) }, clockTimeOf(entry.time));
}
