import { DurableObject } from "cloudflare:workers";
import { after, type Clock, instant, type Instant, seconds } from "#kernel/clock";
import { type DownloaderConfig, downloaderConfig, readConfig } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { text, type Text } from "#kernel/text";
import { logOf } from "#adapters/log";
import { asked, botApi } from "#adapters/telegram/bot-api";
import {
  type Breaker,
  type BreakerSettings,
  closed,
  ended,
  mayPass,
  trying,
} from "#domain/downloader/breaker";
import { type Platform, platformNames } from "#domain/downloader/platform";
import type { Reason } from "#domain/downloader/reason";
import { type PlatformSettings, platformSettings } from "#domain/downloader/settings";
import { speaking } from "#domain/downloader/texts/texts";
import * as z from "zod";

/** What a download needs to know before it begins. */
export type Ticket =
  | { readonly open: true; readonly settings: PlatformSettings[Platform] }
  | { readonly open: false };

export interface PlatformStatus {
  readonly platform: Platform;
  readonly enabled: boolean;
  readonly breaker: Breaker;
  /** Of the last downloads, the newest last: how each ended. */
  readonly recent: readonly ("landed" | Reason)[];
}

/** Errors lose their class on the way between Durable Objects; an answer does not. */
export type Changed =
  | { readonly ok: true; readonly settings: PlatformSettings[Platform] }
  | { readonly ok: false; readonly why: string };

const mostRecent = 50;

/** How one platform is doing: its settings, its breaker, and whether its owner knows that it is broken. */
export class PlatformDO extends DurableObject<Env> {
  readonly #config: DownloaderConfig = downloaderConfig(readConfig(this.env));
  // The cast: rooms of this class are named after platforms.
  readonly #platform = (this.ctx.id.name ?? "") as Platform;
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = logOf(this.#config, { platform: this.#platform });
  #recent: readonly ("landed" | Reason)[] = [];

  /** Asked before each download. */
  ticket(): Ticket {
    const settings = this.settings();
    const breaker = this.#breaker();
    const now = this.#clock();
    if (!settings.enabled || !mayPass(breaker, now)) return { open: false };
    this.#become(trying(breaker, settings.breaker, now));
    return { open: true, settings };
  }

  /** Told after each download; `undefined`: the video came. */
  report(reason: Reason | undefined): void {
    const before = this.#breaker();
    const { breaker: limits } = this.settings();
    const next = ended(before, reason, limits, this.#clock());
    const ending: "landed" | Reason = reason ?? "landed";
    this.#recent = [...this.#recent, ending].slice(-mostRecent);
    this.#become(next);
    if (before.is !== next.is) this.#tellAdmins(next, limits);
  }

  status(): PlatformStatus {
    const { enabled } = this.settings();
    return { platform: this.#platform, enabled, breaker: this.#breaker(), recent: this.#recent };
  }

  settings(): PlatformSettings[Platform] {
    return platformSettings[this.#platform].parse(this.ctx.storage.kv.get("settings") ?? {});
  }

  /** Replaces the settings; what is left out has its default. */
  change(settings: unknown): Changed {
    const parsed = platformSettings[this.#platform].safeParse(settings);
    if (!parsed.success) return { ok: false, why: z.prettifyError(parsed.error) };
    this.ctx.storage.kv.put("settings", settings);
    this.#become(closed);
    return { ok: true, settings: parsed.data };
  }

  /** News that an administrator has still to hear. */
  override async alarm(): Promise<void> {
    const news = this.ctx.storage.kv.get<Text>("news");
    if (!news) return;
    try {
      const api = botApi({
        token: this.#config.TELEGRAM_DOWNLOADER_TOKEN,
        apiRoot: this.#config.TELEGRAM_API_ROOT,
      });
      for (const admin of this.#config.TELEGRAM_ADMIN_IDS ?? [])
        await asked(api.sendMessage(admin, speaking("ru")(news)));
      this.ctx.storage.kv.delete("news");
    } catch (error) {
      this.#log.warn("platform.admins-not-told", described(error));
      await this.ctx.storage.setAlarm(after(this.#clock(), seconds(60)));
    }
  }

  #breaker = (): Breaker => this.ctx.storage.kv.get<Breaker>("breaker") ?? closed;

  #become(breaker: Breaker): void {
    if (JSON.stringify(breaker) !== JSON.stringify(this.#breaker()))
      this.ctx.storage.kv.put("breaker", breaker);
  }

  /** Once when it breaks, once when it works again. */
  #tellAdmins(breaker: Breaker, { restSeconds }: BreakerSettings): void {
    this.#log.warn("platform.breaker", { ...breaker });
    const platform = platformNames[this.#platform];
    const news =
      breaker.is === "open"
        ? text("downloader-platform-broken", { platform, reason: breaker.because, seconds: restSeconds })
        : text("downloader-platform-mended", { platform });
    this.ctx.storage.kv.put("news", news);
    const now: Instant = this.#clock();
    void this.ctx.storage.setAlarm(now);
  }
}
