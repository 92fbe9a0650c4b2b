/** What the owner learns of the downloader bot. Other stories download too: what is counted here is what was added. */
import { beforeAll, describe, expect, it } from "vitest";
import { askPostgres, askProduct, goesWrong, place } from "./place.ts";

const ask = async <Answer>(path: string): Promise<Answer> => {
  const answer = await askProduct("GET", path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as Answer;
};

interface Summary {
  readonly users_count: number;
  readonly videos_count: number;
  readonly total_downloads: number;
  readonly downloads_today: number;
  readonly downloads_this_month: number;
  readonly failures: number;
  readonly clicks: number;
  readonly referrals: number;
}
interface Day {
  readonly day: string;
  readonly downloads: number;
  readonly users: number;
  readonly failures: number;
}

const dayLength = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayLength).toISOString();

interface Row {
  readonly user: string;
  readonly post: string;
  readonly outcome: string;
  readonly at: string;
  /** How many of the kind. */
  readonly times?: number;
}

let rows = 0;

/** So many requests ended like this. */
async function ended({ user, post, outcome, at, times = 1 }: Row): Promise<void> {
  rows += 1;
  await askPostgres(
    `insert into downloads (id, user_id, post, platform, quality, source, outcome, cached, asked_at, ended_at)
     select $1 || '-' || n, $2, $3, split_part($3, ':', 1), 'best', 'message', $4, false, $5, $5
     from generate_series(1, $6::int) n`,
    `statistics-${rows}`,
    user,
    post,
    outcome,
    at,
    times,
  );
}

const first = "tiktok:7300000000000000001";
const second = "instagram:C_a-B1c2D3:e";
const long = 200;

/** In a day, a week and a year. */
const active = () =>
  Promise.all(
    [1, 7, 365].map(
      async (days) =>
        (await ask<{ active_users: number }>(`/api/downloads/active-users?days=${days}`)).active_users,
    ),
  );
const failuresIn = async (days: number) =>
  (
    await ask<{ items: { reason: string; failures: number }[] }>(`/api/downloads/failures?days=${days}`)
  ).items.map(({ reason, failures }) => ({ reason, count: failures }));
const countOf = (list: readonly { reason: string; count: number }[], reason: string) =>
  list.find((one) => one.reason === reason)?.count ?? 0;

