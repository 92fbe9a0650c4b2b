import { BotError, GrammyError, HttpError } from "grammy";
import { TaproomError } from "#kernel/errors";

/**
 * What to do with an update that could not be seen to.
 * `later`: Telegram shall bring it again. `settled`: Telegram itself said no, and would again.
 * `poison`: it fails in our own code, and would for a day; it is kept where somebody finds it.
 */
export type Verdict = "later" | "settled" | "poison";

export function verdictOn(cause: unknown): Verdict {
  if (cause instanceof GrammyError)
    return cause.error_code === 429 || cause.error_code >= 500 ? "later" : "settled";
  if (cause instanceof HttpError) return "later";
  if (cause instanceof TaproomError) return cause.retry ? "later" : "settled";
  return isPlatforms(cause) ? "later" : "poison";
}

/** Errors that speak of the runtime and not of our code: https://developers.cloudflare.com/durable-objects/best-practices/error-handling/ */
function isPlatforms(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const told = "retryable" in cause || "overloaded" in cause || "durableObjectReset" in cause;
  return told || /network connection lost|internal error|disconnected|timed? ?out/i.test(cause.message);
}

/** grammY wraps what a part of the bot has thrown. */
export const causeOf = (error: unknown): unknown => (error instanceof BotError ? error.error : error);
