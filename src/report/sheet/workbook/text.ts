/** The longest text of a cell, in UTF-16 units; Excel calls a file with a longer one damaged. */
export const longestCell = 32_767;

/** What XML 1.0 cannot hold, lone halves of a pair among it; and \r, which XML turns into \n. */
const unwritable = /(?![\t\n])[\p{Cc}\ufffe\uffff]|\p{Cs}/gu;
const coded = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A string inside XML, in an attribute or between tags. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * The text of a cell: what XML cannot hold as `_x000B_`, and what only looks like that as `_x005F_x000B_` (ST_Xstring).
 * Cut where Excel would call the file damaged.
 */
export function escapeCell(text: string): string {
  const short = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  return escapeXml(short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(unwritable, coded));
}

/** The text a cell stands for, once XML has been read. */
export function unescapeCell(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
