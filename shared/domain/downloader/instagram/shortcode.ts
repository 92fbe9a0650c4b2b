const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** What the links of private posts bear behind the shortcode. */
const tokenLength = 28;

/** Whether the shortcode bears the token of a private post. */
export const isOfPrivatePost = (shortcode: string) => shortcode.length > tokenLength;

/** The shortcode that the post itself has. */
export const codeOf = (shortcode: string) =>
  isOfPrivatePost(shortcode) ? shortcode.slice(0, -tokenLength) : shortcode;

/** Instagram's number of a post (`pk`): the shortcode is the same number with 64 digits. */
export const pkOf = (shortcode: string): string =>
  [...codeOf(shortcode)].reduce((pk, digit) => pk * 64n + BigInt(alphabet.indexOf(digit)), 0n).toString();
