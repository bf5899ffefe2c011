// Bytes of a request besides its text and recipient: the field names, the ref and the brackets.
const RESERVED_BYTES = 40;
const DEFAULT_LINE = 65_536;
const utf8 = new TextEncoder();

/**
 * The size of a request on the wire in bytes, without its line end.
 * @param {object} request
 */
export function sizeOf(request) {
  return utf8.encode(JSON.stringify(request)).length;
}

/**
 * Whether a request fits into a line.
 * @param {object} request
 * @param {number} [line] The longest line.
 */
export function fitsLine(request, line = DEFAULT_LINE) {
  return sizeOf(request) <= line - RESERVED_BYTES;
}

/**
 * Splits a text into pieces that each fit into one line: at a line end if possible, else between
 * words, else between characters.
 * @param {string} text
 * @param {(piece: string) => boolean} fits
 * @returns {string[]}
 */
export function split(text, fits) {
  const pieces = [];
  let rest = text;
  while (!fits(rest)) {
    const end = bestEnd(rest, longestFitting(rest, fits));
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  pieces.push(rest);
  return pieces.filter((piece) => piece.length > 0);
}

/**
 * @param {string} text
 * @param {(piece: string) => boolean} fits
 */
function longestFitting(text, fits) {
  let low = 1;
  let most = text.length;
  while (low < most) {
    const middle = Math.ceil((low + most) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else most = middle - 1;
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(text[low - 1] ?? "");
  return splitsPair ? Math.max(2, low + (low > 1 ? -1 : 1)) : low;
}

/**
 * @param {string} text
 * @param {number} most
 */
function bestEnd(text, most) {
  const half = most / 2;
  for (const gap of ["\n", " "]) {
    const at = text.lastIndexOf(gap, most - 1);
    if (at > half) return at + 1;
  }
  return most;
}
