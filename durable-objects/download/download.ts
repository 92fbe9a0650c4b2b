import { DurableObject } from "cloudflare:workers";
import { after, type Clock, instant, type Instant, latest, seconds } from "#kernel/clock";
import { type DownloaderConfig, downloaderConfig, readConfig } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { writeHistory } from "#adapters/database/history";
import { logOf } from "#adapters/log";
import { publishJob } from "#adapters/qstash";
import { UploadCache } from "#adapters/upload-cache";
import {
  claimed,
  type Delivery,
  failed,
  type Failure,
  type Flight,
  heard,
  holds,
  idle,
  joined,
  landed,
  notPublished,
  type Outcome,
  outcomeOf,
  overdue,
  type Progress,
  progressOf,
  published,
  publishing,
  wakesAt,
} from "#domain/downloader/flight";
import { postKey } from "#domain/downloader/post";
import type { Upload } from "#domain/downloader/upload";
import { type Wanted, wantedBy } from "#domain/downloader/wanted";
import { AlarmClock } from "../alarm-clock.ts";
import { RoomMemory } from "../room-memory.ts";
import { WriteBehind } from "../write-behind.ts";
import { type Waiter, Waiters } from "./waiters.ts";

/** What whoever joins hears at once: the answer, or how far it is. */
export type Joined =
  | { readonly outcome: Outcome }
  /** `ahead`: how many others came before. */
  | { readonly progress: Progress; readonly ahead: number };

/** Whether a worker may begin; `fence` is its number, without which it can end nothing. */
export type Claim = { readonly go: true; readonly fence: number } | { readonly go: false };

/**
 * Telegram takes about 30 messages a second from a bot: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 * Half of them leave room for another flight, and for an upload, whose bytes would have to be fetched again.
 */
const toldASecond = 15;
/** So many see how far it is; an edit for everybody would use up what Telegram allows. */
const mostInformed = 5;
/** Edits of one message are at least so far apart: a little less than a worker's heartbeat. */
const betweenNews = seconds(4.5);
const mostTries = 30;
/** Workers that download at the same time. */
const atOnce = 8;

/**
 * The one download of a post in a quality. The first who asks starts it, all others join, and all hear the same: the
 * video, or why there is none. Who waits, who is at it and what came of it is on disk before anybody is answered.
 */
