/**
 * The frames of the server: rich mode of PROTOCOL.md.
 *
 * @typedef {[ip: string, port: number]} Address
 * @typedef {[nickname: string, address: Address, ...marks: string[]]} Member A mark `owner`: the
 *   nickname belongs to the member's account.
 * @typedef {[nickname: string, address: Address, why: string]} Absence
 * @typedef {{
 *   id: number | string, name: string, size: number, type?: string, link?: string,
 * }} SharedFile
 * @typedef {{
 *   id: number, kind: string, nickname?: string, from: Address, message?: string,
 *   time: string, zone?: number, to?: string, file?: SharedFile, waited?: number, serial?: number,
 *   member?: Member, was?: string, event?: string, lost?: number,
 *   of?: number, edited?: number, gone?: boolean,
 *   re?: number, quote?: { nickname: string, message: string },
 * }} Message System messages have fields, files have no `message`. A server of version 1 always
 *   sends `message` and `nickname`. `of`: the message that this one changes; `edited`: the last
 *   change that is shown; `gone`: it was taken back. `re`: the message that this one replies to.
 * @typedef {string | { text?: string, default?: boolean, address?: Address }} Notice A string
 *   from a server of version 1.
 * @typedef {{ burst: number, rate: number }} RateLimit
 * @typedef {{
 *   protocol?: number, room: string, nick: string, you: Address, line: number,
 *   pace?: RateLimit, pings?: boolean, refs?: boolean, history?: number, log?: string,
 *   zone?: number, taken?: string, files?: { port: number, token: string, size: number },
 *   rooms?: boolean, account?: boolean,
 * }} Welcome `rooms`: the server has several rooms, roles and settings. `account`: the device key
 *   belongs to an account, to which others can be linked.
 * @typedef {{ number: number, name: string, used?: string, here?: boolean, this?: boolean }} Device
 * @typedef {{
 *   room: string, name: string, topic?: string, members: number, last: number, entry: string,
 *   lobby?: boolean,
 * }} ServerRoom `room` is the key that names it, `last` its newest message id.
 * @typedef {Record<string, string>} RoomSettings By name: listed, entry, speak, private, history,
 *   slow, edit, topic, notice. Newer servers may have more.
 * @typedef {{ role: string, may: string[], edits?: number }} Role What the user is in the room, and
 *   may do there. `edits`: for how many seconds own messages can be changed.
 * @typedef {{ room?: string, with?: string, id?: number, seen?: number }} ReadPlace
 * @typedef {{ places: ReadPlace[], receipts?: boolean, positions?: boolean }} ReadState
 * @typedef {{ messages: Message[], more: boolean }} PrivatePage
 * @typedef {{ code: string, room: string, uses: number, until: string }} Invitation
 * @typedef {{ tag: number, messages: Message[], older: boolean, newer: boolean }} HistoryPage
 * @typedef {{ tag: number, messages: Message[], next?: number, cut: boolean }} SearchResult
 * @typedef {{ error: string, text: string, closes: boolean }} Refusal
 * @typedef {{ code: number, id?: number, msg: string, data: any }} Frame
 */

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
  rooms: 18,
  role: 19,
  settings: 20,
  read: 22,
  invitation: 24,
  asks: 25,
  link: 28,
  devices: 29,
  privatePage: 30,
});

/**
 * Parses the frames of one WebSocket message, one a line. Skips anything else: newer servers may
 * send more.
 * @param {string} text
 * @returns {Frame[]}
 */
export function framesIn(text) {
  return text.split("\n").filter((line) => line.length > 0).flatMap(frameIn);
}

/**
 * Whether the frame is a message of this user.
 * @param {Frame} frame
 * @param {Address | undefined} you This user's address.
 */
export function isOwnMessage({ code, data }, you) {
  return code === Code.message && `${data[0].from}` === `${you}`;
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
