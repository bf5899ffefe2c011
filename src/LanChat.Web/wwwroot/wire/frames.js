/**
 * What the room sends, as PROTOCOL.md has it for rich clients.
 *
 * @typedef {[ip: string, port: number]} Address
 * @typedef {[nickname: string, address: Address]} Member
 * @typedef {[nickname: string, address: Address, why: string]} Absence
 * @typedef {{ id: number | string, name: string, size: number, type?: string, link?: string }} SharedFile
 * @typedef {{
 *   id: number, kind: string, nickname?: string, from: Address, message?: string, time: string, zone?: number, to?: string, file?: SharedFile,
 *   waited?: number, member?: Member, was?: string, event?: string, lost?: number,
 * }} Message What the room itself says has fields; a file has no message. An older server has a message and a nickname always.
 * @typedef {string | { text?: string, default?: boolean, address?: Address }} Notice A text, of an older server.
 * @typedef {{ burst: number, rate: number }} Pace
 * @typedef {{
 *   protocol?: number, room: string, nick: string, you: Address, line: number, pace?: Pace, pings?: boolean, refs?: boolean, history?: number, log?: string, zone?: number, taken?: string,
 *   files?: { port: number, token: string, size: number },
 * }} Welcome
 * @typedef {{ tag: number, messages: Message[], older: boolean, newer: boolean }} Page
 * @typedef {{ tag: number, messages: Message[], next?: number, cut: boolean }} Found
 * @typedef {{ error: string, text: string, closes: boolean }} Refusal
 * @typedef {{ code: number, id?: number, msg: string, data: any }} Frame
 */

/** The frames' codes. */
export const Code = Object.freeze({
  history: 0,
  message: 1,
  members: 2,
  welcome: 3,
  notice: 4,
  changes: 5,
  nick: 6,
  ignoring: 7,
  ping: 8,
  error: 9,
  away: 10,
  pong: 11,
  missed: 12,
  known: 13,
  challenge: 14,
  waits: 15,
  page: 16,
  found: 17,
});

/**
 * The frames in one message of the WebSocket: a line each. What is no frame is passed over, as newer servers may say more.
 * @param {string} text
 * @returns {Frame[]}
 */
export function framesIn(text) {
  return text.split("\n").filter((line) => line.length > 0).flatMap(frameIn);
}

/** @param {string} line */
function frameIn(line) {
  try {
    const frame = JSON.parse(line);
    return typeof frame?.code === "number" ? [frame] : [];
  } catch {
    return [];
  }
}
