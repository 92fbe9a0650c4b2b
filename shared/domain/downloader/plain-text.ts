/** Marks that turn the direction of what follows, and so make a text seem another. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Control characters, and line breaks of the kinds nobody types. */
const control = /[\p{Cc}\u2028\u2029]/gu;

/**
 * A text of a platform as it may be shown: nothing but line feeds is left of what cannot be seen, no more than one blank
 * line in a row, at most `most` UTF-16 code units (as Telegram counts), with `…` where it was cut, never within a character.
 */
export function plainText(text: string, most: number): string {
  const plain = text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(turning, "")
    .replaceAll(control, (found) => (found === "\n" ? "\n" : " "))
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  return plain.length <= most ? plain : `${whole(plain.slice(0, most - 1)).trimEnd()}…`;
}

/** Without the first half of a character that was cut in two. */
const whole = (text: string) => text.replace(/[\uD800-\uDBFF]$/, "");

/** The longest texts that Taproom keeps of a post: Telegram's captions end at 1024. */
export const titleOf = (text: string) => plainText(text, 1_024);
export const authorOf = (text: string) => plainText(text, 64).replaceAll("\n", " ");
