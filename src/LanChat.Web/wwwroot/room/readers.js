import { locale, t } from "../text/language.js";
import { problemIn } from "./serverRooms.js";

const MAX_NAMES = 12;

/** Asks who has read what the user has written in the room. */
export class Readers {
  /**
   * @param {import("../wire/session.js").Session} session
   * @param {import("./room.js").Room} room
   * @param {import("./readPositions.js").ReadPositions} positions
   */
  constructor(session, room, positions) {
    this.session = session;
    this.room = room;
    this.positions = positions;
  }

  /** A sentence about who has read a message. @param {number} id */
  async of(id) {
    const answer = await this.session.ask({ seen: id });
    const problem = problemIn(answer);
    if (problem !== undefined || !answer) return problem ?? "";
    if (this.positions.isShared === false) return t("readersOff");
    return sentence(answer.data.by, answer.data.of);
  }

  /** The same about the user's newest message here. */
  async ofNewest() {
    const newest = this.room.everyone.entries.findLast(({ mine, id }) => mine && id > 0);
    return newest ? t("newestMine", await this.of(newest.id)) : t("nothingOfMine");
  }
}

/**
 * @param {string[]} names
 * @param {number} total
 */
function sentence(names, total) {
  if (total === 0) return t("readersUnknown");
  if (names.length === 0) return t("readByNobody", total);
  const rest = names.length - MAX_NAMES;
  const named = rest > 1 ? [...names.slice(0, MAX_NAMES), t("others", rest)] : names;
  const list = new Intl.ListFormat(locale(), { type: "unit" }).format(named);
  return t("readBy", list, names.length, total);
}
