/** Delivery: one attempt to bring a message to its destination, over loopback. */
import type { Answer, Message } from "./message.ts";
import { manyEach } from "./message.ts";
import { sign } from "./signature.ts";

export interface Attempt {
  readonly key: string;
  readonly now: number;
  readonly jwtId: string;
  /** The world ends, or forgets. */
  readonly ended: AbortSignal;
}

/** Resolves in any case: a line that breaks is an answer too. */
export async function deliver(message: Message, attempt: Attempt): Promise<Answer> {
  const { url, method, body, timeoutMs } = message.order;
  try {
    const response = await fetch(url, {
      method,
      headers: headersOf(message, attempt),
      ...(method === "GET" || method === "HEAD" ? {} : { body }),
      redirect: "manual",
      signal: AbortSignal.any([attempt.ended, AbortSignal.timeout(timeoutMs)]),
    });
    return {
      status: response.status,
      headers: manyEach(Object.fromEntries(response.headers)),
      body: Buffer.from(await response.arrayBuffer()),
    };
  } catch (error) {
    return { status: 0, headers: {}, body: Buffer.alloc(0), error: reasonOf(error) };
  }
}

function headersOf({ id, order, attempts }: Message, { key, now, jwtId }: Attempt): Headers {
  const { url, body, scheduleId } = order;
  const headers = new Headers(order.headers);
  headers.set("User-Agent", "Upstash-QStash");
  headers.set("Upstash-Signature", sign({ url, body, now, id: jwtId }, key));
  headers.set("Upstash-Message-Id", id);
  headers.set("Upstash-Retried", String(attempts - 1));
  headers.set("Upstash-Caller-Ip", "127.0.0.1");
  if (scheduleId !== undefined) headers.set("Upstash-Schedule-Id", scheduleId);
  return headers;
}

// fetch says only "fetch failed"; what happened is in the cause.
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
