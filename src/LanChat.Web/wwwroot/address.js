/**
 * Where something of this server is: the page may stand below a path, of which the server does not know.
 * @param {string} path Such as `/files/1` or `ws`.
 */
export function here(path) {
  const base = new URL(".", location.href);
  return path.startsWith(base.pathname) ? new URL(path, base) : new URL(path.replace(/^\/+/, ""), base);
}
