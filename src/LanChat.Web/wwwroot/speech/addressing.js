const EVERYBODY = /^[@＠](?:all|everyone|所有人)(?![\p{L}\p{N}_])|^[@＠]所有人/iu;

/**
 * Whom a text is for: `NAME text`, `"a b" text`.
 * @param {string} text
 * @returns {{ to: string, text: string } | undefined} Nothing when it says nothing.
 */
export function addresseeOf(text) {
  const match = /^(?:"([^"]+)"|([^\s"]\S*))\s+(.*\S.*)$/su.exec(text);
  return match ? { to: match[1] ?? match[2], text: match[3] } : undefined;
}

/**
 * Whom a text means that begins with `@name`, `@name,` or `@name:`. In other clients such a text is for that person only.
 * @param {string} text
 * @returns {{ to: string, text: string } | undefined} Nothing when it means everybody, or nobody.
 */
export function mentionedFirst(text) {
  if (!/^[@＠]/u.test(text) || EVERYBODY.test(text)) return undefined;
  const addressed = addresseeOf(text.slice(1));
  return addressed && { ...addressed, to: addressed.to.replace(/(?<=.)[,:，：]$/u, "") };
}

/**
 * A name as it is written before a text that is for it.
 * @param {string} name
 * @returns {string | undefined} Nothing where it cannot be written.
 */
export function written(name) {
  if (!/\s/u.test(name) && !name.startsWith('"')) return `${name} `;
  return name.includes('"') ? undefined : `"${name}" `;
}
