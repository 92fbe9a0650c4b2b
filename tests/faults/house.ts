import { randomUUID } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { neon, neonConfig } from "@neondatabase/serverless";
import { readDevEnvironment } from "../../dev/environment.ts";
import { signIn } from "../../dev/sign-in.ts";
import { startTaproom, type Taproom } from "../../dev/taproom.ts";
import type { Place } from "../stories/setup.ts";

export interface Call {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  readonly at: number;
}

export interface LedgerRow {
  readonly id: string;
  readonly reward: string;
  readonly viewerId: string;
  readonly state: string;
}

export interface Reward {
  readonly key: string;
  readonly isOurs: boolean;
  readonly isPaused: boolean;
}

/** Somebody in chat. */
export interface Viewer {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles?: readonly ["moderator"];
}

/** Somebody's score, as the API tells it and takes it over. */
export interface Player extends Viewer {
  readonly wins: number;
  readonly losses: number;
  readonly tickets: number;
}

export interface Notification {
  readonly type: string;
  readonly event?: object;
  /** The same one is the same message. */
  readonly messageId?: string;
  /** When Twitch says that it sent it. */
  readonly timestamp?: string;
}

export interface Status {
  readonly awake: boolean;
  readonly stream?: { readonly live: boolean };
  readonly standing?: { readonly problems: readonly string[] };
  readonly outbox: number;
  readonly journal: number;
  readonly deadLetters: number;
}

/** People who may be in chat. */
export const viewers: readonly Viewer[] = Array.from({ length: 20 }, (_, n) => ({
  id: `7${n + 100}`,
  login: `viewer_${n}`,
  name: `Viewer_${n}`,
}));

const environment = { ...readDevEnvironment({}), port: 0, worldPort: 0 };
const admin = { authorization: `Bearer ${environment.adminToken}` };
/** Twitch's limits are proved elsewhere; here many channels share one bot. */
const limits = { helixPointsPerMinute: 1_000_000, chatLinesPer30Seconds: 1_000_000 };

/** A whole Taproom of its own, with as many channels as a test wants. */
export class House {
  readonly #taproom: Taproom;
  readonly #dataFolder: string;

  private constructor(taproom: Taproom, dataFolder: string) {
    this.#taproom = taproom;
    this.#dataFolder = dataFolder;
  }

  /** `logLevel`: what is logged is shown only where it is errors; else it is in the place's file. */
  static async start(logLevel: "error" | "warn" | "debug" = "error"): Promise<House> {
    const dataFolder = await mkdtemp(join(tmpdir(), "taproom-faults-"));
    const logFile = join(dataFolder, "log");
    writeFileSync(logFile, "");
    const taproom = await startTaproom({
      environment: { ...environment, dataFolder },
      bindings: { LOG_LEVEL: logLevel, API_CALLS_PER_MINUTE: "1000000" },
      twitch: { limits },
      onLog: (line) => {
        appendFileSync(logFile, `${line}\n`);
        if (logLevel === "error") process.stdout.write(`${line}\n`);
      },
    });
    return new House(taproom, dataFolder);
  }

  /** Where the words of the stories find this house. */
  get place(): Place {
    const { url: world } = this.#taproom.world;
    const { adminToken, eventSubSecret, telegram } = environment;
    const file = join(this.#dataFolder, "log");
    return {
      product: this.url,
      world,
      adminToken,
      eventSubSecret,
      twitchSecret: "embedded-client-secret",
      telegramSecret: telegram.webhookSecret,
      downloaderToken: "200:embedded-downloader",
      redisToken: "embedded-redis-token",
      logFile: file,
      secretsFile: file,
    };
  }

  async close(): Promise<void> {
    await this.#taproom.close();
    await rm(this.#dataFolder, { recursive: true, force: true });
  }

  /** The product is away for so long; the world goes on, and `meanwhile` happens in it. */
  async goAway(milliseconds: number, meanwhile?: () => Promise<void>): Promise<void> {
    await this.#taproom.runtime.restart(async () => {
      await Promise.all([meanwhile?.(), new Promise((done) => setTimeout(done, milliseconds))]);
    });
  }

  /** An account's owner agrees at Twitch. */
  async signIn(account: "bot" | "broadcaster", userId: string): Promise<void> {
    const world = (request: Request) => this.#taproom.world.fetch(request);
    await signIn({ origin: this.url, adminToken: environment.adminToken, world }, account, userId);
  }

