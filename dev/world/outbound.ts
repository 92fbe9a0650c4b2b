/**
 * Outbound: one request of the product on its way to the outside.
 * Find who plays the host, let a fault have its way, have it answered, and remember the call.
 */
import { STATUS_CODES } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Emulator } from "../emulators/emulator.ts";
import { type Call, type Calls, channelOf, chatOf } from "./calls.ts";
import { type Fault, refusalOf, strike, type Target } from "./faults.ts";
import type { Happenings } from "./happenings.ts";
import { queryOf, readable } from "./readable.ts";
import { redact, redactPath } from "./redact.ts";
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
    const query = queryOf(url.searchParams);
    const { method, headers } = request;
    const service = emulator?.service ?? "nobody";
    const announced = headers.get("Content-Length");
    const call = {
      service,
      method,
      host: url.hostname,
      path: redactPath(url.pathname),
      query,
      ...(announced !== null && { announced: Number(announced) }),
      at,
    };
    const body = await wholeBody(request);
    if (!body) {
      this.#remember({ ...call, body: "the body broke off", status: 0 });
      return "reset";
    }
    const said = readable(body, headers.get("Content-Type"));
    const channel = channelOf({ query, body: said });
    const target = { ...call, channel: channel ?? chatOf({ query, body: said }) };
    const answer = emulator
      ? await this.#reach(emulator, target, copy(request, body))
      : nobodyPlays(url.hostname);
    const status = answer instanceof Response ? answer.status : 0;
    this.#remember({ ...call, body: redact(said), status }, channel);
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
    const { services, random } = this.#parts;
    return services.isRunning(emulator.service) ? spoil(fault, emulator, work, random) : "reset";
  }

  #remember(call: Call, broadcasterId: string | null = null): void {
    const safe = { ...call, query: redact(call.query) as Call["query"] };
    this.#parts.calls.record(safe);
    this.#parts.happenings.tell("call", { broadcasterId, ...safe });
  }
}

function spoil(
  fault: Fault,
  emulator: Emulator,
  work: () => Promise<Response>,
  random: () => number,
): Promise<Response> | Response | BrokenLine {
  if (fault.reset) return "reset";
  if (fault.blackhole) return "blackhole";
  const refused = refusalOf(fault, random);
  if (!refused) return work();

  const { status, headers } = refused;
  const { refusal = usualRefusal } = emulator;
  const body = fault.body ?? refusal(status, headers);
  return new Response(bodyAllowed(status) ? asText(body) : null, {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  });
}

function usualRefusal(status: number): unknown {
  return { error: STATUS_CODES[status], status, message: "fault" };
}

function nobodyPlays(host: string): Response {
  return new Response(`The dev world plays nobody at ${host}; add an emulator for that host.\n`, {
    status: 502,
  });
}

/** Nothing where less came than was announced: no service acts on half a request. */
async function wholeBody(request: Request): Promise<ArrayBuffer | undefined> {
  try {
    const body = await request.arrayBuffer();
    const announced = request.headers.get("Content-Length");
    return announced === null || Number(announced) === body.byteLength ? body : undefined;
  } catch {
    // The line broke while the body came.
    return undefined;
  }
}

function copy(request: Request, body: ArrayBuffer): Request {
  const { method, headers, url } = request;
  return new Request(url, { method, headers, ...(body.byteLength > 0 ? { body } : {}) });
}

function asText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function bodyAllowed(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
