import { serverUrl } from "../address.js";

/**
 * One upload by tus 1.0 (core, creation, termination): the server is told of the file, then gets it piece by piece. After a break it is asked
 * how far it has come. The token is that of the connection there is.
 *
 * @typedef {{ file: Blob, name: string, to?: string, sha256: string, token: () => string }} Sending
 */
const VERSION = { "Tus-Resumable": "1.0.0" };
// The connection in the room is lost for now, another offset, busy, too much at once, the server or what stands before it fails.
const LATER = [401, 409, 423, 429, 500, 502, 503, 504];
const PIECE = 8 * 1024 * 1024;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/** The server does not take it, for good. */
export class UploadRefused extends Error {}

export class TusUpload {
  /** @type {string | undefined} */
  #location;

  /**
   * @param {Sending} what
   * @param {{ progress: (sent: number) => void, stalled: () => void }} told
   * @param {AbortSignal} cancelled Ends it, and has the server forget what it has of it.
   */
  constructor(what, told, cancelled) {
    this.what = what;
    this.told = told;
    this.cancelled = cancelled;
    cancelled.addEventListener("abort", () => this.#withdraw());
  }

  /** Sends it all, however often the connection breaks; throws {@link UploadRefused}, or when it is cancelled. */
  async run() {
    let pause = FIRST_PAUSE;
    for (let sent = -1; sent < this.what.file.size;) {
      try {
        sent = sent < 0 ? await this.#begin() : await this.#sendFrom(sent);
        this.told.progress(sent);
        pause = FIRST_PAUSE;
      } catch (problem) {
        if (problem instanceof UploadRefused || this.cancelled.aborted) throw problem;
        this.told.stalled();
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(LONGEST_PAUSE, pause * 2);
        sent = -1;
      }
    }
  }

  #withdraw() {
    if (this.#location) fetch(this.#location, { method: "DELETE", headers: this.#headers({}) }).catch(() => undefined);
  }

  /** @returns {Promise<number>} How many bytes the server has. */
  async #begin() {
    if (this.#location) {
      const answer = await this.#ask(this.#location, "HEAD", {});
      return Number(answer.headers.get("Upload-Offset"));
    }

    const { file, name, to, sha256 } = this.what;
    const about = { filename: name, filetype: file.type || "application/octet-stream", sha256, ...(to === undefined ? {} : { to }) };
    const metadata = Object.entries(about).map(([key, value]) => `${key} ${base64(value)}`).join(",");
    const answer = await this.#ask(serverUrl("files").pathname, "POST", { "Upload-Length": String(file.size), "Upload-Metadata": metadata });
    const location = answer.headers.get("Location");
    if (!location) throw new UploadRefused("Location?");
    this.#location = serverUrl(new URL(location, answer.url).pathname).pathname;
    return 0;
  }

  /** @param {number} offset */
  async #sendFrom(offset) {
    const piece = this.what.file.slice(offset, offset + PIECE);
    const headers = { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
    const answer = await this.#ask(this.#location ?? "", "PATCH", headers, piece);
    return Number(answer.headers.get("Upload-Offset"));
  }

  /**
   * @param {string} where
   * @param {string} method
   * @param {Record<string, string>} headers
   * @param {Blob} [body]
   */
  async #ask(where, method, headers, body) {
    const answer = await fetch(where, { method, headers: this.#headers(headers), body, signal: this.cancelled });
    if (answer.ok) return answer;
    if (LATER.includes(answer.status)) throw new Error(answer.statusText);
    throw new UploadRefused((await answer.text()).trim().slice(0, 200) || `${answer.status}`);
  }

  /** @param {Record<string, string>} headers */
  #headers(headers) {
    return { ...VERSION, Authorization: `Bearer ${this.what.token()}`, ...headers };
  }
}

/** @param {string} text */
function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
