/**
 * Delivery: how EventSub brings a message to its callback.
 * A message is signed, posted, and posted again under the same id until somebody answers 2xx.
 */
import { createHmac } from "node:crypto";
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export type MessageType = "notification" | "webhook_callback_verification" | "revocation";

export interface Message {
  readonly id: string;
  readonly type: MessageType | (string & {});
  readonly timestamp: string;
  readonly subscription: { readonly type: string; readonly version: string };
  readonly body: string;
  readonly callback: string;
  readonly secret: string;
  /** Instead of the right signature. */
  readonly signature?: string | undefined;
  /** Instead of, or besides, Twitch's own headers; `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
}

/** What the callback answered; `status` 0 and `error` when nothing answered. */
export interface Delivered {
  readonly status: number;
  readonly body: string;
  readonly error?: string;
}

export interface Delivery {
  deliverOnce(message: Message): Promise<Delivered>;
  /** Resolves with the first attempt; later ones go on by themselves. */
  deliverWithRetries(message: Message): Promise<Delivered>;
  /** Ends everything under way. */
  cancel(): void;
}

export interface DeliveryOptions {
  /** The waits between attempts, in milliseconds. */
  readonly waits?: readonly number[];
  readonly patience?: number;
}

// Twitch publishes neither schedule nor timeout; its own CLI waits ten seconds for an answer.
const usualWaits = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000];
const usualPatience = 10_000;

export function createDelivery({
  waits = usualWaits,
  patience = usualPatience,
}: DeliveryOptions = {}): Delivery {
  let cancelled = cancellation();

  const attempt = (message: Message, retry: number) =>
    post(message, retry, AbortSignal.any([cancelled.signal, AbortSignal.timeout(patience)]));

  async function tryAgain(message: Message): Promise<void> {
    const { signal } = cancelled;
    for (const [done, wait] of waits.entries()) {
      await sleep(wait, undefined, { signal, ref: false });
      if (isAccepted(await attempt(message, done + 1))) return;
    }
  }

  return {
    deliverOnce: (message) => attempt(message, 0),

    async deliverWithRetries(message) {
      const first = await attempt(message, 0);
      // The one way to fail here is to be cancelled while waiting, and then nobody is left to be told.
      if (!isAccepted(first)) tryAgain(message).catch(() => undefined);
      return first;
    },

    cancel() {
      cancelled.abort();
      cancelled = cancellation();
    },
  };
}

// Any number of messages may be waiting for their next attempt.
function cancellation(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** `sha256=…` over id, timestamp and the body's bytes. */
export function sign({ secret, id, timestamp, body }: Message): string {
  return `sha256=${createHmac("sha256", secret)
    .update(id + timestamp + body)
    .digest("hex")}`;
}

export function headersOf(message: Message, retry: number): Headers {
  const headers = new Headers({
    "Content-Type": "application/json",
    "Twitch-Eventsub-Message-Id": message.id,
    "Twitch-Eventsub-Message-Retry": String(retry),
    "Twitch-Eventsub-Message-Type": message.type,
    "Twitch-Eventsub-Message-Signature": message.signature ?? sign(message),
    "Twitch-Eventsub-Message-Timestamp": message.timestamp,
    "Twitch-Eventsub-Subscription-Type": message.subscription.type,
    "Twitch-Eventsub-Subscription-Version": message.subscription.version,
  });
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return headers;
}

/** Twitch writes nanoseconds; what parses only milliseconds should find out here. */
export function eventSubTimestamp(moment: number): string {
  const belowMilliseconds = String((Math.trunc(moment) * 7_919) % 1_000_000).padStart(6, "0");
  return new Date(moment).toISOString().replace("Z", `${belowMilliseconds}Z`);
}

async function post(message: Message, retry: number, signal: AbortSignal): Promise<Delivered> {
  try {
    const response = await fetch(message.callback, {
      method: "POST",
      headers: headersOf(message, retry),
      body: message.body,
      redirect: "manual",
      signal,
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { status: 0, body: "", error: reasonOf(error) };
  }
}

function isAccepted({ status }: Delivered): boolean {
  return status >= 200 && status < 300;
}

// fetch says only "fetch failed"; what happened is in the cause.
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
