import { type Instant, instant, iso } from "#kernel/clock";
import {
  downloaders,
  downloadsByDay,
  downloadsByPlatform,
  failuresByReason,
  mostDownloaded,
  summarised,
} from "#adapters/database/download-statistics";
import { statisticsApi } from "#domain/admin/api/statistics";
import { deskAlone, type Served, served } from "./serve.ts";

const dayLength = 86_400_000;
const startOfDay = (now: Instant) => instant(Math.floor(now / dayLength) * dayLength);
const startOfMonth = (now: Instant) => instant(new Date(now).setUTCDate(1) - (now % dayLength));
const daysBefore = (now: Instant, many: number) => instant(now - many * dayLength);
const dayOf = (at: Instant) => iso(at).slice(0, 10);
/** Postgres writes a moment in its own way. */
const shown = (postgres: string | null) => new Date(postgres ?? 0).toISOString();

/** What the downloader bot has done. */
const statistics = served(statisticsApi, deskAlone, {
  async summary(_, { config, now }) {
    const told = await summarised(config.DATABASE_URL, startOfDay(now), startOfMonth(now));
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
  async topVideos({ query: { limit } }, { config }) {
    const top = await mostDownloaded(config.DATABASE_URL, limit);
    const items = top.map(({ post, platform, downloads, last }) => ({
      video_id: post.slice(post.indexOf(":") + 1),
      platform,
      total_downloads: downloads,
      last_download_at: shown(last),
    }));
    return { items, limit };
  },
  async platforms(_, { config }) {
    const known = await downloadsByPlatform(config.DATABASE_URL);
    const of = (name: string) => known.find(({ platform }) => platform === name)?.downloads ?? 0;
    return { tiktok: of("tiktok"), instagram: of("instagram"), youtube: of("youtube") };
  },
  activeUsers: async ({ query: { days } }, { config, now }) => ({
    days,
    active_users: await downloaders(config.DATABASE_URL, daysBefore(now, days)),
  }),
  async overTime({ query: { days } }, { config, now }) {
    const first = daysBefore(startOfDay(now), days - 1);
    const known = new Map((await downloadsByDay(config.DATABASE_URL, first)).map((row) => [row.day, row]));
    const items = Array.from({ length: days }, (_, nth) => {
      const date = dayOf(daysBefore(first, -nth));
      return known.get(date) ?? { day: date, downloads: 0, users: 0, failures: 0 };
    });
    return { days, items };
  },
  async failures({ query: { days } }, { config, now }) {
    const known = await failuresByReason(config.DATABASE_URL, daysBefore(now, days));
    const items = known.map(({ reason, failures, last }) => ({
      reason,
      failures,
      last_failure_at: shown(last),
    }));
    return { days, items };
  },
});

const underOldName = ({ operation, ask }: Served): Served => {
  const path = operation.path.replace("/api/downloads", "/stats") as typeof operation.path;
  return { operation: { ...operation, path, isDeprecated: true }, ask };
};

/** The statistics under their new names and under their old ones. */
export const statisticsOperations: readonly Served[] = [...statistics, ...statistics.map(underOldName)];
