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

/** What each says besides: `true` where Taproom knows more than there are words for. */
const saysMore: Readonly<Record<string, boolean>> = {
  "bad-input": true,
  "bot-off": false,
  conflict: true,
  "consent-needed": true,
  failed: false,
  "no-right": false,
  "not-found": false,
  "out-of-range": true,
  refused: true,
  silence: false,
  "too-large": false,
  "too-many-tries": false,
  "too-often": false,
  "too-slow": false,
  unauthorized: false,
  upstream: true,
  "wrong-proof": false,
};

const sections = new Map<string, (problem: Problem) => Said>();

/** A section has words of its own for what is refused nowhere else; they come with it, not with the first load. */
export function explain(codes: readonly string[], inWords: (problem: Problem) => Said): void {
  for (const code of codes) sections.set(code, inWords);
}

export function saidOf(error: unknown): Said {
  if (!(error instanceof Problem)) return { words: error instanceof Error ? error.message : String(error) };
  return sections.get(error.code)?.(error) ?? saidAnywhere(error);
}

function saidAnywhere({ status, code, args, message }: Problem): Said {
  if (status === 0) return { words: say("api-no-answer") };
  const hasMore = saysMore[code];
  if (hasMore !== undefined)
    return { words: say(`api-${code}`, named(args)), ...(hasMore && { detail: message }) };
  return status >= 500 ? { words: say("api-failed"), detail: message } : { words: message };
}

/** Services as they call themselves. */
const services: Readonly<Record<string, string>> = {
  postgres: "Postgres",
  qstash: "QStash",
  redis: "Redis",
  telegram: "Telegram",
  twitch: "Twitch",
  "twitch-id": "Twitch",
};

const named = (args: Problem["args"]) => ({ ...args, service: services[String(args?.["service"])] ?? "" });

/** The same in one breath. */
export function wordsOf(error: unknown): string {
  const { words, detail } = saidOf(error);
  return detail === undefined ? words : `${words} ${detail}`;
}
