import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { instant, minutes } from "#kernel/clock";
import { readConfig, forwarderConfig } from "#kernel/config";
import { Lines, type Settled, type Standing } from "#adapters/forwarder/lines";
import { startRedis } from "../dev/emulators/redis/index.ts";

/** The order of jobs, on the Redis of the dev world: a server, or the one in this process. */

const config = forwarderConfig(readConfig({ MODE: "embedded" }));
const { LOCAL_REDIS_URL: redisUrl } = process.env;
const redis = startRedis({ token: "embedded-redis-token", ...(redisUrl && { redisUrl }) });
const lines = new Lines(config);

beforeAll(async () => {
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => redis.fetch(new Request(input, init)));
  await redis.ready;
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await redis.close?.();
});
beforeEach(async () => {
  await redis.reset?.();
  await lines.rebuild([], instant(0));
});

const job = (id: number, chat = "a", rank = id, notBefore = 0): Standing => ({
  id,
  chat,
  rank,
  notBefore: instant(notBefore),
});
const put = (...jobs: readonly Standing[]) => lines.put(jobs, instant(0));

async function turn(now: number, settled: readonly Settled[] = [], { take = 10, most = 10 } = {}) {
  const done = await lines.turn({ settled, take, most, lease: minutes(2), now: instant(now) });
  return done && { ...done, taken: done.taken.map(({ job: id, chat }) => `${chat}${id}`) };
}
const taken = async (...wish: Parameters<typeof turn>) => (await turn(...wish))?.taken;

const over = (chat: string, id: number): Settled => ({ chat, job: id, is: "over" });
const again = (chat: string, id: number, until: number): Settled => ({
  chat,
  job: id,
  is: "again",
  until: instant(until),
});

describe("a line", () => {
  it("gives its jobs in the order of their ranks, one after the other", async () => {
    await put(job(3), job(1), job(2));
    expect(await taken(0)).toEqual(["a1"]);
    expect(await taken(1)).toEqual([]);
    expect(await taken(2, [over("a", 1)])).toEqual(["a2"]);
    expect(await taken(3, [over("a", 2)])).toEqual(["a3"]);
    expect(await turn(4, [over("a", 3)])).toEqual({ taken: [], next: undefined, more: 0 });
  });

  it("puts what is more urgent before what waits", async () => {
    await put(job(1, "a", 100), job(2, "a", 50));
    expect(await taken(0)).toEqual(["a2"]);
  });

  it("waits for its first job, while others go on", async () => {
    await put(job(1, "a"), job(2, "a"), job(3, "b"), job(4, "b"));
    expect(await taken(0)).toEqual(["a1", "b3"]);
    expect(await turn(1, [again("a", 1, 500), over("b", 3)])).toMatchObject({ taken: ["b4"], next: 500 });
    expect(await taken(499)).toEqual([]);
    expect(await taken(500)).toEqual(["a1"]);
  });

  it("lets a job stand aside until its time, and others pass", async () => {
    await put(job(1, "a", 1, 1_000), job(2, "a", 2));
    expect(await turn(0)).toMatchObject({ taken: ["a2"], next: 1_000 });
    expect(await taken(1_000, [over("a", 2)])).toEqual(["a1"]);
  });

  it("holds a job back that may not go yet after all", async () => {
    await put(job(1), job(2));
    await turn(0);
    expect(await taken(1, [{ chat: "a", job: 1, is: "hold", rank: 1, until: instant(900) }])).toEqual(["a2"]);
    expect(await taken(900, [over("a", 2)])).toEqual(["a1"]);
  });

  it("goes to somebody else when a worker is not heard of any more", async () => {
    await put(job(1));
    expect(await turn(0)).toMatchObject({ taken: ["a1"], next: 120_000 });
    expect(await taken(119_999)).toEqual([]);
    expect(await taken(120_000)).toEqual(["a1"]);
  });

  it("keeps the pace of its chat after a burst", async () => {
    const pace = { every: 1_000, burst: 2, messages: 1, until: instant(0) } as never;
    await put(job(1), job(2), job(3), job(4));
    await turn(0);
    const paced = (id: number): Settled => ({ chat: "a", job: id, is: "over", pace });
    expect(await taken(0, [paced(1)])).toEqual(["a2"]);
    expect(await taken(0, [paced(2)])).toEqual(["a3"]);
    expect(await turn(0, [paced(3)])).toMatchObject({ taken: [], next: 1_000 });
    expect(await taken(1_000)).toEqual(["a4"]);
  });

  it("is gone with its chat", async () => {
    await put(job(1, "a"), job(2, "b"));
    await lines.drop("a");
    expect(await taken(0)).toEqual(["b2"]);
  });
});

describe("all lines", () => {
  it("have no more than so many hands on them, the most urgent first", async () => {
    await put(job(1, "a", 30), job(2, "b", 10), job(3, "c", 20));
    expect(await turn(0, [], { most: 2 })).toMatchObject({ taken: ["b2", "c3"], more: 1 });
    expect(await taken(1, [over("b", 2)], { most: 2 })).toEqual(["a1"]);
  });

  it("rest together when Telegram is tired of the bot", async () => {
    await put(job(1, "a"), job(2, "b"));
    await turn(0, [], { take: 1 });
    const tired: Settled = { chat: "a", job: 1, is: "again", until: instant(5_000), rest: instant(5_000) };
    expect(await turn(1, [tired])).toMatchObject({ taken: [], next: 5_000 });
    expect(await taken(5_000)).toEqual(["a1", "b2"]);
  });
});

describe("after a flush", () => {
  it("the lines say that they are gone, and take nothing in", async () => {
    await redis.reset?.();
    expect(await put(job(1))).toBe(false);
    expect(await turn(0)).toBeUndefined();
  });

  it("are rebuilt with what is on its way, waits, or stands aside", async () => {
    await redis.reset?.();
    const later = { handUntil: instant(700) };
    await lines.rebuild(
      [
        { ...job(1, "a"), ...later },
        { ...job(2, "b"), retryAt: instant(300) },
        job(3, "c", 3, 200),
        job(4, "d"),
      ],
      instant(0),
    );
    expect(await turn(0)).toMatchObject({ taken: ["d4"], next: 200 });
    expect(await taken(200, [over("d", 4)])).toEqual(["c3"]);
    expect(await taken(300)).toEqual(["b2"]);
    expect(await taken(700)).toEqual(["a1"]);
  });

  it("take in what is put while they are rebuilt, and are taken from when they are whole", async () => {
    expect(await lines.forget()).toBe(true);
    expect(await put(job(2), job(3, "b"))).toBe(true);
    expect(await turn(0)).toBeUndefined();
    await lines.rebuild([job(1), job(2)], instant(0));
    expect(await taken(0)).toEqual(["a1", "b3"]);
    expect(await taken(1, [over("a", 1)])).toEqual(["a2"]);
  });

  it("are rebuilt by one at a time", async () => {
    expect(await lines.forget()).toBe(true);
    expect(await lines.forget()).toBe(false);
    await lines.rebuild([], instant(0));
    expect(await lines.forget("gone")).toBe(false);
    expect(await lines.forget()).toBe(true);
  });
});

it("carries more jobs than a script's stack could hold", async () => {
  const many = Array.from({ length: 3_000 }, (_, place) => job(place + 1, `chat${place % 50}`, place));
  await lines.rebuild(many, instant(0));
  expect(await taken(0, [], { take: 10 })).toHaveLength(10);
});
