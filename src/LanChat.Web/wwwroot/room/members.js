import { nameKey } from "./names.js";

/**
 * @typedef {{ name: string, away: string, isOwner: boolean }} ListedMember `isOwner`: the nickname
 *   belongs to the member's account, so that nobody else goes by it.
 */

/** The member list, with who is away. */
export class Members {
  /** In the order they joined. @type {Map<string, import("../wire/frames.js").Member>} */
  #members = new Map();
  /** @type {Map<string, string>} */
  #away = new Map();
  /** Increases with every change. */
  version = 0;

  /** @returns {ListedMember[]} */
  get all() {
    return [...this.#members.values()].map(([name, , ...marks]) => (
      { name, away: this.#away.get(name) ?? "", isOwner: marks.includes("owner") }));
  }

  get count() {
    return this.#members.size;
  }

  /** @param {string} name */
  find(name) {
    const key = nameKey(name);
    return this.all.find((person) => nameKey(person.name) === key);
  }

  /** Forgets all members: the user is joining again. */
  clear() {
    this.version++;
    this.#members.clear();
    this.#away.clear();
  }

  /** @param {import("../wire/frames.js").Member[]} members */
  replace(members) {
    this.version++;
    this.#members = new Map(members.map((member) => [keyOf(member), member]));
  }

  /**
   * @param {{
   *   joined: import("../wire/frames.js").Member[], left: import("../wire/frames.js").Member[],
   * }} changes
   */
  change({ joined, left }) {
    this.version++;
    for (const member of left) {
      this.#members.delete(keyOf(member));
      this.#away.delete(member[0]);
    }

    for (const member of joined) this.#members.set(keyOf(member), member);
  }

  /** @param {import("../wire/frames.js").Absence[]} absences */
  setAway(absences) {
    this.version++;
    for (const [name, , why] of absences) {
      if (why) this.#away.set(name, why);
      else this.#away.delete(name);
    }
  }
}

/** @param {import("../wire/frames.js").Member} member */
function keyOf([name, address]) {
  return JSON.stringify([name, address]);
}
