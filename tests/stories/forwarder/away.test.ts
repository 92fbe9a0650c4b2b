/** Whatever goes away for a while comes back, and so does every post: once, and in its order. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askPostgres, askProduct, askWorld, goesWrong, logged, moveTo, place, until } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { carry, ChatRoom, saidIn } from "./chats.ts";

type Service = "redis" | "postgres" | "qstash" | "telegram";

let taproom: Awaited<ReturnType<typeof openTaproom>>;
const home = place;
beforeAll(async () => {
  taproom = await openTaproom({}, place.bundle);
  moveTo(taproom.place);
});
afterAll(async () => {
  moveTo(home);
  await taproom.close();
});

const open = () => ChatRoom.open();
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, number) => `This is post ${from + number}`);

interface Line {
  readonly source: ChatRoom;
  readonly targets: readonly ChatRoom[];
}

async function openLine(): Promise<Line> {
  const [source, ...targets] = [await open(), await open(), await open(), await open()] as const;
  await carry([source], targets);
  return { source, targets };
}

const openLines = async () => [await openLine(), await openLine()];

/** In every source, one after the other. */
async function posts(lines: readonly Line[], words: readonly string[]): Promise<void> {
  for (const word of words) for (const { source } of lines) await source.post(word);
}

const ask = (path: string, body?: object) => askWorld("POST", path, body);
const stop = (service: Service) => ask(`/services/${service}/stop`);
const start = (service: Service) => ask(`/services/${service}/start`);
const flush = () => ask("/redis/flush");
const twice = () => ask("/qstash/twice", { times: 20 });

/** So long the product is without something; nothing waits for the end of it. */
const away = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

const stopBoth = () => Promise.all([stop("redis"), stop("postgres")]);
const startBoth = () => away(3).then(() => Promise.all([start("redis"), start("postgres")]));
const works = () => away(3).then(() => askWorld("DELETE", "/faults"));
const goesOn = () => away(3).then(() => ask("/qstash/release"));

/** What each target shows when the last of the posts stands in all of them. */
async function shown(lines: readonly Line[], last: string): Promise<readonly (readonly string[])[]> {
  const targets = lines.flatMap((line) => line.targets);
  for (const target of targets)
    await until(
      () => saidIn(target),
      (words) => words.includes(last),
      100_000,
    );
  return Promise.all(targets.map(saidIn));
}

/** Posts before it happens, while it lasts and when it is over; what the targets show in the end. */
async function shownWhen(happens: () => Promise<unknown>, ends: () => Promise<unknown>) {
  const lines = await openLines();
  await posts(lines, numbered(0, 4));
  await happens();
  await posts(lines, numbered(4, 8));
  await ends();
  await posts(lines, numbered(8, 10));
  return shown(lines, "This is post 9");
}

const everywhere = (words: readonly string[]) => Array.from({ length: 6 }, () => words);
const everything = everywhere(numbered(0, 10));

const patience = 180_000;

describe("everything arrives, once and in order, while", () => {
  it.each(["redis", "postgres", "qstash", "telegram"] as const)(
    "%s is away for some seconds",
    async (service) => {
      const comesBack = () => away(4).then(() => start(service));
      expect(await shownWhen(() => stop(service), comesBack)).toEqual(everything);
    },
    patience,
  );

  it.each(["redis", "postgres", "qstash"] as const)(
    "%s does what it is told and the answers are lost",
    async (service) => {
      const lost = () => goesWrong(service, { late: true, reset: true, times: 3 });
      const seen = await shownWhen(lost, lost);
      // What was not asked for any more.
      await askWorld("DELETE", "/faults");
      expect(seen).toEqual(everything);
    },
    patience,
  );

  it.each(["redis", "postgres", "qstash"] as const)(
    "%s fails now and then",
    async (service) => {
      const fails = () => goesWrong(service, { status: 503, share: 0.3 });
      expect(await shownWhen(fails, works)).toEqual(everything);
    },
    patience,
  );

  it(
    "Redis forgets everything",
    async () => {
      expect(await shownWhen(flush, flush)).toEqual(everything);
    },
    patience,
  );

  it(
    "Redis forgets everything and nobody posts any more",
    async () => {
      const lines = await openLines();
      await ask("/qstash/hold");
      await posts(lines, numbered(0, 5));
      await flush();
      await ask("/qstash/release");
      expect(await shown(lines, "This is post 4")).toEqual(everywhere(numbered(0, 5)));
    },
    patience,
  );

  it(
    "QStash keeps what it was given for a while",
    async () => {
      expect(await shownWhen(() => ask("/qstash/hold"), goesOn)).toEqual(everything);
    },
    patience,
  );

  it(
    "Redis and Postgres are both away",
    async () => {
      expect(await shownWhen(stopBoth, startBoth)).toEqual(everything);
    },
    patience,
  );

  it("nothing was given up, and what was away was not asked without end", async () => {
    expect(await (await askProduct("GET", "/api/forwarder/dead-letters")).json()).toEqual({ items: [] });
    expect(logged("forwarder.not-noted").length).toBeLessThan(20);
  });
});

describe("everything arrives, in order, and what was on its way at most twice, while", () => {
  it.each([
    ["quick", 0],
    ["slow", 1_500],
  ])(
    "the product is deployed anew and Telegram is %s",
    async (_, delayMs) => {
      const lines = await openLines();
      const mended = await goesWrong("telegram", { path: "/copyMessage", delayMs });
      await posts(lines, numbered(0, 6));
      await until(
        // One that is sent quickly is not seen on its way.
        () => askPostgres("select id from forward_jobs where state <> 'waiting'"),
        (jobs) => jobs.length > 0,
      );
      await taproom.restart();
      await posts(lines, numbered(6, 8));
      await taproom.restart();
      await mended();
      await posts(lines, numbered(8, 10));
      for (const words of await shown(lines, "This is post 9")) {
        expect([...new Set(words)]).toEqual(numbered(0, 10));
        const times = numbered(0, 10).map((each) => words.filter((word) => word === each).length);
        expect(Math.max(...times)).toBeLessThanOrEqual(2);
      }
    },
    patience,
  );
});

// The last one: what was to be brought twice and was not would be later.
describe("everything arrives, once and in order, also when", () => {
  it(
    "QStash brings everything twice",
    async () => {
      expect(await shownWhen(twice, twice)).toEqual(everything);
    },
    patience,
  );
});
