/** Message: what somebody wants delivered, and what has become of it. */
import { isUtf8 } from "node:buffer";
import type { RetryDelay } from "./retry-delay.ts";

export interface FlowRule {
  readonly key: string;
  readonly parallelism?: number | undefined;
  /** Deliveries that may begin within a period. */
  readonly rate?: number | undefined;
  readonly periodMs: number;
}

/** What is to be delivered, as published. */
export interface Order {
  readonly url: string;
  readonly method: string;
  /** What the destination gets besides QStash's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly delayMs: number;
  /** Not before this moment, in milliseconds since the epoch. */
  readonly notBefore: number;
  readonly retries: number;
  readonly retryDelay: RetryDelay;
  readonly retryDelayExpression?: string | undefined;
  readonly timeoutMs: number;
  readonly queue?: string | undefined;
  readonly flow?: FlowRule | undefined;
  /** The same key within the window is the same message. */
  readonly deduplication?: string | undefined;
  readonly label?: string | undefined;
  readonly scheduleId?: string | undefined;
  /** Told of every attempt. */
  readonly callback?: Order | undefined;
  /** Told when nothing is tried any more. */
  readonly failureCallback?: Order | undefined;
}

/** What the destination answered; `status` 0 and `error` when nothing did. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string[]>>;
  readonly body: Buffer;
  readonly error?: string;
}

export type State =
  | { readonly is: "waiting"; readonly nextAt: number }
  | { readonly is: "in flight"; readonly since: number }
  | { readonly is: "delivered"; readonly at: number; readonly status: number }
  | { readonly is: "dead"; readonly at: number; readonly status: number }
  | { readonly is: "cancelled"; readonly at: number };

export interface Message {
  readonly id: string;
  readonly order: Order;
  readonly createdAt: number;
  /** Attempts that have begun. */
  readonly attempts: number;
  readonly state: State;
  /** The queue that waits for this callback. */
  readonly holdsUp?: string | undefined;
}

/** As `/v2/messages` and `/v2/dlq` show a message. */
export function shown({ id, order, createdAt, state }: Message) {
  const { flow, body } = order;
  return {
    messageId: id,
    url: order.url,
    method: order.method,
    header: manyEach(order.headers),
    ...(isUtf8(body) ? { body: body.toString() } : { bodyBase64: body.toString("base64") }),
    maxRetries: order.retries,
    retryDelayExpression: order.retryDelayExpression,
    notBefore: state.is === "waiting" ? state.nextAt : undefined,
    createdAt,
    callback: order.callback?.url,
    failureCallback: order.failureCallback?.url,
    queueName: order.queue,
    scheduleId: order.scheduleId,
    callerIP: "127.0.0.1",
    label: order.label,
    flowControlKey: flow?.key,
    parallelism: flow?.parallelism,
    rate: flow?.rate,
    period: flow && flow.periodMs / 1_000,
  };
}

/** QStash writes headers as `{name: [value]}`. */
export function manyEach(headers: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
}

/** For people: where to, without what a query may give away. */
export function plainUrl(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return origin + pathname + (search && "?•••");
}
