import { type Budget, least, most } from "../budget.ts";
import type { Downloads } from "./downloads.ts";
import type { Passage } from "./stream.ts";

const megabyte = 1_000_000;

/** What was promised of the downloader bot, and what came of it. */
export function downloadBudgets({ cached, flights, streams, operations }: Downloads): readonly Budget[] {
  const { fresh, awake, asleep } = cached;
  const webhooks = [fresh, awake, asleep].map(({ webhook }) => webhook.p99);
  const each = (count: (flight: typeof flights.limited) => number) =>
    [flights.limited, flights.unlimited].map(count);
  const { alone, together, bytes } = streams;
  const size = `${bytes / megabyte} MB`;
  const passages = [...alone, together];
  const { cached: again, fresh: anew } = operations;
  return [
    most("cached: update → sendVideo, nobody known: p99, ms", fresh.video.p99, 1_000),
    most("cached: update → sendVideo, room awake: p99, ms", awake.video.p99, 1_000),
    most("cached: update → sendVideo, room asleep: p99, ms", asleep.video.p99, 1_000),
    most("cached: the webhook's answer: p99, ms", Math.max(...webhooks), 1_000),
    most("a hundred at once: the slowest webhook, ms", Math.max(...each((one) => one.slowestWebhook)), 2_000),
    most("a hundred at once: downloads", Math.max(...each(({ downloads }) => downloads)), 1),
    most("a hundred at once: uploads", Math.max(...each(({ uploads }) => uploads)), 1),
    least(
      "a hundred at once: answered",
      Math.min(...each(({ answered }) => answered)),
      flights.limited.waiters,
    ),
    most(`${size}: memory of workerd, MB more`, Math.max(...alone.map(grown)), 10),
    least(
      `${size}: uploads of exactly the length they announced`,
      passages.reduce((total, { exact }) => total + exact, 0),
      passages.reduce((total, { videos }) => total + videos, 0),
    ),
    most("a cached video: requests of the Worker", perVideo(again, countOf(again.worker)), 1),
    most("a cached video: QStash messages", perVideo(again, again.qstashMessages), 0),
    most("a cached video: SQL requests", perVideo(again, again.sqlRequests), 1),
    most("a new video: QStash messages", perVideo(anew, anew.qstashMessages), 1),
  ];
}

/** By how much memory was more than before, in megabytes. */
export const grown = ({ memory: { before, peak } }: Passage): number => (peak - before) / megabyte;

export const countOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const perVideo = ({ videos }: { readonly videos: number }, count: number) => count / videos;
