/**
 * The URL of a path on this server. The page may be served below a path of a reverse proxy, which
 * the server does not know.
 * @param {string} path Such as `/files/1` or `ws`.
 */
export function serverUrl(path) {
  const base = new URL(".", location.href);
  return path.startsWith(base.pathname) ? new URL(path, base) : new URL(path.replace(/^\/+/, ""), base);
}
