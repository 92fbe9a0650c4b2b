import {
  createEventEnvelope,
  createStackParser,
  type DsnComponents,
  type Event,
  exceptionFromError,
  getEnvelopeEndpointWithUrlEncodedAuth,
  isRateLimited,
  makeDsn,
  type RateLimits,
  serializeEnvelope,
  updateRateLimits,
  uuid4,
} from "@sentry/core";
import { nodeStackLineParser } from "@sentry/core/server";
import { minutes, seconds } from "#kernel/clock";
import type { Config } from "#kernel/config";
import { type Facts, thrown } from "#kernel/log";
import { type Scrub, scrubber } from "../scrubbed.ts";

// The parts that the vendor's clients are made of. A whole client keeps scopes, spans and breadcrumbs, which are 15 KiB gzip
// more, and which would collect what must not leave the house.

export interface Unexpected {
  readonly event: string;
  readonly facts: Facts;
}

/** One and the same trouble is told once within this, by each isolate. */
const quiet = minutes(1);
const patience = seconds(5);

const toldAt = new Map<string, number>();
let limits: RateLimits = {};
const readStack = createStackParser(nodeStackLineParser());

/**
 * Tells Sentry of what should not have happened, without any secret in it. Another service that is away is no such thing:
 * the log and the metrics tell of that. Never throws; undefined when there is nobody to tell, or nothing new.
 */
export function tellSentry(config: Config, { event, facts }: Unexpected): Promise<void> | undefined {
  if (config.SENTRY_DSN === undefined || mayPassByItself(facts[thrown])) return undefined;
  const dsn = makeDsn(config.SENTRY_DSN);
  if (!dsn || !isNew(`${event} ${String(facts["error"])}`) || isRateLimited(limits, "error"))
    return undefined;
  return send(dsn, sentryEvent({ event, facts }, config.MODE, scrubber(config)));
}

/** A TaproomError that came from another room is one by its looks alone. */
const mayPassByItself = (error: unknown) =>
  error instanceof Error && "retry" in error && error.retry === true;

function isNew(trouble: string): boolean {
  const now = Date.now();
  for (const [each, at] of toldAt) if (now - at > quiet) toldAt.delete(each);
  if (toldAt.has(trouble)) return false;
  toldAt.set(trouble, now);
  return true;
}

/** As https://develop.sentry.dev/sdk/data-model/event-payloads/ has it. */
export function sentryEvent({ event, facts }: Unexpected, environment: string, scrub: Scrub): Event {
  const error = facts[thrown];
  const { code, service, status } = facts;
  const kind = [code, service, status].filter((each) => each !== undefined).map(String);
  const { type = "Error", stacktrace } = error instanceof Error ? exceptionFromError(readStack, error) : {};
  const value = scrub(String(facts["error"] ?? event));
  return {
    event_id: uuid4(),
    timestamp: Date.now() / 1_000,
    platform: "javascript",
    level: "error",
    environment,
    logger: event,
    tags: { event, kind: kind.join(" ") || type },
    // What has no kind is told apart by where it happened.
    fingerprint: [event, ...(kind.length > 0 ? kind : ["{{ default }}"])],
    exception: { values: [{ type, value, ...(stacktrace && { stacktrace }) }] },
    extra: Object.fromEntries(Object.entries(facts).flatMap(([name, fact]) => shown(name, fact, scrub))),
  };
}

/** Ids and counts; a text of several words might be somebody's. */
function shown(name: string, fact: unknown, scrub: Scrub): [string, unknown][] {
  if (typeof fact === "number" || typeof fact === "boolean") return [[name, fact]];
  return typeof fact === "string" && /^\S{1,100}$/.test(fact) ? [[name, scrub(fact)]] : [];
}

async function send(dsn: DsnComponents, event: Event): Promise<void> {
  try {
    const response = await fetch(getEnvelopeEndpointWithUrlEncodedAuth(dsn), {
      method: "POST",
      headers: { "Content-Type": "application/x-sentry-envelope" },
      body: serializeEnvelope(createEventEnvelope(event, dsn)),
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    limits = updateRateLimits(limits, {
      statusCode: response.status,
      headers: {
        "x-sentry-rate-limits": response.headers.get("X-Sentry-Rate-Limits"),
        "retry-after": response.headers.get("Retry-After"),
      },
    });
  } catch {
    // Whatever it was stands in the log, and a Sentry that is away must not make more of it.
  }
}
