/** An attempt: an update is posted to a webhook once, and what came of it. */
import type { Bot } from "./bot.ts";
import type { Update } from "./entities.ts";

export interface Attempt {
  readonly status: number;
  /** The webhook's own wish, in milliseconds. */
  readonly retryAfter: number | undefined;
  readonly reply: unknown;
}

const longestRetryAfter = 3_600_000;

export const unanswered: Attempt = { status: 0, retryAfter: undefined, reply: undefined };

/** Never rejects. */
export async function post(
  url: string,
  { webhook }: Bot,
  update: Update,
  signal: AbortSignal,
): Promise<Attempt> {
  const secret = webhook.secret;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(secret !== undefined && { "X-Telegram-Bot-Api-Secret-Token": secret }),
      },
      body: JSON.stringify(update),
      redirect: "manual",
      signal,
    });
    const retryAfter = secondsOf(response.headers.get("Retry-After"));
    return { status: response.status, retryAfter, reply: parsed(await response.text()) };
  } catch {
    // The line broke, or nobody answered in time.
    return unanswered;
  }
}

function secondsOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d+$/.test(retryAfter)
    ? Math.min(Number(retryAfter) * 1_000, longestRetryAfter)
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // "OK" and nothing at all are what most webhooks answer.
    return undefined;
  }
}
