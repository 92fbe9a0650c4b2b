/**
 * Limits: how much a bot may send. Telegram publishes about 30 messages a second over all, one a second in a private
 * chat with bursts tolerated, and 20 a minute in a group (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 */
import * as z from "zod";
import type { Chat } from "./entities.ts";
import { tooMany } from "./telegram-error.ts";

const rateSchema = z.strictObject({
  /** So many messages within so many seconds… */
  messages: z.number().positive(),
  seconds: z.number().positive(),
  /** …and so many at once after a rest. */
  burst: z.number().min(1),
});

/** `null` switches a limit off. */
export const limitsSchema = z.strictObject({
  global: rateSchema.nullable(),
  privateChat: rateSchema.nullable(),
  group: rateSchema.nullable(),
  /** Of one file in a request; 2000 MB where the bot runs its own Bot API server. */
  uploadBytes: z.int().min(1),
});

export type Rate = z.infer<typeof rateSchema>;
export type Limits = z.infer<typeof limitsSchema>;

export const usualLimits: Limits = {
  global: { messages: 30, seconds: 1, burst: 30 },
  privateChat: null,
  group: null,
  uploadBytes: 50 * 1024 * 1024,
};

interface Bucket {
  readonly left: number;
  readonly at: number;
}

export class Throttle {
  readonly #now: () => number;
  readonly #atStart: Limits;
  readonly #buckets = new Map<string, Bucket>();
  limits: Limits;

  constructor(limits: Limits, now: () => number) {
    this.#atStart = limits;
    this.limits = limits;
    this.#now = now;
  }

  /** Throws 429 with the seconds to wait, and takes nothing then. */
  take(botId: number, chat: Chat, messages = 1): void {
    const inChat = chat.type === "private" ? this.limits.privateChat : this.limits.group;
    const all: [string, Rate | null][] = [
      [`${botId}`, this.limits.global],
      [`${botId}:${chat.id}`, inChat],
    ];
    const due = all.flatMap(([whose, rate]) => (rate ? [this.#draw(whose, rate, messages)] : []));
    const wait = Math.max(0, ...due.map(({ bucket, rate }) => secondsUntilFull(bucket, rate)));
    if (wait > 0) throw tooMany(Math.ceil(wait));
    for (const { whose, bucket } of due) this.#buckets.set(whose, bucket);
  }

  reset(): void {
    this.#buckets.clear();
    this.limits = this.#atStart;
  }

  #draw(whose: string, rate: Rate, messages: number) {
    const now = this.#now();
    const before = this.#buckets.get(whose) ?? { left: rate.burst, at: now };
    const refilled = before.left + ((now - before.at) / 1_000) * (rate.messages / rate.seconds);
    // An album larger than the burst has to get through some day: a full bucket is enough for it.
    const cost = Math.min(messages, rate.burst);
    return { whose, rate, bucket: { left: Math.min(rate.burst, refilled) - cost, at: now } };
  }
}

function secondsUntilFull({ left }: Bucket, { messages, seconds }: Rate): number {
  return left >= 0 ? 0 : -left * (seconds / messages);
}
