const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Instagram's number of a post, from its shortcode; the last 28 characters of a longer one are the token of a private post. */
export function numberOf(shortcode: string): string {
  const code = shortcode.length > 28 ? shortcode.slice(0, -28) : shortcode;
  return [...code].reduce((sum, letter) => sum * 64n + BigInt(alphabet.indexOf(letter)), 0n).toString();
}
