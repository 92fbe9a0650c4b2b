/** Somebody with a private chat, as Telegram writes them. */
export interface Person {
  readonly id: number;
  readonly is_bot: false;
  readonly first_name: string;
  readonly language_code: string;
}

/** The `n`th of those who have written to the bot before. */
export const personOf = (n: number): Person => ({
  id: 10_000_000 + n,
  is_bot: false,
  first_name: `Person ${n}`,
  language_code: "en",
});

/** From the `from`th on, so many of them. */
export const people = (from: number, count: number): readonly Person[] =>
  Array.from({ length: count }, (_, n) => personOf(from + n));
