import { isOfBackEnd } from "#domain/downloader/back-end/origin";
import { isMediaHost } from "#domain/downloader/hosts";
import type { Platform } from "#domain/downloader/platform";
import type { Config } from "#kernel/config";
import type { Guard } from "../guarded-fetch.ts";
import type { Provider } from "../provider.ts";
import type { BackEnd } from "./access.ts";
import { cobalt } from "./cobalt.ts";
import { ytdlp } from "./ytdlp.ts";

const kinds = { cobalt, ytdlp } as const satisfies Readonly<Record<string, (backEnd: BackEnd) => Provider>>;

/** A provider for every platform. */
export const backEnd = (kind: keyof typeof kinds, { url, key }: BackEnd): Provider =>
  kinds[kind]({ url, key });

/** The back end of the configuration; undefined: there is none. */
export function configuredBackEnd(config: Config): Provider | undefined {
  const { DOWNLOAD_BACKEND_KIND: kind, DOWNLOAD_BACKEND_URL: url, DOWNLOAD_BACKEND_KEY: key } = config;
  return kind && url ? backEnd(kind, { url, key }) : undefined;
}

/** Where files of a platform may be fetched: where it keeps them itself, and from the back end if there is one. */
export const mediaGuard =
  (platform: Platform, { DOWNLOAD_BACKEND_URL: backEndUrl }: Config): Guard =>
  (url) =>
    isMediaHost(platform, url) || (backEndUrl !== undefined && isOfBackEnd(url, backEndUrl));
