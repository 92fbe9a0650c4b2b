import { DurableObject } from "cloudflare:workers";
import { after, type Clock, hours, instant, type Instant } from "#kernel/clock";
import { readConfig } from "#kernel/config";
import { described } from "#kernel/log";
import { logOf } from "#adapters/log";
import { followShortLink } from "#adapters/platforms/short-link";
import type { Platform } from "#domain/downloader/platform";
import type { Post, ShortLink } from "#domain/downloader/post";
import { type Reason, kindOf } from "#domain/downloader/reason";
import { Refusal } from "#domain/downloader/refusal";
import type { PlatformSettings } from "#domain/downloader/settings";

/** Errors lose their class on the way between Durable Objects; an answer does not. */
export type Lookup =
  | { readonly is: "post"; readonly post: Post }
  | { readonly is: "refused"; readonly reason: Reason };

interface Known {
  readonly lookup: Lookup;
  readonly until: Instant;
}

/** Remembered for so long after somebody last asked. */
const sliding = hours(7 * 24);
const aDay = hours(24);

/** Where one short link leads. Its platform is asked once, however many people paste it. */
export class ShortLinkDO extends DurableObject<Env> {
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log = logOf(readConfig(this.env), { link: this.ctx.id.name });
  #following: Promise<Lookup> | undefined;

  async target(short: ShortLink): Promise<Lookup> {
    const known = this.ctx.storage.kv.get<Known>("known");
    if (!known || known.until <= this.#clock()) return this.#followOnce(short);
    // Not at every reading: that would be a row each.
    if (known.lookup.is === "post" && known.until < after(this.#clock(), hours(6 * 24)))
      this.#keep(known.lookup);
    return known.lookup;
  }

  /** Nobody has asked for long. */
  override async alarm(): Promise<void> {
    const until = this.ctx.storage.kv.get<Known>("known")?.until;
    if (until !== undefined && until > this.#clock()) await this.ctx.storage.setAlarm(after(until, aDay));
    else await this.ctx.storage.deleteAll();
  }

  #followOnce(short: ShortLink): Promise<Lookup> {
    this.#following ??= this.#follow(short).finally(() => (this.#following = undefined));
    return this.#following;
  }

  async #follow(short: ShortLink): Promise<Lookup> {
    try {
      const settings = await this.env.PLATFORM.getByName(short.platform).settings();
      const lookup = { is: "post", post: await followShortLink(short, userAgentOf(settings)) } as const;
      this.#keep(lookup);
      return lookup;
    } catch (error) {
      this.#log.info("short-link.not-followed", described(error));
      const reason = error instanceof Refusal ? error.code : "internal";
      const lookup = { is: "refused", reason } as const;
      if (!kindOf(reason).retry) this.#keep(lookup);
      return lookup;
    }
  }

  #keep(lookup: Lookup): void {
    const wait = lookup.is === "post" ? sliding : kindOf(lookup.reason).standsFor;
    const until = after(this.#clock(), wait);
    this.ctx.storage.kv.put("known", { lookup, until } satisfies Known);
    void this.ctx.storage.setAlarm(after(until, aDay));
  }
}

/** Only platforms that have short links have something to say there. */
const userAgentOf = (settings: PlatformSettings[Platform]) => ({
  shortLinkUserAgent: "shortLinkUserAgent" in settings ? settings.shortLinkUserAgent : "",
});
