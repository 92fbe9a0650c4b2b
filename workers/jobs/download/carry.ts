import { type Clock, instant, minutes, seconds } from "#kernel/clock";
import type { DownloaderConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import { configuredBackEnd, mediaGuard } from "#adapters/platforms/back-end/back-end";
import { find } from "#adapters/platforms/find";
import { means } from "#adapters/telegram/bot-api";
import { mostBytes } from "#adapters/telegram/limits";
import { choose, TooLarge } from "#domain/downloader/choose";
import type { Progress } from "#domain/downloader/flight";
import { offersAt, offersOf } from "#domain/downloader/offers";
import type { Media, Rendition } from "#domain/downloader/media";
import type { Platform } from "#domain/downloader/platform";
import { pageOf } from "#domain/downloader/post";
import type { Quality } from "#domain/downloader/quality";
import { Refusal } from "#domain/downloader/refusal";
import type { PlatformSettings } from "#domain/downloader/settings";
import type { Upload } from "#domain/downloader/upload";
import type { Wanted } from "#domain/downloader/wanted";
import type { Parcel } from "./parcel.ts";
import { type Sent, sendToCache } from "./send-to-cache.ts";

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
/** Of an album: TikTok's slideshows have so many photos at most, Instagram's carousels 20. */
const mostFiles = 35;
const clock: Clock = () => instant(Date.now());

/**
 * Finds a post on its platform and carries its files into the cache channel. Throws Refusal (TooLarge with what would
 * fit), or what Telegram's client throws.
 */
export const carry = (errand: Errand): Promise<Upload> => carryAt(errand, errand.wanted.quality);

async function carryAt(errand: Errand, quality: Quality): Promise<Upload> {
  const { wanted, config, settings } = errand;
  const most = mostBytes(config.TELEGRAM_API_ROOT);
  const wiring = { backEnd: configuredBackEnd(config) };
  const found = await find({ post: wanted.post, quality, mostBytes: most, settings }, wiring);
  if (found.is === "refused") throw new Refusal(found.reason, found.detail);
  try {
    return await carryMedia(errand, found.media, quality, most);
  } catch (error) {
    // A back end makes each height for whoever asks, and does not say beforehand how large it will be.
    const smaller = found.media.offers && isTooLarge(error) ? lowerThan[quality] : undefined;
    if (!smaller) throw error;
    return carryAt(errand, smaller);
  }
}

const lowerThan: Readonly<Partial<Record<Quality, Quality>>> = { best: "720", "1080": "720", "720": "480" };

async function carryMedia(errand: Errand, media: Media, quality: Quality, most: number): Promise<Upload> {
  const { maxDurationSeconds } = errand.settings;
  const { files, spares } = choose(media, quality, { mostBytes: most, maxDurationSeconds });
  const sent: Carried[] = [];
  for (const file of files.slice(0, mostFiles))
    sent.push(await carryFirstThatFits(errand, media, [file, ...spares], most));
  const given = media.content.is === "single" ? sent[0]?.quality : undefined;
  return {
    ...(given && { given }),
    files: sent.map((each) => each.file),
    title: media.title,
    author: media.author,
    offers: offersOf(media, most),
    messageId: sent[0]?.messageId ?? 0,
  };
}

/** A file may turn out to be larger than anybody said; then the next one in line is tried. */
async function carryFirstThatFits(
  errand: Errand,
  media: Media,
  [file, ...spares]: readonly Rendition[],
  most: number,
): Promise<Carried> {
  if (!file) throw new TooLarge("every file turned out to be too large", []);
  try {
    return await patiently(errand, () => carryOne(errand, media, file, most));
  } catch (error) {
    if (!isTooLarge(error) || spares.length === 0) throw error;
    return carryFirstThatFits(errand, media, spares, most);
  }
}

/** By what its source says of it, or by what Telegram says. */
const isTooLarge = (error: unknown) =>
  (error instanceof Refusal && error.code === "too-large") || means(error, "file is too large");

/** What was sent, and under which quality it would be offered. */
type Carried = Sent & { readonly quality: Quality | undefined };

async function carryOne(errand: Errand, media: Media, rendition: Rendition, most: number): Promise<Carried> {
  const { wanted, config, onProgress } = errand;
  onProgress(carrying(rendition));
  const parcel: Parcel = {
    media,
    rendition,
    caption: pageOf(wanted.post),
    mostBytes: most,
    guard: mediaGuard(wanted.post.platform, config),
    signal: AbortSignal.any([errand.signal, AbortSignal.timeout(longestTransfer)]),
    onFlown: (sent) => onProgress({ ...carrying(rendition), sent }),
  };
  const quality = rendition.kind === "audio" ? "audio" : offersAt([rendition])[0]?.quality;
  return { ...(await sendToCache(config, parcel)), quality };
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
