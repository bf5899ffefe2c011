import { Sha256 } from "../crypto/sha256.js";

// Small enough for rendering and typing in between.
const CHUNK = 1024 * 1024;

/**
 * The SHA-256 of a file, read in chunks.
 * @param {Blob} file
 * @param {(read: number) => void} progress
 * @param {AbortSignal} cancelled
 * @returns {Promise<string>} In hexadecimal.
 */
export async function checksumOf(file, progress, cancelled) {
  const hash = new Sha256();
  for (let read = 0; read < file.size; ) {
    const chunk = await file.slice(read, read + CHUNK).arrayBuffer();
    cancelled.throwIfAborted();
    hash.update(new Uint8Array(chunk));
    progress((read += chunk.byteLength));
  }

  return hash.finish();
}
