import type { Config } from "#kernel/config";
import { Secret } from "#kernel/secret";

/** Takes out of a text whatever must not leave the house. */
export type Scrub = (text: string) => string;

const dots = "•••";

/**
 * What looks like a secret or like somebody's own. A text that somebody wrote comes into an error only as a quotation
 * (`Unexpected token 'h', "hello wor"... is not valid JSON`), so quotations stay only where they are one word, as the names
 * of properties are.
 */
const cuts: readonly Scrub[] = [
  (text) => text.replace(/"[^"]*"?/g, (quoted) => (/^"[\w.$-]{1,40}"$/.test(quoted) ? quoted : `"${dots}"`)),
  (text) => text.replace(/«[^»]*»?/g, `«${dots}»`),
  (text) => text.replace(/\/\/[^\s/@]+@/g, `//${dots}@`),
  (text) => text.replace(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, "$1"),
  (text) => text.replace(/(\d{3,}):[\w-]{8,}/g, `$1:${dots}`),
  (text) => text.replace(/\b(bearer|basic)\s+[^\s"',]+/gi, `$1 ${dots}`),
  (text) => text.replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, dots),
  (text) => text.replace(/\+\d[\d\s()-]{6,}\d/g, dots),
  (text) => text.replace(/[\w-]{24,}/g, (word) => (isToken(word) ? dots : word)),
];

const isToken = (word: string) => /\d/.test(word) && /[a-z]/i.test(word) && !uuid.test(word);
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Knows secrets and people's own only by their looks. */
export const scrubbedByLooks: Scrub = (text) => cuts.reduce((left, cut) => cut(left), text);

/** Knows the secrets of this configuration by heart, too. */
export function scrubber(config: Config): Scrub {
  let secrets: readonly string[] | undefined;
  return (text) => {
    // Most logs have nothing to take out in all their life.
    secrets ??= Object.values(config).flatMap((value) =>
      value instanceof Secret ? partsOf(value.reveal()) : [],
    );
    return scrubbedByLooks(secrets.reduce((left, secret) => left.replaceAll(secret, dots), text));
  };
}

/** A connection string and a list of keys hold secrets that are seen without the rest, too. */
const partsOf = (secret: string): string[] => [
  secret,
  ...secret.split(/[,:@/?]+/).filter((part) => part.length >= 16),
];

/** Facts as JSON. What others say of a failure may quote anything; all other facts are ours. */
export const scrubbedJson = (facts: object, scrub: Scrub): string =>
  JSON.stringify(facts, (name, value: unknown) =>
    (name === "error" || name === "said") && typeof value === "string" ? scrub(value) : value,
  );
