/** What moves a terminal's cursor, ends a line, turns the direction of reading, or is half a character. */
const harmful = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** A text whose control characters can be seen, as `\u001b`, and do nothing any more. */
export const harmless = (text: string): string =>
  text.replaceAll(harmful, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