describe("the owner learns", () => {
  let before: Summary;
  let platformsBefore: Readonly<Record<string, number>>;
  let activeBefore: readonly number[];
  let failuresBefore: readonly { readonly reason: string; readonly count: number }[];
  beforeAll(async () => {
    before = await ask("/api/downloads/summary");
    platformsBefore = await ask("/api/downloads/platforms");
    activeBefore = await active();
    failuresBefore = await failuresIn(365);

    const now = daysAgo(0);
    for (const id of ["statistics-1", "statistics-2"])
      await askPostgres(
        "insert into telegram_users (id, name, language, first_seen_at, seen_at) values ($1, 'A', 'ru', $2, $2)",
        id,
        now,
      );
    for (const quality of ["best", "audio"])
      await askPostgres(
        "insert into uploads (post, quality, platform, title, author, upload, uploaded_at) values ($1, $2, 'tiktok', '', '', '{}', $3)",
        first,
        quality,
        now,
      );
    await askPostgres(
      "insert into clicks (id, user_id, kind, at) values ('statistics', 'u', 'button', $1)",
      now,
    );
    await askPostgres("insert into referrals (user_id, referrer_id, at) values ('statistics', 'u', $1)", now);

    await ended({ user: "today", post: first, outcome: "delivered", at: now, times: 500 });
    await ended({ user: "lately", post: second, outcome: "delivered", at: daysAgo(3), times: 400 });
    await ended({ user: "long-ago", post: second, outcome: "delivered", at: daysAgo(long) });
    await ended({ user: "long-ago", post: first, outcome: "delivered", at: daysAgo(long) });
    await ended({ user: "unlucky", post: first, outcome: "drm", at: daysAgo(long), times: 3 });
    await ended({ user: "unlucky", post: first, outcome: "paid", at: now, times: 2 });
    await ended({ user: "gave-up", post: first, outcome: "cancelled", at: now });
  });

  it("everything at one glance, the first download of a video too", async () => {
    const after = await ask<Summary>("/api/downloads/summary");
    const added = Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - before[name as keyof Summary]]),
    );
    const { downloads_this_month: month, ...others } = added;
    expect(others).toEqual({
      users_count: 2,
      videos_count: 1,
      total_downloads: 902,
      downloads_today: 500,
      failures: 5,
      clicks: 1,
      referrals: 1,
    });
    // On the first days of a month three days ago was the month before.
    expect(month).toBe(new Date().getUTCDate() > 3 ? 900 : 500);
  });

  it("what is downloaded most, and when it was last", async () => {
    const { items, limit } = await ask<{ items: Record<string, unknown>[]; limit: number }>(
      "/api/downloads/top-videos?limit=2",
    );
    expect(limit).toBe(2);
    expect(items).toEqual([
      {
        video_id: "7300000000000000001",
        platform: "tiktok",
        total_downloads: 501,
        last_download_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
      {
        video_id: "C_a-B1c2D3:e",
        platform: "instagram",
        total_downloads: 401,
        last_download_at: expect.any(String),
      },
    ]);
    expect(Date.parse(`${items[0]?.["last_download_at"] as string}`)).toBeGreaterThan(Date.now() - 600_000);
    expect(await ask("/api/downloads/top-videos")).toMatchObject({ limit: 10 });
  });

  it("which platforms it comes from, those too of which nothing has come", async () => {
    const after = await ask<Record<string, number>>("/api/downloads/platforms");
    expect(Object.keys(after)).toEqual(["tiktok", "instagram", "youtube"]);
    const added = Object.entries(after).map(([name, count]) => count - (platformsBefore[name] ?? 0));
    expect(added).toEqual([501, 401, 0]);
  });

  it("how many people have downloaded something in so many days", async () => {
    const after = await active();
    expect(after.map((count, nth) => count - (activeBefore[nth] ?? 0))).toEqual([1, 2, 3]);
    expect(await ask("/api/downloads/active-users")).toEqual({ days: 7, active_users: after[1] });
  });

  it("day by day, the empty days too, today last", async () => {
    const { days, items } = await ask<{ days: number; items: Day[] }>("/api/downloads/over-time?days=365");
    expect(days).toBe(365);
    expect(items).toHaveLength(365);
    expect(items.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
    expect(items.map(({ day }) => day)).toEqual([...new Set(items.map(({ day }) => day))].toSorted());
    const day = daysAgo(long).slice(0, 10);
    expect(items.find((one) => one.day === day)).toEqual({ day, downloads: 2, users: 1, failures: 3 });
    expect(items[0]).toEqual({ day: daysAgo(364).slice(0, 10), downloads: 0, users: 0, failures: 0 });
  });

  it("why requests failed, and nothing of those that were cancelled", async () => {
    const [all, lately] = await Promise.all([failuresIn(365), failuresIn(7)]);
    expect(countOf(all, "drm") - countOf(failuresBefore, "drm")).toBe(3);
    expect(countOf(all, "paid") - countOf(failuresBefore, "paid")).toBe(2);
    expect(countOf(lately, "paid")).toBeGreaterThanOrEqual(2);
    expect(countOf(all, "drm") - countOf(lately, "drm")).toBeGreaterThanOrEqual(3);
    expect(all.map(({ reason }) => reason)).not.toContain("cancelled");
    expect(all.map(({ reason }) => reason)).not.toContain("delivered");
  });

  it("the same under the old names", async () => {
    const names = ["summary", "top-videos?limit=2", "platforms", "active-users?days=365"];
    for (const name of names)
      expect(await ask(`/stats/${name}`)).toEqual(await ask(`/api/downloads/${name}`));
  });

  it("lists as CSV", async () => {
    const top = await askProduct("GET", "/api/downloads/top-videos?limit=1&format=csv");
    expect(top.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(top.headers.get("Content-Disposition")).toBe('attachment; filename="top-videos.csv"');
    expect(await top.text()).toMatch(
      /^video_id,platform,total_downloads,last_download_at\r\n7300000000000000001,tiktok,501,[^,\r\n]+Z\r\n$/,
    );
    const days = await askProduct("GET", "/api/downloads/over-time?days=2&format=csv");
    const lines = (await days.text()).split("\r\n");
    expect(lines[0]).toBe("day,downloads,users,failures");
    expect(lines).toHaveLength(4);
    const failures = await askProduct("GET", "/api/downloads/failures?days=365&format=csv");
    expect(await failures.text()).toMatch(/^reason,failures,last_failure_at\r\n(.*\r\n)*drm,/);
  });
});

describe("the API refuses", () => {
  it.each([
    ["top-videos", "limit", ["0", "101", "-1", "1.5", "1e1", "", "ten", "%207", "0x10", "99999999999"]],
    ["active-users", "days", ["0", "366", "-7", "7.5", "", "week"]],
    ["over-time", "days", ["0", "366", "all"]],
    ["failures", "days", ["0", "366", "all"]],
    ["top-videos", "format", ["xml", ""]],
    ["over-time", "format", ["CSV"]],
  ])("%s with a %s that is out of range, or nonsense", async (name, parameter, values) => {
    for (const value of values)
      for (const path of [`/api/downloads/${name}`, `/stats/${name}`]) {
        const answer = await askProduct("GET", `${path}?${parameter}=${value}`);
        expect([value, answer.status]).toEqual([value, 422]);
        expect(await answer.json()).toMatchObject({
          code: "out-of-range",
          detail: expect.stringContaining(parameter),
        });
      }
  });

  it.each([
    ["top-videos?limit=1"],
    ["top-videos?limit=100"],
    ["active-users?days=1"],
    ["active-users?days=365"],
  ])("nothing that is just within: %s", async (path) => {
    expect((await askProduct("GET", `/stats/${path}`)).status).toBe(200);
  });

  it.each([
    "/api/downloads/summary",
    "/api/downloads/top-videos?limit=0",
    "/api/downloads/failures",
    "/stats/summary",
    "/stats/platforms",
    "/stats/active-users",
  ])("%s without the token", async (path) => {
    for (const authorization of [undefined, "Bearer embedded-admin-token", `Bearer ${place.adminToken}x`]) {
      const headers = new Headers(authorization === undefined ? {} : { Authorization: authorization });
      const answer = await fetch(place.product + path, { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: "unauthorized" });
    }
  });

  it("with words while Postgres is away, and answers when it is back", async () => {
    const mend = await goesWrong("postgres", { reset: true });
    try {
      const answer = await askProduct("GET", "/api/downloads/summary");
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        status: 503,
        code: "silence",
        detail: "postgres gave no answer",
      });
    } finally {
      await mend();
    }
    await ask("/api/downloads/summary");
  });

  it("with words when Postgres says no", async () => {
    const mend = await goesWrong("postgres", { status: 500, body: { message: "no", code: "57P03" } });
    try {
      const answer = await askProduct("GET", "/stats/platforms");
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("postgres") });
    } finally {
      await mend();
    }
  });
});

