// F52, F53, F55, F59: what can be seen of the house from outside, and that nobody hammers at it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  askPostgres,
  askProduct,
  askWorld,
  callsSince,
  goesWrong,
  logged,
  moveTo,
  place,
  until,
} from "./place.ts";
import { openTaproom } from "./setup.ts";

const metricsToken = "a-token-for-prometheus";

/** A house that tells Sentry, and slows callers down early. */
let close = async () => {};
beforeAll(async () => {
  const bindings = {
    SENTRY_DSN: "https://embedded@sentry.taproom.test/1",
    METRICS_TOKEN: metricsToken,
    API_CALLS_PER_MINUTE: "20",
  };
  const taproom = await openTaproom(bindings, place.bundle);
  ({ close } = taproom);
  moveTo(taproom.place);
});
afterAll(() => close());
beforeEach(() => askWorld("DELETE", "/faults"));

const readMetrics = (token: string) =>
  fetch(`${place.product}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
const lines = async () => (await (await readMetrics(metricsToken)).text()).split("\n");

describe("the metrics", () => {
  it("are for whoever has their token, and for the owner", async () => {
    expect((await fetch(`${place.product}/metrics`)).status).toBe(401);
    expect((await readMetrics("another-token")).status).toBe(401);
    expect((await readMetrics(place.adminToken)).status).toBe(200);
    const answer = await readMetrics(metricsToken);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  });

  it("tell what the forwarder has counted, by mapping where that is of interest", async () => {
    await askPostgres(`insert into forward_tallies (mapping_id, what, detail, count) values
      (1, 'carried', 'copy', 3), (2, 'carried', 'copy', 4), (1, 'error', 'flood', 2), (2, 'error', 'flood', 5),
      (1, 'flood', 'seconds', 9), (1, 'queued', '0.5', 3), (2, 'queued', '+Inf', 1), (1, 'queued-sum', 'milliseconds', 1500)`);
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'forwards_total{mapping="1",mode="copy",result="sent"} 3',
        'forwards_total{mapping="2",mode="copy",result="sent"} 4',
        'forward_errors_total{kind="flood"} 7',
        "flood_wait_seconds_total 9",
        'job_duration_seconds_bucket{phase="queued",le="0.25"} 0',
        'job_duration_seconds_bucket{phase="queued",le="0.5"} 3',
        'job_duration_seconds_bucket{phase="queued",le="+Inf"} 4',
        'job_duration_seconds_sum{phase="queued"} 1.5',
      ]),
    );
  });

  it("tell how much waits, and for how long", async () => {
    await askPostgres(`insert into forward_jobs
      (key, mapping_id, source_chat, source_ids, target_chat, rank, content, state, not_before, trace_id, created_at) values
      ('metrics-1', 1, '-1', '[1]', '-2', 1, '', 'waiting', now() - interval '90 seconds', 't', now() - interval '2 hours'),
      ('metrics-2', 1, '-1', '[2]', '-2', 2, '', 'waiting', now() + interval '1 hour', 't', now() - interval '3 hours'),
      ('metrics-3', 1, '-1', '[3]', '-2', 3, '', 'dead', now(), 't', now() - interval '4 hours')`);
    const seen = await lines();
    expect(seen).toEqual(
      expect.arrayContaining([
        'queue_depth{state="waiting"} 2',
        'queue_depth{state="sending"} 0',
        'queue_depth{state="dead"} 1',
      ]),
    );
    const [, oldest] = /^queue_oldest_seconds (.+)$/m.exec(seen.join("\n")) ?? [];
    expect(Number(oldest)).toBeGreaterThan(85);
    expect(Number(oldest)).toBeLessThan(200);
    await askPostgres("delete from forward_jobs where key like 'metrics-%'");
  });

  it("tell which accounts are connected, and what Telegram has still to deliver", async () => {
    await goesWrong("telegram", { path: "/bot300", reset: true });
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'client_up{client="downloader"} 1',
        'client_up{client="forwarder"} 0',
        'client_up{client="twitch"} 1',
        'webhook_pending_updates{bot="downloader"} 0',
        "channels 1",
        "channels_failing 0",
      ]),
    );
  });

  it("tell what they can while Postgres is away, and that it is", async () => {
    await goesWrong("postgres", { reset: true });
    const seen = await lines();
    expect(seen).toContain('service_up{service="postgres"} 0');
    expect(seen).toContain('client_up{client="downloader"} 1');
    expect(seen.filter((line) => line.includes("queue_depth"))).toEqual([]);
  });
});

/** What Telegram answers when the bot is set up, and what the product makes of it. */
async function setUpWhile(answer: { readonly status: number; readonly body: unknown }): Promise<number> {
  await goesWrong("telegram", { path: "/getMe", ...answer, times: 1 });
  return (await askProduct("POST", "/api/downloads/setup")).status;
}

const envelopes = async (since: number) =>
  (await callsSince(since, "sentry")).map(({ body }) => String(body).split("\n").map(parsed));
const parsed = (line: string) => JSON.parse(line) as Record<string, unknown>;

const secret = "123456789:AAF-a-token-of-some-bot";
const refusal = (description: string) => ({ status: 400, body: { ok: false, error_code: 400, description } });

describe("Sentry", () => {
  it("hears of what should not have happened, once a minute, and nothing that is secret or somebody's own", async () => {
    const since = Date.now();
    const said = `Bad Request: /bot${secret}/getMe of +7 916 123-45-67, ann@example.com said "hello dear world"`;
    expect(await setUpWhile(refusal(said))).toBe(502);
    expect(await setUpWhile(refusal(said))).toBe(502);
    expect(await setUpWhile(refusal("Bad Request: something else"))).toBe(502);

    const told = await until(
      () => envelopes(since),
      (seen) => seen.length >= 2,
    );
    expect(told).toHaveLength(2);
    expect(told[0]?.[2]).toMatchObject({
      level: "error",
      environment: "embedded",
      fingerprint: ["door.failed", "upstream", "telegram", "400"],
      extra: { path: "/api/downloads/setup", status: 400 },
    });
    const failed = logged("door.failed").filter((line) => line.includes("/api/downloads/setup"));
    const all = JSON.stringify([told, failed]);
    expect(failed).toHaveLength(3);
    for (const hidden of [secret, "916", "ann@", "hello", "Authorization", place.adminToken])
      expect(all).not.toContain(hidden);
  });

  it("hears where it was, when something broke that nobody has a word for", async () => {
    const since = Date.now();
    expect(await setUpWhile({ status: 200, body: { ok: true, result: null } })).toBe(503);
    const [envelope] = await until(
      () => envelopes(since),
      (seen) => seen.length > 0,
    );
    expect(envelope?.[2]).toMatchObject({
      exception: {
        values: [{ type: "TypeError", stacktrace: { frames: expect.arrayContaining([expect.anything()]) } }],
      },
    });
  });

  it("hears nothing of a service that is away: that passes by itself", async () => {
    const since = Date.now();
    expect(await setUpWhile({ status: 500, body: "nonsense" })).toBe(503);
    // What was told before this would have come before it.
    expect(await setUpWhile(refusal("Bad Request: the last"))).toBe(502);
    const told = await until(
      () => envelopes(since),
      (seen) => seen.length > 0,
    );
    expect(JSON.stringify(told)).toContain("the last");
    expect(told).toHaveLength(1);
  });

  it("keeps nobody waiting when it does not answer, and breaks nothing when it is gone", async () => {
    await goesWrong("sentry", { blackhole: true });
    const before = Date.now();
    expect(await setUpWhile(refusal("Bad Request: into the dark"))).toBe(502);
    expect(Date.now() - before).toBeLessThan(4_000);
    await goesWrong("sentry", { reset: true });
    expect(await setUpWhile(refusal("Bad Request: into nothing"))).toBe(502);
  });
});

const mappings = () => askProduct("GET", "/api/mappings");

describe("a key that asks too often", () => {
  it("is told to slow down, and for how long, while the rest of the house goes on", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, mappings));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(refused.length).toBeLessThan(30);
    expect(Number(refused[0]?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await refused[0]?.json()).toMatchObject({ code: "too-often" });
    expect((await fetch(`${place.product}/api/session/ways`)).status).toBe(200);
    expect((await readMetrics(metricsToken)).status).toBe(200);
  });

  it("is none of a stranger's: who has no key is turned away uncounted", async () => {
    expect((await fetch(`${place.product}/api/mappings`)).status).toBe(401);
  });

  it("passes while nobody can count", async () => {
    await askWorld("POST", "/redis/flush");
    await goesWrong("redis", { reset: true });
    const answers = await Promise.all(Array.from({ length: 30 }, mappings));
    expect(answers.filter(({ status }) => status === 429)).toEqual([]);
  });
});
