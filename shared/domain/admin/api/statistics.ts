import * as z from "zod";
import { count, moment, operation, whole } from "./operation.ts";

const tag = "Downloads";
const needs = ["downloads", "see"] as const;
const method = "get" as const;

const days = whole(1, 365, 7).describe(
  "How many days back from now; whole days (UTC) where it counts by day",
);
const format = z.enum(["json", "csv"]).default("json");

/** Said since the first version: programs tell by it that they have asked for too much. */
const refusals = { 422: "A parameter is out of its range, or nonsense" } as const;

const video = z.object({
  video_id: z.string(),
  platform: z.string(),
  total_downloads: count,
  last_download_at: moment,
});
const day = z.object({ day: z.iso.date(), downloads: count, users: count, failures: count });
const failure = z.object({ reason: z.string(), failures: count, last_failure_at: moment });

/** What the downloader bot has done. Its words are those of the first version. */
export const statisticsApi = {
  summary: operation({
    tag,
    method,
    path: "/api/downloads/summary",
    needs,
    summary: "Everything at one glance",
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
    refusals,
  }),
  topVideos: operation({
    tag,
    method,
    path: "/api/downloads/top-videos",
    needs,
    summary: "What is downloaded most",
    query: z.object({ limit: whole(1, 100, 10), format }),
    answer: z.object({ items: z.array(video), limit: z.int() }),
    isTable: true,
    refusals,
  }),
  platforms: operation({
    tag,
    method,
    path: "/api/downloads/platforms",
    needs,
    summary: "Downloads by platform",
    answer: z.object({ tiktok: count, instagram: count, youtube: count }),
    refusals,
  }),
  activeUsers: operation({
    tag,
    method,
    path: "/api/downloads/active-users",
    needs,
    summary: "How many people have downloaded something lately",
    query: z.object({ days }),
    answer: z.object({ days: z.int(), active_users: count }),
    refusals,
  }),
  overTime: operation({
    tag,
    method,
    path: "/api/downloads/over-time",
    needs,
    summary: "Downloads, people and failures day by day, today last",
    query: z.object({ days, format }),
    answer: z.object({ days: z.int(), items: z.array(day) }),
    isTable: true,
    refusals,
  }),
  failures: operation({
    tag,
    method,
    path: "/api/downloads/failures",
    needs,
    summary: "Why requests failed lately, the most frequent reason first",
    query: z.object({ days, format }),
    answer: z.object({ days: z.int(), items: z.array(failure) }),
    isTable: true,
    refusals,
  }),
} as const;
