import { isMemberMessage } from "../room/entries.js";
import { t } from "../text/language.js";
import { copyText } from "./transcriptCopy.js";

/**
 * @typedef {import("../room/entries.js").Entry} Entry
 * @typedef {import("./messageMenu.js").MenuItem} MenuItem
 */

const MAX_QUOTE = 60;

/** What the menu of a message offers. */
export class MessageActions {
  /**
   * @param {import("../composing/editing.js").Editing} editing
   * @param {import("../composing/replying.js").Replying} replying
   * @param {{
   *   question: import("./question.js").Question,
   *   announcer: import("./announcer.js").Announcer,
   *   composer: import("./composer.js").Composer,
   * }} views
   */
  constructor(editing, replying, { question, announcer, composer }) {
    this.editing = editing;
    this.replying = replying;
    this.question = question;
    this.announcer = announcer;
    this.composer = composer;
  }

  /** @param {Entry} entry @returns {MenuItem[]} */
  itemsFor(entry) {
    if (!isMemberMessage(entry)) return [];
    const { editing, editing: { own } } = this;
    /** @type {(MenuItem | false)[]} */
    const items = [
      this.replying.isPossible(entry) && { label: t("reply"), icon: "reply", press: () => this.reply(entry) },
      own.mayEdit(entry) && { label: t("edit"), icon: "edit", press: () => editing.begin(entry) },
      !entry.file && { label: t("copyText"), icon: "copy", press: () => this.#copy(entry) },
      own.mayRecall(entry) && { label: t("takeBack"), icon: "undo", press: () => this.#askToTakeBack(entry) },
    ];
    return items.filter((item) => item !== false);
  }

  /** @param {Entry} entry */
  reply(entry) {
    this.replying.begin(entry);
    this.composer.focus();
  }

  /** @param {Entry} entry */
  async #copy({ text }) {
    await copyText(text);
    this.announcer.say(t("copied"));
  }

  /** @param {Entry} entry */
  #askToTakeBack(entry) {
    const focusComposer = () => this.composer.focus();
    const takeBack = () => {
      this.editing.own.recall(entry);
      focusComposer();
    };
    const answers = [
      { label: t("keepMessage"), press: focusComposer },
      { label: t("takeBack"), press: takeBack },
    ];
    this.question.ask(t("takeBackQuestion", quoteOf(entry.text)), answers, focusComposer);
  }
}

/** The beginning of a text. @param {string} text */
function quoteOf(text) {
  const characters = Array.from(text.replaceAll("\n", " "));
  return characters.length > MAX_QUOTE ? `${characters.slice(0, MAX_QUOTE).join("")}…` : text;
}
