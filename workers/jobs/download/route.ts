import * as z from "zod";
import { seconds } from "#kernel/clock";
import { type DownloaderConfig, downloaderConfig } from "#kernel/config";
import { TaproomError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import { isSignedByQStash } from "#adapters/qstash";
import { means } from "#adapters/telegram/bot-api";
import type { DownloadDO } from "#durable-objects/download/download";
import { TooLarge } from "#domain/downloader/choose";
import type { Progress } from "#domain/downloader/flight";
import { platforms } from "#domain/downloader/platform";
import { postOf } from "#domain/downloader/post";
import { qualities } from "#domain/downloader/quality";
import type { Reason } from "#domain/downloader/reason";
import { Refusal } from "#domain/downloader/refusal";
import { nameOf, type Wanted } from "#domain/downloader/wanted";
import { door } from "../../door.ts";
import { carry } from "./carry.ts";

const jobBody = z.object({
  post: z.object({ platform: z.enum(platforms), id: z.string() }),
  quality: z.enum(qualities),
  attempt: z.int().min(1),
});

/** The room hears of a worker so often. */
const heartbeat = seconds(5);

/**
 * QStash brings a download. Whether there is anything to do, and what comes of it, is the room's to say: every outcome
 * that the room has heard is a job well done. Only when the room cannot be reached has QStash to come again.
 */
export const downloadJob = door().post("/", async (c) => {
  const config = downloaderConfig(c.var.config);
  const body = await c.req.text();
  const signature = c.req.header("upstash-signature") ?? "";
  if (!(await isSignedByQStash(config, { name: "download" }, { signature, body })))
    return c.text("The signature does not fit", 401);
  const job = readJob(body);
  if (!job) return neverAgain("This is no download");

  const room = c.env.DOWNLOAD.getByName(nameOf(job));
  const retried = Number(c.req.header("upstash-retried") ?? 0);
  const claim = await room.claim({ attempt: job.attempt, retried });
  if (claim.go) await new Worker({ env: c.env, config, log: c.var.log }, room, claim.fence).work(job);
  return c.body(null, 204);
});

function readJob(body: string): (Wanted & { readonly attempt: number }) | undefined {
  const parsed = jobBody.safeParse(parsedJson(body));
  const post = parsed.data && postOf(parsed.data.post.platform, parsed.data.post.id);
  return parsed.data && post && { ...parsed.data, post };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** https://upstash.com/docs/qstash/features/retry : no retry can help. */
const neverAgain = (why: string) =>
  new Response(why, { status: 489, headers: { "Upstash-NonRetryable-Error": "true" } });

interface Surroundings {
  readonly env: Env;
  readonly config: DownloaderConfig;
  readonly log: Log;
}

/** Whoever is at a download, and says so now and then. */
class Worker {
  readonly #around: Surroundings;
  readonly #room: DurableObjectStub<DownloadDO>;
  readonly #fence: number;
  readonly #stop = new AbortController();
  #progress: Progress = { is: "looking" };

  constructor(around: Surroundings, room: DurableObjectStub<DownloadDO>, fence: number) {
    this.#around = around;
    this.#room = room;
    this.#fence = fence;
  }

  async work(wanted: Wanted): Promise<void> {
    const { env, config, log } = this.#around;
    const platform = env.PLATFORM.getByName(wanted.post.platform);
    const beating = setInterval(() => void this.#beat(), heartbeat);
    try {
      const ticket = await platform.ticket();
      if (!ticket.open) throw new Refusal("platform-off", "it is switched off, or has a rest");
      const upload = await carry({
        wanted,
        config,
        settings: ticket.settings,
        signal: this.#stop.signal,
        onProgress: (progress) => this.#tell(progress),
      });
      await this.#room.land(this.#fence, upload);
      await platform.report(undefined);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      const reason = reasonOf(error);
      const errorId = crypto.randomUUID().slice(0, 8);
      log.warn("download.failed", { download: nameOf(wanted), reason, errorId, ...described(error) });
      await this.#room.fail(this.#fence, {
        reason,
        errorId,
        ...(error instanceof TooLarge && { offers: error.offers }),
      });
      // What the platform is not to blame for shows nothing of it.
      if (error instanceof Refusal && reason !== "platform-off") await platform.report(reason);
    } finally {
      clearInterval(beating);
    }
  }

  #tell(progress: Progress): void {
    this.#progress = progress;
    void this.#beat();
  }

  /** When nobody wants it any more, or somebody else was given it, it ends here. */
  async #beat(): Promise<void> {
    const goesOn = await this.#room.beat(this.#fence, this.#progress).catch(() => true);
    if (!goesOn) this.#stop.abort(new Error("nobody waits for this any more"));
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof Refusal) return error.code;
  if (means(error, "file is too large")) return "too-large";
  return error instanceof TaproomError ? "telegram-failed" : "internal";
}
