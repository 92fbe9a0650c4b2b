import type { Chatter } from "#domain/twitch/chatter";

/** Longer than any login (25) and any display name. */
const longest = 50;

/** The name in what follows a command: its first word, bare of `@`, `/` and punctuation; undefined: there is none. */
export function nameIn(rest: string): string | undefined {
  const [word = ""] = rest.trim().split(/\s+/);
  const name = word.normalize("NFC").replaceAll(/^[^\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_]+$/gu, "");
  return name === "" || name.length > longest ? undefined : name.toLowerCase();
}

export const isCalled = ({ login, name }: Chatter, typed: string) =>
  login === typed || name.toLowerCase() === typed;

/** Out of those found under a name: a login is unique, a display name need not be. */
export const meant = (typed: string, found: readonly Chatter[]): Chatter | undefined =>
  found.find(({ login }) => login === typed) ?? found[0];
