/**
 * The URL of a path on this server. The page may be served below a path of a reverse proxy, which
 * the server does not know.
 * @param {string} path Such as `/files/1` or `ws`.
 */
export function serverUrl(path) {
  const base = new URL(".", location.href);
  return path.startsWith(base.pathname) ? new URL(path, base) : new URL(path.replace(/^\/+/, ""), base);
}

/**
 * What the fragment of the page's URL asks for: a room, with the code of an invitation, or a code
 * that makes an owner of the server, or one that links this device to an account.
 * @typedef {{ room?: string, code?: string, own?: string, link?: string }} Fragment
 */

/** @returns {Fragment} */
export function readFragment() {
  const fields = new URLSearchParams(location.hash.slice(1));
  const field = (/** @type {string} */ name) => fields.get(name) || undefined;
  return { room: field("room"), code: field("code"), own: field("own"), link: field("link") };
}

/** Removes the codes from the address bar and the browser's history; the room stays. */
export function scrubFragment() {
  const { room } = readFragment();
  history.replaceState(history.state, "", location.pathname + location.search + fragmentOf(room));
}

/** The fragment that links a device to an account. @param {string} code */
export function linkFragmentOf(code) {
  return `#link=${code}`;
}

/**
 * The fragment that opens a room.
 * @param {string | undefined} room Its key; undefined for the lobby.
 * @param {string} [code] Of an invitation.
 */
export function fragmentOf(room, code) {
  const fields = { room, code };
  const texts = Object.entries(fields).filter(([, value]) => value !== undefined);
  const text = texts.map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`).join("&");
  return text && `#${text}`;
}
