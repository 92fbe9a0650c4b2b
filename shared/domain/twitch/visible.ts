/**
 * A line without what cannot be seen, trimmed: chat clients add such characters so that the same line can be sent
 * twice (7TV and Chatterino: U+E0000), and people use them to look like somebody else.
 */
export const visible = (line: string): string =>
  line
    .replaceAll(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, (found) => (/\s/.test(found) ? " " : ""))
    .trim();
