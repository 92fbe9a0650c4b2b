import { textsOf } from "../language/texts.ts";
import { Problem } from "./problem.ts";
import en from "./texts/en.ftl";
import ru from "./texts/ru.ftl";

const say = textsOf({ en, ru });

/** What a person is told of something that failed: Taproom's own words where it had some. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
  if (error.status === 0) return say("api-no-answer");
  if (error.status >= 500) return `${say("api-broken")} ${error.message}`;
  return error.message;
}
