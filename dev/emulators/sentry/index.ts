/** Sentry: takes envelopes, as https://develop.sentry.dev/sdk/foundations/transport/envelopes/ has them. */
import type { Emulator } from "../emulator.ts";

export interface SentryOptions {
  /** The public key and the project of the DSN: `https://<key>@sentry.taproom.test/<project>`. */
  readonly key: string;
  readonly project: string;
}

/** What has come is in `/calls`. A refusal is by a fault: 429 with `X-Sentry-Rate-Limits`, say. */
export function playSentry({ key, project }: SentryOptions): Emulator {
  return {
    service: "sentry",
    hosts: ["sentry.taproom.test"],
    refusal: () => ({ detail: "fault" }),

    async fetch(request) {
      const url = new URL(request.url);
      if (request.method !== "POST" || url.pathname !== `/api/${project}/envelope/`)
        return no(404, "not found");
      if (keyOf(request, url) !== key) return no(403, "event submission rejected with_reason: ProjectId");
      const id = eventIdOf(await request.text());
      return id === undefined ? no(400, "invalid event envelope") : Response.json({ id });
    },
  };
}

/** In the address, or in a header such as `Sentry sentry_version=7, sentry_key=…`. */
const keyOf = ({ headers }: Request, { searchParams }: URL) =>
  searchParams.get("sentry_key") ?? headers.get("X-Sentry-Auth")?.match(/sentry_key=(\w+)/)?.[1];

/** A header, then for each item a header and its payload, each on a line; undefined where it is not so. */
function eventIdOf(envelope: string): string | undefined {
  try {
    const [header, item, payload] = envelope.split("\n").map((line) => JSON.parse(line || "null") as unknown);
    const { event_id: id } = header as { event_id?: unknown };
    return typeof id === "string" && item && payload ? id : undefined;
  } catch {
    return undefined;
  }
}

const no = (status: number, detail: string) => Response.json({ detail }, { status });
