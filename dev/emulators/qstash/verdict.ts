/** Verdict: what an answer means for its message. */
import { parseDuration } from "./duration.ts";
import type { Answer, Order } from "./message.ts";
import { longestDelay } from "./retry-delay.ts";

export type Verdict =
  | { readonly is: "delivered" }
  | { readonly is: "again"; readonly at: number }
  | { readonly is: "dead" };

/** @param attempts attempts made, the one that was answered so among them. */
export function verdictOn(answer: Answer, order: Order, attempts: number, now: number): Verdict {
  if (isAccepted(answer)) return { is: "delivered" };
  if (isHopeless(answer) || attempts > order.retries) return { is: "dead" };
  const wait = waitAskedFor(answer, now) ?? order.retryDelay(attempts - 1);
  return { is: "again", at: now + wait };
}

export function isAccepted({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** The destination says that another attempt would be in vain. */
function isHopeless(answer: Answer): boolean {
  return answer.status === 489 && header(answer, "upstash-nonretryable-error") === "true";
}

/** Seconds, a duration such as `6m5s`, or a date; a day at most. */
function waitAskedFor(answer: Answer, now: number): number | undefined {
  const asked = header(answer, "retry-after");
  if (asked === undefined) return undefined;
  const wait = parseDuration(asked) ?? Date.parse(asked) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestDelay);
}

function header({ headers }: Answer, name: string): string | undefined {
  return headers[name]?.[0];
}
