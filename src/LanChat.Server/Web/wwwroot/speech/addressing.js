/**
 * Whom a text is for: `@name text`, `@"a b" text`.
 * @param {string} text
 * @returns {{ to: string, text: string } | undefined} Nothing when it is for everyone, or says nothing.
 */
export function addresseeOf(text) {
  const match = /^@(?:"(.+?)" |([^\s"]\S*)\s)(.+)$/su.exec(text);
  return match ? { to: match[1] ?? match[2], text: match[3] } : undefined;
}

/**
 * What a private word to somebody begins with.
 * @param {string} name
 */
export function addressing(name) {
  return /[\s"]/u.test(name) ? `@"${name}" ` : `@${name} `;
}
