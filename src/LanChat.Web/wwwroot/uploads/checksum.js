import { Sha256 } from "./sha256.js";

// Small enough for the page to be drawn in between, and to be typed in.
const PIECE = 1024 * 1024;

/**
 * The SHA-256 of a file, which is never in memory whole.
 * @param {Blob} file
 * @param {(read: number) => void} progress
 * @param {AbortSignal} cancelled
 * @returns {Promise<string>} In hexadecimal digits.
 */
export async function checksumOf(file, progress, cancelled) {
  const hash = new Sha256();
  for (let read = 0; read < file.size; ) {
    const piece = await file.slice(read, read + PIECE).arrayBuffer();
    cancelled.throwIfAborted();
    hash.update(new Uint8Array(piece));
    progress((read += piece.byteLength));
  }

  return hash.finish();
}
