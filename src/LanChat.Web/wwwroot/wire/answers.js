import { Code } from "./frames.js";

/**
 * @typedef {import("./frames.js").Address} Address
 * @typedef {import("./outbox.js").Wish} Wish
 */

/**
 * The wish a frame answers, which leaves the outbox. The room keeps the order: what it answers is the first that was sent, if that asks for
 * such a thing at all; what was said is known by its ref.
 * @param {import("./frames.js").Frame} frame
 * @param {import("./outbox.js").Outbox} outbox
 * @param {Address | undefined} you This user's address.
 * @returns {Wish | undefined}
 */
export function answeredBy({ code, data }, outbox, you) {
  const first = outbox.first?.request;
  const isMine = (/** @type {Address} */ address) => `${address}` === `${you}`;
  const ifAsked = (/** @type {string} */ field) => (first?.[field] === undefined ? undefined : outbox.answered());
  switch (code) {
    case Code.message:
      if (isMine(data[0].from)) outbox.echo(data[0]);
      return undefined;
    case Code.known: return outbox.known(data.ref);
    case Code.error: return data.closes ? undefined : outbox.answered();
    case Code.nick: return ifAsked("nick");
    case Code.ignoring: return ifAsked("ignore");
    case Code.away: return data.length === 1 && isMine(data[0][1]) ? ifAsked("away") : undefined;
    case Code.page: return ifAsked("history");
    case Code.found: return ifAsked("search");
    default: return undefined;
  }
}
