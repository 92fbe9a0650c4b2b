/** Calls: what the product asked of the outside, without the secrets it sent along. */
import { isPlainObject } from "./plain-object.ts";

/** One outbound call. `status` 0: the line broke before an answer. `service` "nobody": no emulator has the host. */
export interface Call {
  readonly service: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: unknown;
  /** The Content-Length of the request, where it announced one: a body in chunks does not. */
  readonly announced?: number;
  readonly status: number;
  readonly at: number;
}

export interface CallFilter {
  readonly service?: string | undefined;
  readonly since?: number | undefined;
  readonly channel?: string | undefined;
}

export class Calls {
  readonly #limit: number;
  #calls: Call[] = [];

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  record(call: Call): void {
    this.#calls.push(call);
    // Trimmed in bulk: shifting a long array on every call would cost more than the call.
    if (this.#calls.length >= this.#limit * 2) this.#calls = this.#calls.slice(-this.#limit);
  }

  /** Oldest first. */
  list({ service, since, channel }: CallFilter = {}): Call[] {
    return this.#calls
      .slice(-this.#limit)
      .filter((call) => service === undefined || call.service === service)
      .filter((call) => since === undefined || call.at >= since)
      .filter((call) => channel === undefined || channelOf(call) === channel || chatOf(call) === channel)
      .toSorted((one, other) => one.at - other.at);
  }

  forget(): void {
    this.#calls = [];
  }
}

/** The Twitch channel a call is about, where it is about one. */
export function channelOf({ query, body }: Pick<Call, "query" | "body">): string | undefined {
  const condition = field(body, "condition");
  const named = [
    query["broadcaster_id"],
    field(body, "broadcaster_id"),
    field(condition, "broadcaster_user_id"),
    field(condition, "to_broadcaster_user_id"),
  ];
  return named.find((id) => typeof id === "string");
}

/** The Telegram chat a call is about, where it is about one. */
export function chatOf({ query, body }: Pick<Call, "query" | "body">): string | undefined {
  const named = query["chat_id"] ?? field(body, "chat_id");
  return typeof named === "string" || typeof named === "number" ? String(named) : undefined;
}

function field(value: unknown, name: string): unknown {
  return isPlainObject(value) ? value[name] : undefined;
}