describe("the API is written down", () => {
  interface Document {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly object[] } }>>;
  }

  it("as OpenAPI, by what it really takes", async () => {
    const answer = await fetch(`${place.product}/api/openapi.json`);
    expect(answer.status).toBe(200);
    const { openapi, paths } = (await answer.json()) as Document;
    expect(openapi).toMatch(/^3\.1\./);
    const { get } = paths["/api/downloads/top-videos"] ?? {};
    expect(get?.parameters).toEqual([
      { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 10 } },
      { name: "format", in: "query", schema: { type: "string", enum: ["json", "csv"], default: "json" } },
    ]);
    expect(get).toMatchObject({
      security: [{ adminToken: [] }, { session: [] }],
      "x-needs": ["downloads", "see"],
      responses: {
        200: {
          content: {
            "application/json": { schema: { type: "object", properties: { limit: { type: "integer" } } } },
            "text/csv": {},
          },
        },
        401: {},
        403: {},
        422: {
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        503: {},
      },
    });
    const health = await fetch(`${place.product}/health`);
    expect(await health.json()).toMatchObject({
      status: health.status === 200 ? "ok" : "failing",
      failing: expect.any(Array),
    });
    for (const old of ["summary", "top-videos", "platforms", "active-users"])
      expect(paths[`/stats/${old}`]).toMatchObject({ get: { deprecated: true } });
  });

  it("for people, on a page that loads nothing from anywhere", async () => {
    const answer = await fetch(`${place.product}/api/docs`);
    const page = await answer.text();
    const nonce = /<style nonce="([\w-]+)">/.exec(page)?.[1];
    expect(nonce).toBeTruthy();
    expect(answer.headers.get("Content-Security-Policy")).toBe(
      `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|style="|(src|href)="\w+:/);
    for (const words of [
      "GET /health",
      "GET /api/downloads/over-time",
      "whole number from 1 to 365; 7 unless said otherwise",
      "&quot;users_count&quot;: whole number",
    ])
      expect(page).toContain(words);
  });

  it.each([
    ["/docs", "/api/docs"],
    ["/redoc", "/api/docs"],
    ["/openapi.json", "/api/openapi.json"],
  ])("under its old name too: %s", async (old, now) => {
    const answer = await fetch(place.product + old, { redirect: "manual" });
    expect(answer.status).toBe(301);
    expect(answer.headers.get("Location")).toBe(now);
  });
});
