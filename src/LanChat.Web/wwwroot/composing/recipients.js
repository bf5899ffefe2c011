const EVERYBODY = /^[@＠](?:all|everyone|所有人)(?![\p{L}\p{N}_])|^[@＠]所有人/iu;

/**
 * Parses `NAME text` and `"a b" text`.
 * @param {string} text
 * @returns {{ to: string, text: string } | undefined} Undefined without a name or text.
 */
export function parseRecipient(text) {
  const match = /^(?:"([^"]+)"|([^\s"]\S*))\s+(.*\S.*)$/su.exec(text);
  return match ? { to: match[1] ?? match[2], text: match[3] } : undefined;
}

/**
 * Parses `@name text`, with an optional comma or colon after the name. Older clients send such a
 * text as a private message.
 * @param {string} text
 * @returns {{ to: string, text: string } | undefined} Undefined for `@all` and other texts.
 */
export function parseLeadingMention(text) {
  if (!/^[@＠]/u.test(text) || EVERYBODY.test(text)) return undefined;
  const addressed = parseRecipient(text.slice(1));
  return addressed && { ...addressed, to: addressed.to.replace(/(?<=.)[,:，：]$/u, "") };
}

/**
 * The prefix that addresses a text to a name, quoted if the name has spaces.
 * @param {string} name
 * @returns {string | undefined} Undefined if the name cannot be quoted.
 */
export function recipientPrefix(name) {
  if (!/\s/u.test(name) && !name.startsWith('"')) return `${name} `;
  return name.includes('"') ? undefined : `"${name}" `;
}
