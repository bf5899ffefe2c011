import { t } from "../text/language.js";
import { make } from "./dom.js";

/** Saves what the server keeps about the user's account in a file. */
export class AccountFile {
  /** The address of the last file, which the browser may still be saving. */
  #url = "";

  /** @param {import("../room/account.js").Account} account */
  constructor(account) {
    this.account = account;
  }

  /** @returns {Promise<{ saved?: string, problem?: string }>} What to tell the user. */
  async save() {
    const { data, problem } = await this.account.load();
    if (!data) return { problem };
    const file = new Blob([JSON.stringify(data, null, 2)], { type: "application/json" });
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(file);
    const download = `lanchat-${data.account.nicks[0] ?? "account"}.json`;
    make("a", { href: this.#url, download }).click();
    return { saved: t("dataSaved", download, data.private.length) };
  }
}
