import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { neon, neonConfig } from "@neondatabase/serverless";
import { inject } from "vitest";
import { askOutside } from "../../dev/through-world.ts";
import type { Place } from "./setup.ts";

/** Every Taproom in which stories are told; the fault suite opens its own ones. */
export const places: readonly Place[] = inject("places") ?? [];

/** The Taproom in which this file's stories are told: Vitest numbers its workers, and there is one for each. */
export let place = places[Number(process.env["VITEST_POOL_ID"]) - 1] as Place;

/** From now on they are told in another one. */
export function moveTo(other: Place): void {
  place = other;
}

/** Comes back when it is so. When it does not become so in time, tells how things stood. */
export async function until<Seen>(
  look: () => Promise<Seen>,
  isSo: (seen: Seen) => boolean,
  deadline = 60_000,
): Promise<Seen> {
  const end = Date.now() + deadline;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > end) throw new Error(`It did not come about in ${deadline / 1_000} s: ${shown(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const shown = (seen: unknown) => inspect(seen, { depth: 6, breakLength: 120, maxArrayLength: 60 });

/** Asks the world's control API; a refusal is a mistake of the story. */
export async function askWorld<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(place.world + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`The world answers ${response.status} to ${method} ${path}: ${answer}`);
  return (answer ? JSON.parse(answer) : undefined) as Answer;
}

/** Asks the product as its owner does. */
export const askProduct = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(place.product + path, {
    method,
    headers: { Authorization: `Bearer ${place.adminToken}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

export interface Call {
  readonly service: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: unknown;
  /** The Content-Length of a body that did not come in chunks. */
  readonly announced?: number;
  readonly status: number;
  readonly at: number;
}

/** What the product has asked of the outside since then, the oldest first. */
export const callsSince = (since: number, service: string) =>
  askWorld<Call[]>("GET", `/calls?service=${service}&since=${since}`);

/** What may go wrong on the way out: docs/design/world.md has the words. */
export interface Fault {
  readonly host?: string;
  readonly path?: string;
  readonly method?: string;
  readonly channel?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly delayMs?: number;
  readonly reset?: boolean;
  readonly blackhole?: boolean;
  readonly late?: boolean;
  /** Seconds, or a random number of them. */
  readonly retryAfter?: number | readonly [number, number];
  readonly times?: number;
  readonly share?: number;
}

type Service = "twitch" | "twitch-id" | "postgres" | "telegram" | "redis" | "qstash" | "sentry" | "origin";

/** Something goes wrong from now on; answers with the way to mend it. */
export async function goesWrong(service: Service, fault: Fault): Promise<() => Promise<void>> {
  const { id } = await askWorld<{ id: string }>("POST", "/faults", { ...fault, service });
  return () => askWorld("DELETE", `/faults/${id}`);
}

/** A request to the outside, as the product makes them. */
export const throughWorld = (url: string, init: RequestInit) => askOutside(place.world, url, init);

/** Asks Postgres through the vendor's driver, as the product does. */
export async function askPostgres(
  statement: string,
  ...parameters: readonly unknown[]
): Promise<Record<string, unknown>[]> {
  neonConfig.fetchFunction = throughWorld;
  return neon("postgres://stories:any@db.taproom.test/taproom").query(statement, [...parameters]);
}

/** The lines the product has logged that have this in them. */
export const logged = (having = "", where = place) =>
  readFileSync(where.logFile, "utf8")
    .split("\n")
    .filter((line) => line && line.includes(having));
