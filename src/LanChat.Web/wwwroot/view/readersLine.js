import { make } from "./dom.js";

/** Says below a message of the user's own who has read it, when asked. */
export class ReadersLine {
  /**
   * @param {import("../room/readers.js").Readers} readers
   * @param {import("./announcer.js").Announcer} announcer
   */
  constructor(readers, announcer) {
    this.readers = readers;
    this.announcer = announcer;
  }

  /**
   * @param {number} id
   * @param {HTMLElement} body The body of the message's line.
   */
  async show(id, body) {
    const text = await this.readers.of(id);
    body.querySelector(".readers")?.remove();
    body.append(make("p", { class: "readers muted", dir: "auto" }, text));
    this.announcer.say(text);
  }
}
