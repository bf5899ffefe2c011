import { serverUrl } from "../address.js";

/**
 * An upload by tus 1.0 (core, creation, termination): creates it, then sends the file in chunks.
 * After an error it asks for the offset and resumes. The token is that of the current connection.
 *
 * @typedef {{
 *   file: Blob, name: string, to?: string, sha256: string, token: () => string,
 * }} UploadSource
 */
const VERSION = { "Tus-Resumable": "1.0.0" };
// Status codes to retry after: the connection is lost for now, the offset differs, the upload is
// locked, the rate limit is exceeded, or the server or a proxy fails.
const RETRYABLE = [401, 409, 423, 429, 500, 502, 503, 504];
const CHUNK = 8 * 1024 * 1024;
const INITIAL_DELAY = 1000;
const MAX_DELAY = 15_000;

/** The server refused the upload; a retry is of no use. */
export class UploadRefused extends Error {}

export class TusUpload {
  /** @type {string | undefined} */
  #location;

  /**
   * @param {UploadSource} source
   * @param {{ onProgress: (sent: number) => void, onStalled: () => void }} callbacks
   * @param {AbortSignal} cancelled Ends the upload and deletes it on the server.
   */
  constructor(source, callbacks, cancelled) {
    this.source = source;
    this.callbacks = callbacks;
    this.cancelled = cancelled;
    cancelled.addEventListener("abort", () => this.#terminate());
  }

  /**
   * Sends the file and retries until it is complete. Throws {@link UploadRefused}, or when
   * cancelled.
   */
  async run() {
    let delay = INITIAL_DELAY;
    for (let sent = -1; sent < this.source.file.size;) {
      try {
        sent = sent < 0 ? await this.#createOrResume() : await this.#sendFrom(sent);
        this.callbacks.onProgress(sent);
        delay = INITIAL_DELAY;
      } catch (error) {
        if (error instanceof UploadRefused || this.cancelled.aborted) throw error;
        this.callbacks.onStalled();
        await new Promise((resolve) => setTimeout(resolve, delay));
        delay = Math.min(MAX_DELAY, delay * 2);
        sent = -1;
      }
    }
  }

  #terminate() {
    if (!this.#location) return;
    fetch(this.#location, { method: "DELETE", headers: this.#headers({}) }).catch(() => undefined);
  }

  /** @returns {Promise<number>} The offset: the bytes that the server has. */
  async #createOrResume() {
    if (this.#location) {
      const response = await this.#fetch(this.#location, "HEAD", {});
      return Number(response.headers.get("Upload-Offset"));
    }

    const headers = {
      "Upload-Length": String(this.source.file.size),
      "Upload-Metadata": metadataOf(this.source),
    };
    const response = await this.#fetch(serverUrl("files").pathname, "POST", headers);
    const location = response.headers.get("Location");
    if (!location) throw new UploadRefused("Location?");
    this.#location = serverUrl(new URL(location, response.url).pathname).pathname;
    return 0;
  }

  /** @param {number} offset */
  async #sendFrom(offset) {
    const chunk = this.source.file.slice(offset, offset + CHUNK);
    const headers = { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
    const response = await this.#fetch(this.#location ?? "", "PATCH", headers, chunk);
    return Number(response.headers.get("Upload-Offset"));
  }

  /**
   * @param {string} url
   * @param {string} method
   * @param {Record<string, string>} headers
   * @param {Blob} [body]
   */
  async #fetch(url, method, headers, body) {
    const response = await fetch(url, { method, headers: this.#headers(headers), body, signal: this.cancelled });
    if (response.ok) return response;
    if (RETRYABLE.includes(response.status)) throw new Error(response.statusText);
    throw new UploadRefused((await response.text()).trim().slice(0, 200) || `${response.status}`);
  }

  /** @param {Record<string, string>} headers */
  #headers(headers) {
    return { ...VERSION, Authorization: `Bearer ${this.source.token()}`, ...headers };
  }
}

/** @param {UploadSource} source */
function metadataOf({ file, name, to, sha256 }) {
  const type = file.type || "application/octet-stream";
  const fields = { filename: name, filetype: type, sha256, ...(to !== undefined && { to }) };
  return Object.entries(fields).map(([key, value]) => `${key} ${base64(value)}`).join(",");
}

/** @param {string} text */
function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
