import { Code } from "./frames.js";
import { guessAnswered } from "./oldServer.js";

/**
 * @typedef {import("./frames.js").Address} Address
 * @typedef {import("./outbox.js").Wish} Wish
 */

/**
 * The wish a frame answers, which leaves the outbox: the frame carries its id, from version 2 of the protocol on.
 * @param {import("./frames.js").Frame} frame
 * @param {import("./outbox.js").Outbox} outbox
 * @param {import("./frames.js").Welcome | undefined} welcome
 * @returns {Wish | undefined}
 */
export function answeredBy(frame, outbox, welcome) {
  if (frame.code === Code.message && `${frame.data[0].from}` === `${welcome?.you}`) outbox.echo(frame.data[0]);
  if (!hasIds(welcome)) return guessAnswered(frame, outbox, welcome?.you);
  return frame.id === undefined ? undefined : outbox.answeredTo(frame.id);
}

/** Whether requests carry ids, and their answers as well. @param {import("./frames.js").Welcome | undefined} welcome */
export function hasIds(welcome) {
  return (welcome?.protocol ?? 1) >= 2;
}
