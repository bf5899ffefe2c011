import { isJoinOrLeave } from "./entries.js";

/** @typedef {import("./entries.js").Entry} Entry */

/** The entries of a conversation that the page keeps, unless the user reads back. */
export const MAX_ENTRIES = 1500;
/** The fewest entries that are removed at once. */
export const MAX_REMOVED = 100;

// Layout cost limits the messages shown. Joins and leaves are folded and cost little.
const MAX_MESSAGES = 400;

/**
 * The number of leading entries beyond the limits.
 * @param {Entry[]} entries
 */
export function surplusOf(entries) {
  let messages = entries.filter((entry) => !isJoinOrLeave(entry)).length;
  let count = 0;
  while (messages > MAX_MESSAGES || entries.length - count > MAX_ENTRIES) {
    if (!isJoinOrLeave(entries[count++])) messages--;
  }

  return count;
}
