import { Code, isOwnMessage } from "./frames.js";

/**
 * The outgoing request that a frame answers, for servers of protocol version 1, whose replies carry
 * no request id. The room keeps the order, so a reply belongs to the oldest request in flight if it
 * is of that kind; messages are matched by their `ref`.
 * @param {import("./frames.js").Frame} frame
 * @param {import("./outbox.js").Outbox} outbox
 * @param {import("./frames.js").Address | undefined} you This user's address.
 * @returns {import("./outbox.js").OutgoingRequest | undefined}
 */
export function guessAnsweredRequest(frame, outbox, you) {
  const { code, data } = frame;
  const oldest = outbox.firstSent?.request;
  const ifAsked = (/** @type {string} */ field) => (
    oldest?.[field] === undefined ? undefined : outbox.removeFirst());
  switch (code) {
    case Code.message: return isOwnMessage(frame, you) ? guessOwnMessage(data[0], outbox) : undefined;
    case Code.known: return outbox.removeByRef(data.ref);
    case Code.error: return data.closes ? undefined : outbox.removeFirst();
    case Code.nick: return ifAsked("nick");
    case Code.ignoring: return ifAsked("ignore");
    case Code.away: return isOnlyAbout(you, data) ? ifAsked("away") : undefined;
    case Code.page: return ifAsked("history");
    case Code.found: return ifAsked("search");
    default: return undefined;
  }
}

/**
 * The request of the user's own message, for servers that send it back without a request id: the
 * oldest message in flight, if it says the same.
 * @param {import("./frames.js").Message} own
 * @param {import("./outbox.js").Outbox} outbox
 * @returns {import("./outbox.js").OutgoingRequest | undefined}
 */
export function guessOwnMessage(own, outbox) {
  return outbox.removeFirstMessage(({ kind, text }) => kind === own.kind && text === own.message);
}

/**
 * @param {import("./frames.js").Address | undefined} you
 * @param {import("./frames.js").Absence[]} absences
 */
function isOnlyAbout(you, absences) {
  return absences.length === 1 && `${absences[0][1]}` === `${you}`;
}
