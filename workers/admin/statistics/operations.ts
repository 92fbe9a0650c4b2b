import * as z from "zod";
import { type Instant, instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import {
  downloaders,
  downloadsByDay,
  downloadsByPlatform,
  failuresByReason,
  mostDownloaded,
  summarised,
} from "#adapters/database/download-statistics";

/** A question that can be asked over HTTP: what it takes, what it answers, and who knows. Its document is made of the same. */
export interface Operation {
  readonly path: `/${string}`;
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly answer: z.ZodObject;
  /** What each of `items` looks like in an answer that is a list: it can be had as CSV too. */
  readonly row?: z.ZodObject;
  readonly ask: (query: object, databaseUrl: Secret, now: Instant) => Promise<object>;
}

/** Binds the types of a question together; the list does not know them. */
const operation = <Query extends z.ZodObject, Answer extends z.ZodObject>(described: {
  readonly path: `/${string}`;
  readonly summary: string;
  readonly query: Query;
  readonly answer: Answer;
  readonly row?: z.ZodObject;
  readonly ask: (query: z.output<Query>, databaseUrl: Secret, now: Instant) => Promise<z.output<Answer>>;
}): Operation => described as unknown as Operation; // The cast: `query` is parsed by the schema beside it.

const count = z.int().min(0);
const moment = z.iso.datetime();
const days = z
  .int()
  .min(1)
  .max(365)
  .default(7)
  .describe("How many days back from now; whole days (UTC) where it counts by day");
const format = z.enum(["json", "csv"]).default("json");

const dayLength = 86_400_000;
const startOfDay = (now: Instant) => instant(Math.floor(now / dayLength) * dayLength);
const startOfMonth = (now: Instant) => instant(new Date(now).setUTCDate(1) - (now % dayLength));
const daysBefore = (now: Instant, many: number) => instant(now - many * dayLength);
const dayOf = (at: Instant) => new Date(at).toISOString().slice(0, 10);
/** Postgres writes a moment in its own way. */
const shown = (postgres: string | null) => new Date(postgres ?? 0).toISOString();

const nothing = z.object({});
const video = z.object({
  video_id: z.string(),
  platform: z.string(),
  total_downloads: count,
  last_download_at: moment,
});
const day = z.object({ day: z.iso.date(), downloads: count, users: count, failures: count });
const failure = z.object({ reason: z.string(), failures: count, last_failure_at: moment });

export const operations: readonly Operation[] = [
  operation({
    path: "/summary",
    summary: "Everything at one glance",
    query: nothing,
    answer: z.object({
      users_count: count.describe("Everybody who has ever asked for something"),
      videos_count: count.describe("Posts that lie at Telegram"),
      total_downloads: count.describe("Delivered, out of the cache too"),
      downloads_today: count,
      downloads_this_month: count,
      failures: count.describe("Requests that ended with a reason why not"),
      clicks: count.describe("Buttons pressed and links followed to a video"),
      referrals: count.describe("New people who came by somebody's link"),
    }),
    async ask(_, databaseUrl, now) {
      const told = await summarised(databaseUrl, startOfDay(now), startOfMonth(now));
      return {
        users_count: told?.users ?? 0,
        videos_count: told?.videos ?? 0,
        total_downloads: told?.downloads ?? 0,
        downloads_today: told?.downloadsOfDay ?? 0,
        downloads_this_month: told?.downloadsOfMonth ?? 0,
        failures: told?.failures ?? 0,
        clicks: told?.clicks ?? 0,
        referrals: told?.referrals ?? 0,
      };
    },
  }),
  operation({
    path: "/top-videos",
    summary: "What is downloaded most",
    query: z.object({ limit: z.int().min(1).max(100).default(10), format }),
    answer: z.object({ items: z.array(video), limit: z.int() }),
    row: video,
    async ask({ limit }, databaseUrl) {
      const top = await mostDownloaded(databaseUrl, limit);
      const items = top.map(({ post, platform, downloads, last }) => ({
        video_id: post.slice(post.indexOf(":") + 1),
        platform,
        total_downloads: downloads,
        last_download_at: shown(last),
      }));
      return { items, limit };
    },
  }),
  operation({
    path: "/platforms",
    summary: "Downloads by platform",
    query: nothing,
    answer: z.object({ tiktok: count, instagram: count, youtube: count }),
    async ask(_, databaseUrl) {
      const known = await downloadsByPlatform(databaseUrl);
      const of = (name: string) => known.find(({ platform }) => platform === name)?.downloads ?? 0;
      return { tiktok: of("tiktok"), instagram: of("instagram"), youtube: of("youtube") };
    },
  }),
  operation({
    path: "/active-users",
    summary: "How many people have downloaded something lately",
    query: z.object({ days }),
    answer: z.object({ days: z.int(), active_users: count }),
    ask: async (query, databaseUrl, now) => ({
      days: query.days,
      active_users: await downloaders(databaseUrl, daysBefore(now, query.days)),
    }),
  }),
  operation({
    path: "/over-time",
    summary: "Downloads, people and failures day by day, today last",
    query: z.object({ days, format }),
    answer: z.object({ days: z.int(), items: z.array(day) }),
    row: day,
    async ask(query, databaseUrl, now) {
      const first = daysBefore(startOfDay(now), query.days - 1);
      const known = new Map((await downloadsByDay(databaseUrl, first)).map((row) => [row.day, row]));
      const items = Array.from({ length: query.days }, (_, nth) => {
        const date = dayOf(daysBefore(first, -nth));
        return known.get(date) ?? { day: date, downloads: 0, users: 0, failures: 0 };
      });
      return { days: query.days, items };
    },
  }),
  operation({
    path: "/failures",
    summary: "Why requests failed lately, the most frequent reason first",
    query: z.object({ days, format }),
    answer: z.object({ days: z.int(), items: z.array(failure) }),
    row: failure,
    async ask(query, databaseUrl, now) {
      const known = await failuresByReason(databaseUrl, daysBefore(now, query.days));
      const items = known.map(({ reason, failures, last }) => ({
        reason,
        failures,
        last_failure_at: shown(last),
      }));
      return { days: query.days, items };
    },
  }),
];
