/** Why something was not done: there is no such thing, it cannot be so now, or somebody else said no or nothing. */
export type Because = "bad-input" | "missing" | "conflict" | "upstream" | "silence";

/** Errors lose their class between Durable Objects and Workers; an answer does not. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly because: Because;
      readonly why: string;
      /** What it is called, for whoever has words of their own for it. */
      readonly code?: string | undefined;
    };

export const granted = <T>(value: T): Asked<T> => ({ ok: true, value });
export const denied = (because: Because, why: string, code?: string): Asked<never> => ({
  ok: false,
  because,
  why,
  code,
});
