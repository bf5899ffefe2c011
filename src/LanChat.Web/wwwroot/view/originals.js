import { t } from "../text/language.js";
import { announcementOf } from "./announcer.js";
import { goneText } from "./lines.js";

const POINTED_TIME = 4000;

/** Shows the messages that are replied to. */
export class Originals {
  /**
   * @param {import("./transcript.js").TranscriptView} transcript
   * @param {import("./announcer.js").Announcer} announcer
   */
  constructor(transcript, announcer) {
    this.transcript = transcript;
    this.announcer = announcer;
  }

  /** Scrolls to a message and highlights it for a while. @param {number} id */
  async show(id) {
    const entry = await this.transcript.showEntry({ id }, []);
    if (!entry) return this.announcer.say(t("originalNotHere"));
    this.announcer.say(entry.isGone ? goneText(entry) : announcementOf(entry));
    setTimeout(() => this.transcript.clearHits(entry), POINTED_TIME);
  }
}
