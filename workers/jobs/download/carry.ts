import { type Clock, instant, minutes, seconds } from "#kernel/clock";
import type { DownloaderConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import { findMedia } from "#adapters/platforms/find";
import { type Guard } from "#adapters/platforms/guarded-fetch";
import { mostBytes } from "#adapters/telegram/limits";
import { choose, offersOf } from "#domain/downloader/choose";
import type { Progress } from "#domain/downloader/flight";
import { isMediaHost } from "#domain/downloader/hosts";
import type { Media, Rendition } from "#domain/downloader/media";
import type { Platform } from "#domain/downloader/platform";
import { pageOf } from "#domain/downloader/post";
import { Refusal } from "#domain/downloader/refusal";
import type { PlatformSettings } from "#domain/downloader/settings";
import type { TelegramFile, Upload } from "#domain/downloader/upload";
import type { Wanted } from "#domain/downloader/wanted";
import { type Parcel, sendToCache } from "./send-to-cache.ts";

export interface Errand {
  readonly wanted: Wanted;
  readonly config: DownloaderConfig;
  readonly settings: PlatformSettings[Platform];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** The whole transfer of one file. */
const longestTransfer = minutes(10);
/** A wait that Telegram asks for is sat out here when it is no longer than this. */
const longestPause = seconds(60);
const clock: Clock = () => instant(Date.now());

/**
 * Finds a post on its platform and carries its files into the cache channel. Throws Refusal, or what Telegram's
 * client throws.
 */
export async function carry(errand: Errand): Promise<Upload> {
  const { wanted, config, settings } = errand;
  const most = mostBytes(config.TELEGRAM_API_ROOT);
  const found = await findMedia({ ...wanted, mostBytes: most, settings }, backEndOf(config));
  if (found.is === "refused") throw new Refusal(found.reason, found.detail);
  const { media } = found;
  const renditions = choose(media, wanted.quality, most);
  const files: TelegramFile[] = [];
  let messageId = 0;
  for (const rendition of renditions) {
    const sent = await patiently(errand, () => carryOne(errand, media, rendition, most));
    files.push(sent.file);
    messageId ||= sent.messageId;
  }
  return { files, title: media.title, author: media.author, offers: offersOf(media), messageId };
}

function carryOne(errand: Errand, media: Media, rendition: Rendition, most: number) {
  const { wanted, config, onProgress } = errand;
  onProgress(carrying(rendition));
  const parcel: Parcel = {
    media,
    rendition,
    caption: pageOf(wanted.post),
    mostBytes: most,
    guard: guardOf(wanted.post.platform, config),
    signal: AbortSignal.any([errand.signal, AbortSignal.timeout(longestTransfer)]),
    onFlown: (sent) => onProgress({ ...carrying(rendition), sent }),
  };
  return sendToCache(config, parcel);
}

const carrying = ({ bytes }: Rendition) =>
  ({ is: "carrying", ...(bytes !== undefined && { bytes }) }) as const;

/** A 429 is no failure: it is waited for as long as it says, unless that is too long to stay awake for. */
async function patiently<T>({ signal }: Errand, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const wait = error instanceof UpstreamError && error.retryAt ? error.retryAt - clock() : undefined;
      if (wait === undefined || wait > longestPause || tries >= 5) throw error;
      await scheduler.wait(Math.max(0, wait), { signal });
    }
  }
}

/** Only a platform's own hosts, and exactly the back end's origin, are fetched from. */
function guardOf(platform: Platform, { DOWNLOAD_BACKEND_URL: backEnd }: DownloaderConfig): Guard {
  const origin = backEnd && new URL(backEnd).origin;
  return (url) => isMediaHost(platform, url) || url.origin === origin;
}

function backEndOf(config: DownloaderConfig) {
  const { DOWNLOAD_BACKEND_KIND: kind, DOWNLOAD_BACKEND_URL: url, DOWNLOAD_BACKEND_KEY: key } = config;
  return kind && url ? { kind, url, ...(key && { key }) } : undefined;
}
