/** Whom somebody means, as they type or paste it: by ids, by logins, by addresses of channels. */
import { isLogin } from "#domain/twitch/chatter";
import type { Chatter } from "./met.ts";

const address = /^(https?:\/\/)?((www\.|m\.)?twitch\.tv\/)?@?/i;

/** A login, out of itself, out of a mention, or out of the address of a channel. */
export const loginOf = (typed: string): string =>
  typed
    .trim()
    .replace(address, "")
    .replace(/[/?#].*$/, "");

const isId = (word: string) => /^\d{1,20}$/.test(word);

export interface Named {
  readonly ids: readonly string[];
  readonly logins: readonly string[];
  /** What can be nobody's login. */
  readonly wrong: readonly string[];
}

/** Digits alone are an id; a login of digits can be told by its @ or its address. */
export function namedIn(typed: string): Named {
  const words = [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];
  const logins = words.filter((word) => !isId(word)).map((word) => loginOf(word).toLowerCase());
  return {
    ids: words.filter(isId),
    logins: logins.filter(isLogin),
    wrong: words.filter((word) => !isId(word) && !isLogin(loginOf(word))),
  };
}

/** The ids of those whom Twitch knows, and of whom it knows nobody. */
export function told({ ids, logins }: Named, found: readonly Chatter[]) {
  const has = new Set(found.flatMap(({ id, login }) => [id, `@${login}`]));
  return {
    known: found.map(({ id }) => id),
    nobody: [...ids.filter((id) => !has.has(id)), ...logins.filter((login) => !has.has(`@${login}`))],
  };
}
