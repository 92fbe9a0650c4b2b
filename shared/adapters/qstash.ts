import { jwtVerify } from "jose";
import * as z from "zod";
import { type Millis, seconds } from "#kernel/clock";
import type { QueueConfig } from "#kernel/config";
import { SilenceError, UpstreamError } from "#kernel/errors";
import type { Secret } from "#kernel/secret";

// The vendor's SDK would do both, and brings 18 KiB gzip of workflows and chat completions along. The dev world's
// QStash is proved with that SDK, and this file with the dev world's QStash.

export interface Job {
  /** The last part of its door: `/jobs/<name>`. */
  readonly name: string;
  readonly body: unknown;
  /** A job published twice under the same key within some minutes is delivered as one. */
  readonly key: string;
  /** No more than so many of this name at once. */
  readonly atOnce: number;
}

/** QStash takes a job within this, or is taken for away. */
const patience = seconds(5);

/**
 * Hands a job to QStash, which brings it to our door until it is answered 2xx:
 * https://upstash.com/docs/qstash/api/publish
 *
 * Throws UpstreamError (refused), SilenceError (no answer within 5 s; it may have been taken, which `key` makes harmless).
 */
export async function publishJob(config: QueueConfig, job: Job): Promise<void> {
  const response = await publish(config, job).catch((cause: unknown) => {
    throw new SilenceError("qstash", cause);
  });
  const said = await response.text();
  if (!response.ok) throw new UpstreamError("qstash", response.status, said.slice(0, 200));
}

const publish = (config: QueueConfig, { name, body, key, atOnce }: Job): Promise<Response> =>
  // The address stands in the path as it is.
  fetch(`${config.QSTASH_URL}/v2/publish/${jobAddress(config, name)}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${config.QSTASH_TOKEN.reveal()}`,
      "Content-Type": "application/json",
      "Upstash-Deduplication-Id": key,
      // A job whose worker died should not wait for long: the room that published it looks after the rest.
      "Upstash-Retries": "3",
      "Upstash-Retry-Delay": "2000 * (1 + retried)",
      "Upstash-Timeout": "15m",
      "Upstash-Flow-Control-Key": name,
      "Upstash-Flow-Control-Value": `parallelism=${atOnce}`,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });

/** Asks QStash for nothing but an answer: it costs no message. Throws what `publishJob` throws. */
export async function reachQStash(config: QueueConfig, wait: Millis): Promise<void> {
  const response = await look(config, "queues", wait);
  // Not read: nobody wants to know which queues there are.
  await response.body?.cancel();
  if (!response.ok) throw new UpstreamError("qstash", response.status, "no list of queues");
}

/** How many jobs of a name QStash has that are not over. */
export interface JobCount {
  /** For a place among those that may be under way at once. */
  readonly waiting: number;
  /** They were brought to our door, and are not answered yet. */
  readonly underWay: number;
}

export const noJobs: JobCount = { waiting: 0, underWay: 0 };

const flow = z.object({ waitListSize: z.int().min(0), parallelismCount: z.int().min(0) });

/**
 * Counts the jobs of a name, which is the key of their flow control. It costs no message. Throws what `publishJob` throws.
 * https://upstash.com/docs/qstash/api-reference/flow-control/get-flow-control-key
 */
export async function countJobs(
  config: QueueConfig,
  { name }: Pick<Job, "name">,
  wait: Millis,
): Promise<JobCount> {
  const response = await look(config, `flowControl/${name}`, wait);
  const said = await response.text();
  // A name that no job ever had.
  if (response.status === 404) return noJobs;
  if (!response.ok) throw new UpstreamError("qstash", response.status, said.slice(0, 200));
  const { waitListSize, parallelismCount } = flow.parse(JSON.parse(said));
  return { waiting: waitListSize, underWay: parallelismCount };
}

const look = ({ QSTASH_URL, QSTASH_TOKEN }: QueueConfig, what: string, wait: Millis): Promise<Response> =>
  fetch(`${QSTASH_URL}/v2/${what}`, {
    headers: { Authorization: `Bearer ${QSTASH_TOKEN.reveal()}` },
    signal: AbortSignal.timeout(wait),
  }).catch((cause: unknown) => {
    throw new SilenceError("qstash", cause);
  });

/**
 * Whether QStash has signed exactly this body for exactly this door, with today's key or tomorrow's: a JWT whose claim
 * `body` is the hash of the body (https://upstash.com/docs/qstash/features/security).
 */
export async function isSignedByQStash(
  config: QueueConfig,
  { name }: Pick<Job, "name">,
  signed: { readonly signature: string; readonly body: string },
): Promise<boolean> {
  const keys = [config.QSTASH_CURRENT_SIGNING_KEY, config.QSTASH_NEXT_SIGNING_KEY];
  const address = jobAddress(config, name);
  const fits = await Promise.all(keys.map((key) => fitsKey(key, address, signed)));
  return fits.includes(true);
}

async function fitsKey(
  key: Secret,
  address: string,
  { signature, body }: { readonly signature: string; readonly body: string },
): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(signature, encoder.encode(key.reveal()), {
      algorithms: ["HS256"],
      issuer: "Upstash",
      subject: address,
      requiredClaims: ["exp", "nbf"],
      clockTolerance: 60,
    });
    return unpadded(String(payload["body"])) === (await hashOf(body));
  } catch {
    // jose throws for whatever does not fit.
    return false;
  }
}

const encoder = new TextEncoder();

async function hashOf(body: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(body)));
  return unpadded(
    btoa(String.fromCharCode(...hash))
      .replaceAll("+", "-")
      .replaceAll("/", "_"),
  );
}

const unpadded = (base64: string) => base64.replace(/=+$/, "");

const jobAddress = ({ PUBLIC_URL }: QueueConfig, name: string) =>
  `${PUBLIC_URL.replace(/\/$/, "")}/jobs/${name}`;
