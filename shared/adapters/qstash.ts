import { Client, Receiver } from "@upstash/qstash";
import type { Millis } from "#kernel/clock";
import type { DownloaderConfig } from "#kernel/config";
import { SilenceError } from "#kernel/errors";

export interface Job {
  /** The last part of its door: `/jobs/<name>`. */
  readonly name: string;
  readonly body: unknown;
  /** A job published twice under the same key within some minutes is delivered as one. */
  readonly key: string;
  /** Not before. */
  readonly delay?: Millis;
  /** No more than so many of this name at once. */
  readonly atOnce: number;
}

/** How long a job may take before QStash takes it for lost: https://upstash.com/docs/qstash/features/timeout */
const longestJob = "15m";

/** Hands a job to QStash, which brings it to our door until it is answered 2xx. Throws SilenceError when QStash does not take it. */
export async function publishJob(config: DownloaderConfig, job: Job): Promise<void> {
  const client = new Client({
    baseUrl: config.QSTASH_URL,
    token: config.QSTASH_TOKEN.reveal(),
    retry: false,
    enableTelemetry: false,
    devMode: false,
  });
  try {
    await client.publishJSON({
      url: jobAddress(config, job.name),
      body: job.body,
      deduplicationId: job.key,
      retries: 3,
      // A job whose worker died should not wait for long: the room that published it looks after the rest.
      retryDelay: "2000 * (1 + retried)",
      timeout: longestJob,
      flowControl: { key: job.name, parallelism: job.atOnce },
      ...(job.delay && { delay: Math.ceil(job.delay / 1_000) }),
    });
  } catch (cause) {
    throw new SilenceError("qstash", cause);
  }
}

/** Whether QStash has signed exactly this body for exactly this door, with today's key or tomorrow's. */
export async function isSignedByQStash(
  config: DownloaderConfig,
  job: Pick<Job, "name">,
  signed: { readonly signature: string; readonly body: string },
): Promise<boolean> {
  const receiver = new Receiver({
    currentSigningKey: config.QSTASH_CURRENT_SIGNING_KEY.reveal(),
    nextSigningKey: config.QSTASH_NEXT_SIGNING_KEY.reveal(),
    devMode: false,
  });
  try {
    return await receiver.verify({ ...signed, url: jobAddress(config, job.name), clockTolerance: 60 });
  } catch {
    // The library throws for whatever does not fit.
    return false;
  }
}

const jobAddress = ({ PUBLIC_URL }: DownloaderConfig, name: string) =>
  `${PUBLIC_URL.replace(/\/$/, "")}/jobs/${name}`;
