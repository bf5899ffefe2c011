import { Code } from "./frames.js";
import { guessAnsweredRequest } from "./oldServer.js";

/**
 * @typedef {import("./frames.js").Address} Address
 * @typedef {import("./outbox.js").OutgoingRequest} OutgoingRequest
 */

/**
 * The outgoing request that a frame answers, removed from the outbox. From protocol version 2 on
 * the frame carries its id. The user's own message comes back without one, before its
 * acknowledgement: the outbox recognises it by its text.
 * @param {import("./frames.js").Frame} frame
 * @param {import("./outbox.js").Outbox} outbox
 * @param {import("./frames.js").Welcome | undefined} welcome
 * @returns {OutgoingRequest | undefined}
 */
export function answeredRequest(frame, outbox, welcome) {
  const isOwn = frame.code === Code.message && `${frame.data[0].from}` === `${welcome?.you}`;
  if (isOwn) outbox.markEchoed(frame.data[0]);
  if (!supportsRequestIds(welcome)) return guessAnsweredRequest(frame, outbox, welcome?.you);
  return frame.id === undefined ? undefined : outbox.removeById(frame.id);
}

/**
 * Whether requests and their replies carry ids.
 * @param {import("./frames.js").Welcome | undefined} welcome
 */
export function supportsRequestIds(welcome) {
  return (welcome?.protocol ?? 1) >= 2;
}
