import { type Text, text } from "#kernel/text";
import type { Outcome, Progress } from "./flight.ts";
import { megabytes } from "./megabytes.ts";
import { type Platform, platformNames } from "./platform.ts";

/** What somebody who waits is told. `place`: in their own line, 1 being the one that is under way. */
export function progressText(progress: Progress, platform: Platform, place: number): Text {
  if (place > 1) return text("downloader-queued", { place });
  switch (progress.is) {
    case "queued":
      return text("downloader-waiting");
    case "held-up":
      return text("downloader-held-up");
    case "looking":
      return text("downloader-looking", { platform: platformNames[platform] });
    case "carrying":
      return carryingText(progress);
  }
}

function carryingText({ bytes, sent }: Progress & { readonly is: "carrying" }): Text {
  if (bytes === undefined) return text("downloader-carrying");
  const size = megabytes(bytes);
  if (sent === undefined) return text("downloader-carrying-size", { size });
  return text("downloader-carrying-share", { size, percent: Math.floor((sent / bytes) * 100) });
}

/** What is true of every refusal of a bot, and is put into its words. */
export interface Limits {
  readonly mostBytes: number;
  readonly freeDownloads: number;
  readonly mostWaiting: number;
}

/** Why there is no video. */
export function refusalText(
  { reason }: Outcome & { readonly is: "refused" },
  platform: Platform,
  limits: Limits,
): Text {
  switch (reason) {
    case "over-limit":
      return text("downloader-over-limit", { limit: limits.freeDownloads });
    case "too-many":
      return text("downloader-too-many", { most: limits.mostWaiting });
    default:
      return text(`downloader-refused-${reason}`, {
        platform: platformNames[platform],
        limit: Math.floor(limits.mostBytes / 1_000_000),
      });
  }
}
