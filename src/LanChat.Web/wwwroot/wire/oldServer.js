import { Code } from "./frames.js";

/**
 * The wish a frame answers, of a server that speaks version 1 of the protocol. The room keeps the order: what it answers is the first that was
 * sent, if that asks for such a thing at all; what was said is known by its ref.
 * @param {import("./frames.js").Frame} frame
 * @param {import("./outbox.js").Outbox} outbox
 * @param {import("./frames.js").Address | undefined} you This user's address.
 * @returns {import("./outbox.js").Wish | undefined}
 */
export function guessAnswered({ code, data }, outbox, you) {
  const first = outbox.first?.request;
  const ifAsked = (/** @type {string} */ field) => (first?.[field] === undefined ? undefined : outbox.answered());
  switch (code) {
    case Code.known: return outbox.known(data.ref);
    case Code.error: return data.closes ? undefined : outbox.answered();
    case Code.nick: return ifAsked("nick");
    case Code.ignoring: return ifAsked("ignore");
    case Code.away: return data.length === 1 && `${data[0][1]}` === `${you}` ? ifAsked("away") : undefined;
    case Code.page: return ifAsked("history");
    case Code.found: return ifAsked("search");
    default: return undefined;
  }
}
