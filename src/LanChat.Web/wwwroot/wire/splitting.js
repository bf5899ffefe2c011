const utf8 = new TextEncoder();

/**
 * The bytes a request takes on the wire, without its line end.
 * @param {object} request
 */
export function sizeOf(request) {
  return utf8.encode(JSON.stringify(request)).length;
}

/**
 * Cuts a text into pieces that fit into a line each: where a line ends if it can be, else between words, else between characters.
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
  let least = 1;
  let most = text.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(text.slice(0, middle))) least = middle;
    else most = middle - 1;
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(text[least - 1] ?? "");
  return splitsPair ? Math.max(2, least + (least > 1 ? -1 : 1)) : least;
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
