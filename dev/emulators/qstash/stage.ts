/** Stage: QStash in a world, a product that listens, and the vendor's client, for tests. */
import { Client, Receiver } from "@upstash/qstash";
import { vi } from "vitest";
import { type Callback, openCallback } from "../../world/callback.ts";
import { Happenings, type Happening } from "../../world/happenings.ts";
import { startWorld, type World } from "../../world/world.ts";
import { type HandClock, handClock } from "./hand-clock.ts";
import { playQStash } from "./index.ts";

export const token = "a token of the test";
export const baseUrl = "https://qstash.taproom.test";
const currentSigningKey = "sig_of_the_test_current";
const nextSigningKey = "sig_of_the_test_next";
const twitch = {
  clientId: "id",
  clientSecret: "secret",
  eventSubSecret: "eventsub-secret",
  broadcaster: { id: "1001", login: "streamer", name: "Streamer" },
  bot: { id: "1002", login: "taproom_bot", name: "Taproom_Bot" },
};

export interface Seen {
  readonly id: string;
  readonly url: string;
  readonly state: string;
  readonly attempts: number;
  readonly status?: number;
  readonly nextAt?: number;
}

export interface Stage {
  readonly world: World;
  readonly clock: HandClock;
  readonly client: Client;
  readonly receiver: Receiver;
  /** What the product gets, and how it answers. */
  readonly product: Callback;
  readonly jobs: readonly Happening[];
  /** A URL of the product. */
  at(path: string): string;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  messages(): Promise<readonly Seen[]>;
  /** Nothing is in flight any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const product = await openCallback();
  const clock = handClock(Date.now());
  const happenings = new Happenings();
  const jobs: Happening[] = [];
  happenings.listen((name, happening) => name === "job" && jobs.push(happening));
  const qstash = playQStash({
    token,
    currentSigningKey,
    nextSigningKey,
    productOrigin: () => product.origin,
    happenings,
    ...clock,
  });
  const world = await startWorld({
    port: 0,
    webhookOrigin: product.origin,
    twitch,
    emulators: [qstash],
    happenings,
  });
  leadFetchTo(world);

  const control: Stage["control"] = async (method, path, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await (await world.control(new Request(world.url + path, { method, ...sent }))).text();
    return answer ? (JSON.parse(answer) as unknown) : null;
  };
  const messages = async () => (await control("GET", "/qstash/messages")) as Seen[];
  return {
    world,
    clock,
    product,
    jobs,
    control,
    messages,
    client: new Client({ baseUrl, token, devMode: false, enableTelemetry: false, retry: false }),
    receiver: new Receiver({ currentSigningKey, nextSigningKey, devMode: false }),
    at: (path) => product.origin + path,
    async settled() {
      await vi.waitFor(async () => {
        const underWay = (await messages()).filter(({ state }) => state === "in flight");
        if (underWay.length > 0) throw new Error(`${underWay.length} messages are in flight`);
      });
    },
    async close() {
      vi.unstubAllGlobals();
      await world.close();
      await product.close();
    },
  };
}

/** The vendor's client knows no other fetch than the usual one. */
function leadFetchTo(world: World): void {
  const elsewhere = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    return request.url.startsWith(baseUrl) ? world.fetch(request) : elsewhere(request);
  });
}
