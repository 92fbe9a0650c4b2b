import { textsOf } from "../language/texts.ts";
import { Problem } from "./problem.ts";
import en from "./texts/en.ftl";
import ru from "./texts/ru.ftl";

const say = textsOf({ en, ru });

/** What a person is told of something that failed. */
export interface Said {
  readonly words: string;
  /** What Taproom itself has said, in English, where that says more than the words. */
  readonly detail?: string;
}

/** What each says besides: `yes` where Taproom knows which, what or why. */
const saysMore: Readonly<Record<string, boolean>> = {
  "bad-input": true,
  conflict: true,
  "consent-needed": true,
  failed: false,
  "not-found": true,
  "out-of-range": true,
  refused: true,
  silence: true,
  "too-many-tries": false,
  "too-often": true,
  "too-slow": true,
  unauthorized: false,
  upstream: true,
  "wrong-proof": false,
};

export function saidOf(error: unknown): Said {
  if (!(error instanceof Problem)) return { words: error instanceof Error ? error.message : String(error) };
  if (error.status === 0) return { words: say("api-no-answer") };
  const hasMore = saysMore[error.code];
  if (hasMore !== undefined)
    return { words: say(`api-${error.code}`), ...(hasMore && { detail: error.message }) };
  return error.status >= 500 ? { words: say("api-failed"), detail: error.message } : { words: error.message };
}

/** The same in one breath. */
export function wordsOf(error: unknown): string {
  const { words, detail } = saidOf(error);
  return detail === undefined ? words : `${words} ${detail}`;
}
