/** What is to be seen of the house at one glance, and whether it is ready. */
import { afterEach, describe, expect, it } from "vitest";
import { openChannel } from "../channel.ts";
import { askProduct, askWorld, goesWrong, place, until } from "../place.ts";
import { Person, PostOf } from "../telegram.ts";

interface Told {
  readonly unknown: readonly string[];
  readonly attention: readonly { readonly code: string; readonly args: Readonly<Record<string, unknown>> }[];
  readonly services: readonly { readonly service: string; readonly condition: string }[];
  readonly channels?: readonly { readonly id: string; readonly features: readonly unknown[] }[];
  readonly events?: readonly { readonly channel: string; readonly event: string }[];
  readonly forwarder?: { readonly waiting: number };
  readonly downloads?: { readonly waiting: number; readonly underWay: number };
  readonly telegram?: readonly { readonly bot: string; readonly is: string }[];
}

async function look(): Promise<Told> {
  const answer = await askProduct("GET", "/api/overview");
  if (!answer.ok) throw new Error(`The overview answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Told;
}

const seen = (isSo: (told: Told) => boolean) => until(look, isSo);
const isAway =
  (service: string) =>
  ({ attention }: Told) =>
    attention.some(({ code, args }) => code === "service-away" && args["service"] === service);

const isThere =
  (name: string) =>
  ({ services }: Told) =>
    services.some(({ service, condition }) => service === name && condition === "ok");

const ready = async () => {
  const answer = await fetch(`${place.product}/health/ready`);
  return { status: answer.status, told: (await answer.json()) as { checks: Record<string, string> } };
};

// What goes wrong here, goes wrong for everybody.
afterEach(() => askWorld("DELETE", "/faults"));

describe("the overview", () => {
  it("tells of a channel, and of what happened in it", async () => {
    const channel = await openChannel();
    // The last events of the whole house are told, and other channels have some too: it goes on until one is among them.
    const told = await until(
      async () => {
        await channel.say(channel.broadcaster, "!ботзаткнись");
        return look();
      },
      ({ events }) => events?.some((event) => event.channel === channel.id) ?? false,
    );
    expect(told.unknown).toEqual([]);
    // However many there are, the one that came last is looked at.
    expect(told.channels?.[0]).toMatchObject({
      id: channel.id,
      login: channel.broadcaster.login,
      awake: false,
      failing: [],
      features: expect.arrayContaining([{ id: "keg", is: "asleep" }]),
    });
    expect(told.events?.map(({ event }) => event)).not.toContain("chat.line");
    expect(told.services).toEqual(
      ["postgres", "redis", "qstash", "rooms", "twitch", "telegram"].map((service) =>
        expect.objectContaining({ service, condition: "ok", latencyMs: expect.any(Number) }),
      ),
    );
  });

  it.each([[["postgres"]], [["redis"]], [["twitch", "telegram"]]] as const)(
    "answers within its time while %j swallows every question, and says so until it is well again",
    async (services) => {
      for (const service of services) await goesWrong(service, { blackhole: true });
      const waits: number[] = [];
      const told = await until(
        async () => {
          const before = performance.now();
          const now = await look();
          waits.push(performance.now() - before);
          return now;
        },
        (now) => services.every((service) => isAway(service)(now)),
      );
      expect(Math.max(...waits)).toBeLessThan(5_000);
      expect(told.channels).toBeDefined();
      await askWorld("DELETE", "/faults");
      await seen((now) => services.every((service) => isThere(service)(now)));
    },
  );

  it("takes it for no answer when Twitch, at either door, or Telegram says that it is not well itself", async () => {
    const body = { ok: false, error_code: 502, description: "Bad Gateway" };
    await goesWrong("telegram", { path: "/getMe", status: 502, body });
    await goesWrong("twitch-id", { path: "/oauth2/validate", status: 503 });
    const told = await seen((now) => isAway("twitch")(now) && isAway("telegram")(now));
    for (const service of ["twitch", "telegram"])
      expect(told.services).toContainEqual(expect.objectContaining({ service, condition: "refused" }));
  });

  it("tells how many videos are under way, and how many wait for a place", async () => {
    const post = new PostOf();
    await post.is({ ratePerSecond: 60_000 });
    await new Person().say(post.url);
    const told = await seen(({ downloads }) => (downloads?.underWay ?? 0) > 0);
    expect(told.downloads).toEqual({ waiting: expect.any(Number), underWay: expect.any(Number) });
    const metrics = await (await askProduct("GET", "/metrics")).text();
    expect(metrics).toMatch(/^downloads\{state="running"\} [1-9]/m);
    expect(metrics).toMatch(/^downloads\{state="waiting"\} \d/m);
  });

  it("leaves out how many videos are under way while QStash does not tell", async () => {
    await goesWrong("qstash", { path: "/flowControl/", reset: true });
    const told = await seen(({ unknown }) => unknown.includes("downloads"));
    expect(told.downloads).toBeUndefined();
    expect(told.services).toContainEqual(expect.objectContaining({ service: "qstash", condition: "ok" }));
  });

  it("leaves out what only Postgres knows while it is away, and names it", async () => {
    await goesWrong("postgres", { reset: true });
    const told = await seen(({ unknown }) => unknown.includes("figures"));
    expect(told.forwarder).toBeUndefined();
    expect(told.telegram).toContainEqual(expect.objectContaining({ bot: "forwarder", is: "on" }));
  });

  it("tells of a Telegram bot whose token is not taken", async () => {
    const body = { ok: false, error_code: 401, description: "Unauthorized" };
    await goesWrong("telegram", { path: "/bot300", status: 401, body });
    const told = await seen(({ attention }) => attention.some(({ code }) => code === "telegram-refused"));
    expect(told.telegram).toContainEqual({ bot: "forwarder", is: "refused" });
    // A refusal is an answer.
    expect(told.services).toContainEqual(expect.objectContaining({ service: "telegram", condition: "ok" }));
  });

  it("is for nobody who has not come in", async () => {
    expect((await fetch(`${place.product}/api/overview`)).status).toBe(401);
  });
});

describe("whether Taproom is ready", () => {
  it("is told to everybody, in a word for each thing it leans on, and no word more", async () => {
    const answer = await until(ready, ({ status }) => status === 200);
    expect(answer.told).toEqual({
      status: "ready",
      checks: { postgres: "ok", redis: "ok", qstash: "ok", rooms: "ok" },
    });
  });

  it("is not denied while Twitch and Telegram are away: what they bring waits, and another Taproom would not reach them", async () => {
    for (const service of ["twitch", "twitch-id", "telegram"] as const)
      await goesWrong(service, { reset: true });
    await seen((told) => isAway("twitch")(told) && isAway("telegram")(told));
    const answer = await until(ready, ({ status }) => status === 200);
    expect(Object.keys(answer.told.checks)).toEqual(["postgres", "redis", "qstash", "rooms"]);
  });

  it("is denied while Postgres is away", async () => {
    const before = Date.now();
    await goesWrong("postgres", { reset: true });
    const answer = await until(ready, ({ status }) => status === 503);
    expect(answer.told.checks).toMatchObject({ postgres: "silent", redis: "ok" });

    // However many ask, it is found out once in a while.
    await Promise.all(Array.from({ length: 50 }, ready));
    const calls = await askWorld<readonly unknown[]>("GET", `/calls?service=qstash&since=${before}`);
    expect(calls.length).toBeLessThan(10);
  });
});
