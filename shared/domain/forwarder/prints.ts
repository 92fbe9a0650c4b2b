/** What tells whether a post has been carried before. */
export interface Prints {
  /** Where the same print counts as the same post: `mapping:12`, `target:-1001`, `everywhere`. */
  readonly scope: string;
  readonly windowSeconds: number;
  /** SHA-256 over the text, made plain, and the files' unique ids; undefined: too short to tell. */
  readonly content?: string;
  /** `-1001:77`, where a repost first stood, or where the post itself stands. */
  readonly origin: string;
  /** SimHash of the words, 64 bits as hexadecimal digits, and how many may differ. */
  readonly near?: { readonly hash: string; readonly most: number };
}