  /** Connects a channel as its broadcaster would, and sets it. */
  async open(id: string, settings: unknown): Promise<void> {
    await this.world(`/twitch/state?broadcasterId=${id}`);
    await this.signIn("broadcaster", id);
    await this.api(`/api/channels/${id}/settings`, { method: "PUT", body: JSON.stringify(settings) });
  }

  /** The same, with these people in chat and nobody else. */
  async openWith(chatters: readonly Viewer[], id: string, settings: unknown): Promise<void> {
    await this.open(id, settings);
    const seated = chatters.map((one) => ({ roles: [], ...one }));
    await this.world("/twitch/chatters", { broadcasterId: id, chatters: seated });
  }

  /** The world's control API; throws where it says no. */
  async world<T>(path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: json };
    const answer = await this.#taproom.world.control(new Request(`http://localhost${path}`, init));
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return JSON.parse((await answer.text()) || "null") as T;
  }

  async forgetFaults(): Promise<void> {
    await this.#taproom.world.control(new Request("http://localhost/faults", { method: "DELETE" }));
  }

  /** The product's API; throws where it says no, or says nothing. */
  async api<T>(path: string, init: RequestInit = {}): Promise<T> {
    const answer = await fetch(`${this.#taproom.url}${path}`, { ...init, headers: admin });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Something that is to be done; answers with the status. */
  async post(path: string): Promise<number> {
    return (await fetch(`${this.#taproom.url}${path}`, { method: "POST", headers: admin })).status;
  }

  async #items<Item>(path: string): Promise<readonly Item[]> {
    return (await this.api<{ readonly items: readonly Item[] }>(path)).items;
  }

  redeem(channel: string, reward: string, user: Viewer, input = ""): Promise<{ id: string; status: number }> {
    return this.world("/twitch/redeem", { broadcasterId: channel, reward, user, input });
  }

  ledger = (channel: string) => this.#items<LedgerRow>(`/api/channels/${channel}/redemptions?limit=1000`);

  /** One notification, once. Answers with the status of the answer; 0: there was none. */
  async notify(channel: string, notification: Notification): Promise<number> {
    const sent = { broadcasterId: channel, ...notification };
    return (await this.world<{ status: number }>("/twitch/notify", sent)).status;
  }

  /** The same, again and again until it is acknowledged, as Twitch does. */
  async tell(channel: string, notification: Notification): Promise<void> {
    const again = { messageId: randomUUID(), ...notification };
    await until(
      () => this.notify(channel, again),
      (status) => status === 204,
      60_000,
    );
  }

  /** Somebody writes. Answers whether Taproom heard it at once; if not, Twitch tells it again until it does. */
  async say(channel: string, user: string, text: string): Promise<boolean> {
    const said = { broadcasterId: channel, user, text };
    return (await this.world<{ status: number }>("/twitch/say", said)).status === 204;
  }

  /** The rewards that Taproom has made, as Twitch has them. */
  async rewards(channel: string): Promise<readonly Reward[]> {
    const all = await this.world<Reward[]>(`/twitch/rewards?broadcasterId=${channel}`);
    return all.filter(({ isOurs }) => isOurs);
  }

  status = (channel: string) => this.api<Status>(`/api/channels/${channel}/status`);

  players = (channel: string) => this.#items<Player>(`/api/channels/${channel}/players`);

  importPlayers = (channel: string, players: readonly Player[]) =>
    this.api(`/api/channels/${channel}/players/import`, {
      method: "POST",
      body: JSON.stringify({ players }),
    });

  /** What Taproom has asked of the outside; `channel`: about that one. */
  calls = (channel?: string) => this.world<Call[]>(channel ? `/calls?channel=${channel}` : "/calls");

  /** Asks Postgres as the product does, through the vendor's driver and the world. */
  async postgres(statement: string, ...parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const { world } = this.#taproom;
    neonConfig.fetchFunction = (url: string, init: RequestInit) => world.fetch(new Request(url, init));
    return neon("postgres://faults:any@db.taproom.test/taproom").query(statement, [...parameters]);
  }

  get url(): string {
    return this.#taproom.url;
  }
}

const json = { "content-type": "application/json" };

/** Waits until something is so; fails with what was so last. */
export async function until<T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  patience: number,
): Promise<T> {
  const end = Date.now() + patience;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const seen = await look();
      if (isSo(seen)) return seen;
      last = seen;
    } catch (error) {
      // The runtime is being killed: no answer is no reason to give up.
      last = error;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`It did not come to be in ${patience / 1_000} s; last seen: ${seen}`);
}
