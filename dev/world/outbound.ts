/**
 * Outbound: one request of the product on its way to the outside.
 * Find who plays the host, let a fault have its way, have it answered, and remember the call.
 */
import { STATUS_CODES } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Emulator } from "../emulators/emulator.ts";
import { type Call, type Calls, channelOf } from "./calls.ts";
import { type Fault, strike, type Target } from "./faults.ts";
import type { Happenings } from "./happenings.ts";
import { redact } from "./redact.ts";
import type { Services } from "./services.ts";

/** The line itself fails: cut, or silent for as long as the caller holds it. */
export type BrokenLine = "reset" | "blackhole";

export interface OutboundParts {
  readonly services: Services;
  readonly calls: Calls;
  readonly happenings: Happenings;
  readonly now: () => number;
  readonly random: () => number;
}

export class Outbound {
  readonly #parts: OutboundParts;
  #faults: readonly Fault[] = [];

  constructor(parts: OutboundParts) {
    this.#parts = parts;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  addFault(fault: Fault): void {
    this.#faults = [...this.#faults, fault];
  }

  /** False when there is none of this id. */
  removeFault(id: string): boolean {
    const left = this.#faults.filter((fault) => fault.id !== id);
    const removed = left.length < this.#faults.length;
    this.#faults = left;
    return removed;
  }

  clearFaults(): void {
    this.#faults = [];
  }

  async answer(request: Request): Promise<Response | BrokenLine> {
    const { services, now } = this.#parts;
    const at = now();
    const url = new URL(request.url);
    const emulator = services.playing(url.hostname);
    const body = await request.arrayBuffer();
    const query = queryOf(url.searchParams);
    const said = readable(body, request.headers.get("Content-Type"));
    const target = {
      service: emulator?.service ?? "nobody",
      host: url.hostname,
      method: request.method,
      path: url.pathname,
      channel: channelOf({ query, body: said }),
    };
    const answer = emulator
      ? await this.#reach(emulator, target, copy(request, body))
      : nobodyPlays(url.hostname);
    const { channel, ...call } = target;
    const status = answer instanceof Response ? answer.status : 0;
    this.#remember({ ...call, query, body: redact(said), status, at }, channel);
    return answer;
  }

  async #reach(emulator: Emulator, target: Target, request: Request): Promise<Response | BrokenLine> {
    if (!this.#parts.services.isRunning(emulator.service)) return "reset";
    const { fault, left } = strike(this.#faults, target, this.#parts.random);
    this.#faults = left;
    if (!fault) return emulator.fetch(request);

    if (fault.delayMs) await sleep(fault.delayMs, undefined, { ref: false });
    const work = () => emulator.fetch(request);
    if (fault.late) await work();
    return this.#parts.services.isRunning(emulator.service) ? spoil(fault, work) : "reset";
  }

  #remember(call: Call, broadcasterId: string | null = null): void {
    const safe = { ...call, query: redact(call.query) as Call["query"] };
    this.#parts.calls.record(safe);
    this.#parts.happenings.tell("call", { broadcasterId, ...safe });
  }
}

function spoil(fault: Fault, work: () => Promise<Response>): Promise<Response> | Response | BrokenLine {
  if (fault.reset) return "reset";
  if (fault.blackhole) return "blackhole";
  if (fault.status === undefined) return work();

  const body = fault.body ?? { error: STATUS_CODES[fault.status], status: fault.status, message: "fault" };
  return new Response(bodyAllowed(fault.status) ? asText(body) : null, {
    status: fault.status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...fault.headers },
  });
}

function nobodyPlays(host: string): Response {
  return new Response(`The dev world plays nobody at ${host}; add an emulator for that host.\n`, {
    status: 502,
  });
}

function copy(request: Request, body: ArrayBuffer): Request {
  const { method, headers, url } = request;
  return new Request(url, { method, headers, ...(body.byteLength > 0 ? { body } : {}) });
}

function queryOf(params: URLSearchParams): Call["query"] {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => [name, oneOrMany(params.getAll(name))]),
  );
}

function oneOrMany(values: string[]): string | string[] {
  const [first, ...rest] = values;
  return first !== undefined && rest.length === 0 ? first : values;
}

// What is no JSON and no form is kept as text, and no more of it than a person would read.
const readableLength = 65_536;

function readable(body: ArrayBuffer, contentType: string | null): unknown {
  if (body.byteLength === 0) return null;
  const text = new TextDecoder().decode(body);
  if (contentType?.startsWith("application/x-www-form-urlencoded")) return queryOf(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: then the text itself is what was sent.
    return text.slice(0, readableLength);
  }
}

function asText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function bodyAllowed(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
