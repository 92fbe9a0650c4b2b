/** A new owner's terminal: `npx taproom` beside a Cloudflare that a story has made. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { type Cloud, readCloud, writeCloud } from "../../../dev/emulators/cloudflare/cloud.ts";
import { place } from "../place.ts";

/** Where the stories' Worker is. */
export const workerUrl = "https://taproom.streamer.workers.dev";
export const qstashToken = "qstash-token-of-the-set-up";

export type Values = Readonly<Record<string, string>>;

/** What an owner has who wants everything. */
export const everything = (): Values => ({
  ADMIN_TOKEN: place.adminToken,
  TWITCH_CLIENT_ID: "embedded-client-id",
  TWITCH_CLIENT_SECRET: place.twitchSecret,
  DATABASE_URL: "postgres://taproom:secret-of-the-database@db.taproom.test/taproom",
  TELEGRAM_FORWARDER_TOKEN: "300:embedded-forwarder",
  TELEGRAM_DOWNLOADER_TOKEN: place.downloaderToken,
  DOWNLOAD_CACHE_CHAT_ID: "-1002000000001",
  TELEGRAM_ADMIN_IDS: "7001",
  UPSTASH_REDIS_REST_URL: "https://redis.taproom.test",
  UPSTASH_REDIS_REST_TOKEN: place.redisToken,
  QSTASH_URL: "https://qstash.taproom.test",
  QSTASH_TOKEN: qstashToken,
});

const account = { id: "a1", name: "Streamer" };

/** Nothing but an account, into which somebody has signed in. */
const empty: Cloud = {
  accounts: [account],
  worker: false,
  secrets: {},
  pages: [],
  deployments: [],
  calls: [],
};

/** A page that somebody has deployed already: building one takes its time. */
export const withPage = { pages: ["taproom-dashboard"], deployments: ["d0"] };

interface Run {
  readonly code: number;
  readonly out: string;
}

/** An owner's terminal and Cloudflare; both are gone when the test ends. */
export class Terminal {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(cloud: Partial<Cloud> = {}): Promise<Terminal> {
    const folder = await mkdtemp(join(tmpdir(), "taproom-set-up-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    writeCloud({ ...empty, ...cloud }, folder);
    return new Terminal(folder);
  }

  get cloud(): Cloud {
    return readCloud(this.#folder);
  }

  /** Something happens at Cloudflare. */
  change(change: Partial<Cloud>): void {
    writeCloud({ ...this.cloud, calls: [], ...change }, this.#folder);
  }

  /** `npx taproom …` */
  async taproom(words: readonly string[]): Promise<Run> {
    const env = {
      PATH: [resolve("dev/emulators/cloudflare"), process.env["PATH"]].join(delimiter),
      HOME: this.#folder,
      TAPROOM_CLOUDFLARE: this.#folder,
      TAPROOM_WORLD: place.world,
      TAPROOM_PRODUCT: place.product,
    };
    const script = ["--import", "./dev/emulators/cloudflare/internet.ts", "cli/taproom.ts"];
    return new Promise((done) => {
      execFile(process.execPath, [...script, ...words], { env }, (error, out, err) =>
        done({ code: Number(error?.code ?? 0), out: out + err }),
      );
    });
  }

  readonly setUp = async (values: Values, ...words: readonly string[]) =>
    this.taproom(["setup", "--yes", "--wait", "2", "--from", await this.#fileWith(values), ...words]);

  readonly check = async (values: Values, ...words: readonly string[]) =>
    this.taproom(["setup", "--check", "--from", await this.#fileWith(values), ...words]);

  async #fileWith(values: Values): Promise<string> {
    const file = join(this.#folder, "values");
    const lines = Object.entries(values).map(([name, value]) => `${name}='${value}'`);
    await writeFile(file, lines.join("\n"));
    return file;
  }
}