export class DownloadDO extends DurableObject<Env> {
  readonly #config: DownloaderConfig = downloaderConfig(readConfig(this.env));
  readonly #wanted: Wanted = wantedBy(this.ctx.id.name ?? "");
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = logOf(this.#config, { download: this.ctx.id.name });
  readonly #memory = new RoomMemory(this.ctx.storage.sql);
  readonly #waiters = new Waiters(this.#memory);
  readonly #history = new WriteBehind(
    this.#memory,
    (rows) => writeHistory(this.#config.DATABASE_URL, rows),
    this.#log,
    this.#clock(),
  );
  readonly #cache = new UploadCache(this.#config, this.#log);
  readonly #alarms = new AlarmClock(this.ctx.storage, this.#clock, [
    () => (this.#waiters.count() > 0 && outcomeOf(this.#flight) ? undefined : wakesAt(this.#flight)),
    () => (outcomeOf(this.#flight) ? this.#tellsAt() : undefined),
    () => this.#history.nextDue(),
  ]);
  #flight: Flight = this.ctx.storage.kv.get<Flight>("flight") ?? idle;
  #telling: Promise<void> | undefined;
  #informedAt: Instant = instant(0);

  /** Wants it too. Can be repeated. `stale`: a file that was given before and that Telegram does not know any more. */
  join(waiter: Waiter, stale?: string): Joined {
    this.#settle();
    this.#become(joined(this.#flight, this.#clock(), stale));
    const outcome = outcomeOf(this.#flight);
    if (outcome) return this.#then({ outcome });
    this.#waiters.add(waiter);
    return this.#then({ progress: progressOf(this.#flight), ahead: this.#waiters.before(waiter) });
  }

  /** Wants it no more. When nobody does, it ends. */
  leave(waiter: Waiter): void {
    this.#waiters.remove(waiter);
    if (this.#waiters.count() === 0 && !outcomeOf(this.#flight)) this.#become(idle);
    this.#then(undefined);
  }

  /** A worker has got the job. */
  claim(delivery: Delivery): Claim {
    this.#settle();
    const fence = this.#newFence();
    this.#become(claimed(this.#flight, delivery, fence, this.#clock()));
    if (!holds(this.#flight, fence)) return this.#then({ go: false });
    this.#inform();
    return this.#then({ go: true, fence });
  }

  /** Higher than any before, also than those of flights that this room has forgotten. */
  #newFence(): number {
    const last = this.#flight.is === "running" ? this.#flight.fence : 0;
    return Math.max(this.#clock(), last + 1);
  }

  /** The worker lives, and has come so far. False: what it does is of no use any more. */
  beat(fence: number, progress: Progress): boolean {
    this.#become(heard(this.#flight, fence, progress, this.#clock()));
    this.#inform();
    return this.#then(holds(this.#flight, fence));
  }

  /** It lies at Telegram. What comes from a worker that was given up is not believed. */
  land(fence: number, upload: Upload): void {
    if (holds(this.#flight, fence)) {
      this.#become(landed(this.#flight, fence, upload, this.#clock()));
      this.#note(upload);
      this.#log.info("download.landed", { files: upload.files.length });
    } else this.#log.warn("download.late", { fence });
    this.#then(undefined);
  }

  /** It did not work. */
  fail(fence: number, failure: Failure): void {
    this.#become(failed(this.#flight, fence, failure, this.#clock()));
    this.#then(undefined);
  }

  /** What lies at Telegram shall not be given any more. */
  forget(): void {
    if (outcomeOf(this.#flight) && this.#waiters.count() === 0) this.#become(idle);
    this.#then(undefined);
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    this.#alarms.rang(instant(info?.scheduledTime ?? this.#clock()));
    this.#settle();
    // Should the room die meanwhile, somebody has to come back.
    this.#alarms.rearm();
    await this.#work();
    // A room that has nothing to remember costs nothing.
    if (!this.#isOver()) this.#alarms.rearm();
    else {
      const emptied = this.ctx.storage.deleteAll();
      this.#memory.emptied();
      await emptied;
    }
  }

  /** Time has passed. An answer stands for as long as anybody has still to hear it. */
  #settle(): void {
    if (outcomeOf(this.#flight) && this.#waiters.count() > 0) return;
    const errorId = newErrorId();
    const next = overdue(this.#flight, errorId, this.#clock());
    if (next.is === "refused" && next !== this.#flight) this.#log.warn("download.timeout", { errorId });
    this.#become(next);
  }

  #become(flight: Flight): void {
    if (flight === this.#flight) return;
    this.#flight = flight;
    this.ctx.storage.kv.put("flight", flight);
  }

  /** Whatever has changed is seen to; the caller gets the answer meanwhile. */
  #then<T>(answer: T): T {
    this.#alarms.rearm();
    this.ctx.waitUntil(this.#work().finally(() => this.#alarms.rearm()));
    return answer;
  }

  async #work(): Promise<void> {
    await Promise.all([this.#publish(), this.#tellAll(), this.#history.flush(this.#clock)]);
  }

  async #publish(): Promise<void> {
    const flight = this.#flight;
    if (flight.is !== "queued" || flight.publishAt > this.#clock()) return;
    // Whoever comes by meanwhile shall not publish it as well.
    this.#become(publishing(flight, this.#clock()));
    try {
      await publishJob(this.#config, {
        name: "download",
        body: { ...this.#wanted, attempt: flight.attempt },
        key: ["download", this.ctx.id.name?.replaceAll(":", "."), flight.attempt, flight.publishAt].join("."),
        atOnce,
      });
      this.#become(published(this.#flight, flight.attempt, this.#clock()));
    } catch (error) {
      this.#log.warn("download.not-published", described(error));
      this.#become(notPublished(this.#flight, this.#clock()));
      this.#inform();
    }
  }

  #tellAll(): Promise<void> {
    this.#telling ??= this.#tell().finally(() => (this.#telling = undefined));
    return this.#telling;
  }

  /** Everybody hears what came of it, at a pace that Telegram can bear. */
  async #tell(): Promise<void> {
    for (;;) {
      const outcome = outcomeOf(this.#flight);
      const due = outcome ? this.#waiters.due(this.#clock(), toldASecond) : [];
      if (!outcome || due.length === 0) return;
      await Promise.all(due.map((waiter) => this.#tellOne(waiter, waiter.tries, outcome)));
      if (due.length === toldASecond) await scheduler.wait(seconds(1));
    }
  }

  async #tellOne(waiter: Waiter, tries: number, outcome: Outcome): Promise<void> {
    try {
      await this.env.REQUESTER.getByName(waiter.requester).told(waiter.request, outcome);
      this.#waiters.remove(waiter);
    } catch (error) {
      this.#log.warn("download.not-told", { ...waiter, ...described(error) });
      if (tries >= mostTries) this.#bury(waiter, error);
      else this.#waiters.postpone(waiter, after(this.#clock(), seconds(Math.min(60, 2 ** tries))));
    }
  }

  #bury(waiter: Waiter, error: unknown): void {
    this.#waiters.remove(waiter);
    this.#memory.bury({ key: waiter.request, at: this.#clock(), what: waiter, why: String(error) });
  }

  /** The first of those who wait see how far it is. Nothing is lost when that fails. */
  #inform(): void {
    if (this.#clock() < after(this.#informedAt, betweenNews)) return;
    this.#informedAt = this.#clock();
    const progress = progressOf(this.#flight);
    const told = this.#waiters
      .first(mostInformed)
      .map(({ requester, request }) => this.env.REQUESTER.getByName(requester).progressed(request, progress));
    this.ctx.waitUntil(Promise.allSettled(told));
  }

  /** Postgres keeps it for good, Redis for those who ask these days. */
  #note(upload: Upload): void {
    const { post, quality } = this.#wanted;
    const now = this.#clock();
    const row = {
      post: postKey(post),
      quality,
      platform: post.platform,
      title: upload.title,
      author: upload.author,
      upload,
      uploadedAt: new Date(now).toISOString(),
    };
    this.#history.note(`${row.post}:${quality}`, { table: "uploads", row }, now);
    this.#history.keep();
    this.ctx.waitUntil(this.#cache.warm(post, quality, upload));
  }

  /** While somebody is being told, the alarm stands a little ahead. */
  #tellsAt(): Instant | undefined {
    const due = this.#waiters.nextDue();
    return due && latest(due, after(this.#clock(), seconds(2)));
  }

  #isOver(): boolean {
    return this.#flight.is === "idle" && this.#waiters.count() === 0 && this.#history.size() === 0;
  }
}

const newErrorId = () => crypto.randomUUID().slice(0, 8);
