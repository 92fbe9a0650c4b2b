import { and, eq } from "drizzle-orm";
import { seconds } from "#kernel/clock";
import type { DownloaderConfig } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import type { Quality } from "#domain/downloader/quality";
import { type Post, postKey } from "#domain/downloader/post";
import type { Upload } from "#domain/downloader/upload";
import { ask } from "./database/ask.ts";
import { uploads } from "./database/schema.ts";
import { redis } from "./redis.ts";

/** A record lives in Redis for so long after somebody last asked for it. */
const sliding = 7 * 24 * 60 * 60;

/**
 * Which posts lie at Telegram already. Postgres keeps the record, Redis a copy of what is asked for these days; each may
 * be away. Nothing here throws: who cannot be told that a post is there does without.
 */
export class UploadCache {
  readonly #config: DownloaderConfig;
  readonly #log: Log;

  constructor(config: DownloaderConfig, log: Log) {
    this.#config = config;
    this.#log = log;
  }

  /** The best of a post is one of its heights too: whoever asks for that height gets it. */
  async find(post: Post, quality: Quality): Promise<Upload | undefined> {
    const exact = await this.#find(post, quality);
    if (exact || quality === "best" || quality === "audio") return exact;
    const best = await this.#find(post, "best");
    return best?.given === quality ? best : undefined;
  }

  async #find(post: Post, quality: Quality): Promise<Upload | undefined> {
    const known = await this.#hot((hot) => hot.getex<Upload>(keyOf(post, quality), { ex: sliding }));
    if (known) return known;
    const kept = await this.#kept(post, quality);
    if (kept) await this.warm(post, quality, kept);
    return kept;
  }

  /** Which of several qualities are there, as far as Redis knows: it is only for a sign on a button. */
  async which(post: Post, qualities: readonly Quality[]): Promise<readonly Quality[]> {
    const keys = ["best" as const, ...qualities].map((each) => keyOf(post, each));
    const [best, ...found] = (await this.#hot((hot) => hot.mget<(Upload | null)[]>(keys))) ?? [];
    return qualities.filter((quality, place) => found[place] || best?.given === quality);
  }

  /** Puts a record where it is found fastest. */
  async warm(post: Post, quality: Quality, upload: Upload): Promise<void> {
    await this.#hot((hot) => hot.set(keyOf(post, quality), upload, { ex: sliding }));
  }

  /** Telegram knows the file no more: nobody should be led to it again. */
  async forget(post: Post, quality: Quality): Promise<void> {
    await this.#hot((hot) => hot.del(keyOf(post, quality)));
    await this.#asking(async (db) => db.delete(uploads).where(theOne(post, quality)));
  }

  async #kept(post: Post, quality: Quality): Promise<Upload | undefined> {
    const rows = await this.#asking((db) =>
      db.select({ upload: uploads.upload }).from(uploads).where(theOne(post, quality)),
    );
    // The cast: DownloadDO wrote the row.
    return rows?.[0]?.upload as Upload | undefined;
  }

  async #hot<T>(question: (hot: ReturnType<typeof redis>) => Promise<T>): Promise<T | undefined> {
    try {
      return await question(redis(this.#config));
    } catch (error) {
      this.#log.warn("redis.failed", described(error));
      return undefined;
    }
  }

  async #asking<T>(question: Parameters<typeof ask<T>>[1]): Promise<T | undefined> {
    try {
      return await ask(this.#config.DATABASE_URL, question, seconds(3));
    } catch (error) {
      this.#log.warn("uploads.not-asked", described(error));
      return undefined;
    }
  }
}

const keyOf = (post: Post, quality: Quality) => `upload:${postKey(post)}:${quality}`;

const theOne = (post: Post, quality: Quality) =>
  and(eq(uploads.post, postKey(post)), eq(uploads.quality, quality));
