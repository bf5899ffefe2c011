import { isOwnMessage } from "./frames.js";
import { guessAnsweredRequest, guessOwnMessage } from "./oldServer.js";

/**
 * @typedef {import("./outbox.js").OutgoingRequest} OutgoingRequest
 */

/**
 * The outgoing request that a frame answers, removed from the outbox. From protocol version 2 on
 * replies carry its id, and so do the user's own private messages. Messages to everyone are the
 * same bytes for all, without an id: the user's own come back in the order they were sent.
 * @param {import("./frames.js").Frame} frame
 * @param {import("./outbox.js").Outbox} outbox
 * @param {import("./frames.js").Welcome | undefined} welcome
 * @returns {OutgoingRequest | undefined}
 */
export function answeredRequest(frame, outbox, welcome) {
  if (frame.id !== undefined) return outbox.removeById(frame.id);
  if (!supportsRequestIds(welcome)) return guessAnsweredRequest(frame, outbox, welcome?.you);
  if (!isOwnMessage(frame, welcome?.you)) return undefined;
  const [message] = frame.data;
  return message.kind === "private"
    ? guessOwnMessage(message, outbox)
    : outbox.removeFirstMessage(({ kind }) => kind === message.kind);
}

/**
 * Whether requests and their replies carry ids.
 * @param {import("./frames.js").Welcome | undefined} welcome
 */
export function supportsRequestIds(welcome) {
  return (welcome?.protocol ?? 1) >= 2;
}
