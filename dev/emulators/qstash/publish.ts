/** Publish: what a request asks to have delivered, read from its `Upstash-…` headers. */
import { createHash } from "node:crypto";
import { readDuration } from "./duration.ts";
import type { FlowRule, Order } from "./message.ts";
import { Refused } from "./refused.ts";
import { compileRetryDelay, usualDelay } from "./retry-delay.ts";

export interface Posted {
  readonly destination: string;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly queue?: string | undefined;
}

// The most that a plan without a contract gives.
const usualRetries = 3;
// Node's fetch itself waits no longer for an answer.
const usualTimeout = 300_000;

/** Reads orders for one place only. */
export class Publisher {
  readonly #productOrigin: () => string;

  constructor(productOrigin: () => string) {
    this.#productOrigin = productOrigin;
  }

  /** Throws `Refused`, with the reason. */
  read({ destination, headers, body, queue }: Posted): Order {
    const text = (name: string) => headers.get(`Upstash-${name}`) ?? undefined;
    const duration = (name: string) => ifThere(text(name), (value) => readDuration(value, `Upstash-${name}`));
    const number = (name: string) => ifThere(text(name), (value) => readNumber(value, `Upstash-${name}`));
    const url = this.#ours(destination);
    const expression = text("Retry-Delay");
    const order = {
      url,
      method: text("Method")?.toUpperCase() ?? "POST",
      headers: forwarded(headers),
      body,
      delayMs: duration("Delay") ?? 0,
      notBefore: (number("Not-Before") ?? 0) * 1_000,
      retries: number("Retries") ?? usualRetries,
      retryDelay: expression === undefined ? usualDelay : compileRetryDelay(expression),
      retryDelayExpression: expression,
      timeoutMs: Math.min(duration("Timeout") ?? usualTimeout, usualTimeout),
      queue: queue ?? text("Queue-Name"),
      flow: flowOf(text("Flow-Control-Key"), text("Flow-Control-Value")),
      label: text("Label"),
      callback: this.#callback(headers, "Upstash-Callback"),
      failureCallback: this.#callback(headers, "Upstash-Failure-Callback"),
    };
    return {
      ...order,
      deduplication: deduplicationOf(order, text("Deduplication-Id"), text("Content-Based-Deduplication")),
    };
  }

  /** A callback is an order too: `Upstash-Callback-Retries` is its `Upstash-Retries`. */
  #callback(headers: Headers, name: string): Order | undefined {
    const destination = headers.get(name);
    if (destination === null) return undefined;
    const prefix = `${name.toLowerCase()}-`;
    const own = [...headers]
      .filter(([header]) => header.startsWith(prefix))
      .map(([header, value]): [string, string] => [`upstash-${header.slice(prefix.length)}`, value]);
    return this.read({
      destination,
      headers: new Headers([["content-type", "application/json"], ...own]),
      body: Buffer.alloc(0),
    });
  }

  /** Nobody else is reached from here: what the product sends out by mistake must not leave this machine. */
  #ours(destination: string): string {
    if (!/^https?:\/\//.test(destination))
      throw new Refused(`topic "${destination}" not found: the dev world's QStash knows no URL groups`, 404);
    const url = URL.parse(destination);
    if (url === null) throw new Refused(`invalid destination url: "${destination}"`);
    const product = new URL(this.#productOrigin()).origin;
    if (url.origin !== product)
      throw new Refused(
        `invalid destination url: the dev world delivers to ${product} only, not to ${url.origin}`,
      );
    return destination;
  }
}

function forwarded(headers: Headers): Record<string, string> {
  const prefix = "upstash-forward-";
  const named = [...headers].filter(([name]) => name.startsWith(prefix));
  const contentType = headers.get("Content-Type");
  return {
    ...(contentType !== null && { "content-type": contentType }),
    ...Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value])),
  };
}

function flowOf(key: string | undefined, value: string | undefined): FlowRule | undefined {
  if (key === undefined) return undefined;
  const said = new Map(
    (value ?? "").split(",").map((part): [string, string] => {
      const [name = "", amount = ""] = part.split("=");
      return [name.trim().toLowerCase(), amount.trim()];
    }),
  );
  const amount = (name: string) =>
    ifThere(said.get(name), (text) => readNumber(text, "Upstash-Flow-Control-Value"));
  const [parallelism, rate, period] = [amount("parallelism"), amount("rate"), said.get("period")];
  if (parallelism === undefined && rate === undefined)
    throw new Refused("invalid Upstash-Flow-Control-Value header: it wants parallelism, rate or both");
  return {
    key,
    parallelism,
    rate,
    periodMs: period ? readDuration(period, "Upstash-Flow-Control-Value") : 1_000,
  };
}

function deduplicationOf(
  { url, method, headers, body }: Pick<Order, "url" | "method" | "headers" | "body">,
  id: string | undefined,
  byContent: string | undefined,
): string | undefined {
  if (id !== undefined) return `id ${id}`;
  if (byContent !== "true") return undefined;
  const content = createHash("sha256").update(
    JSON.stringify([url, method, Object.entries(headers).toSorted()]),
  );
  return `content ${content.update(body).digest("hex")}`;
}

function readNumber(text: string, header: string): number {
  if (!/^\d+$/.test(text)) throw new Refused(`invalid ${header} header: "${text}" is no whole number`);
  return Number(text);
}

function ifThere<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text);
}
