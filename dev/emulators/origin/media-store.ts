/** The store: what the control has said of posts, and how often they were asked for. */
import { createHash } from "node:crypto";
import type { Platform } from "./post.ts";
import { type Post, postKey } from "./post.ts";
import type { Failure, FailureName, Side } from "./failures.ts";
import { type Media, usualMedia } from "./media.ts";

/** How often a post was asked for. */
export interface Tally {
  /** Pages, players, and questions to a back end. */
  readonly pages: number;
  /** Files from their first byte on; covers, HEAD and a probe of the first byte do not count. */
  readonly downloads: number;
  /** Of files, as far as they were sent. */
  readonly bytes: number;
}

/** Where a short link leads: to a post, unless it is redirected elsewhere. */
export interface Lead {
  readonly post: Post;
  readonly redirect: string | null;
}

const untouched: Tally = { pages: 0, downloads: 0, bytes: 0 };

export class MediaStore {
  readonly #media = new Map<string, Media>();
  readonly #tallies = new Map<string, Tally>();
  readonly #targets = new Map<string, Lead>();

  media(post: Post): Media {
    return this.#media.get(postKey(post)) ?? usualMedia(post);
  }

  set(media: Media): void {
    this.#media.set(postKey(media), media);
  }

  /** Lets a short link lead to a post, or wherever else. */
  point(code: string, lead: Lead): void {
    this.#targets.set(`${lead.post.platform}:${code}`, lead);
  }

  /** Where a short link leads: to what it was pointed to, else to an id that follows from the code. */
  target(platform: Platform, code: string): Lead {
    const pointed = this.#targets.get(`${platform}:${code}`);
    return pointed ?? { post: { platform, id: idFrom(platform, code) }, redirect: null };
  }

  /** The failure of these that strikes now, if one does; it may be its last time. */
  strike(media: Media, side: Side, strikes: (name: FailureName) => boolean): Failure | undefined {
    const { failure } = this.media(media);
    if (!failure || !strikes(failure.name) || (failure.only ?? side) !== side) return undefined;
    if (failure.times !== undefined) this.set({ ...this.media(media), failure: spent(failure) });
    return failure;
  }

  tally(post: Post): Tally {
    return this.#tallies.get(postKey(post)) ?? untouched;
  }

  count(post: Post, more: Partial<Tally>): void {
    const { pages, downloads, bytes } = this.tally(post);
    this.#tallies.set(postKey(post), {
      pages: pages + (more.pages ?? 0),
      downloads: downloads + (more.downloads ?? 0),
      bytes: bytes + (more.bytes ?? 0),
    });
  }

  forget(): void {
    this.#media.clear();
    this.#tallies.clear();
    this.#targets.clear();
  }
}

function spent(failure: Failure): Failure | null {
  const left = (failure.times ?? 1) - 1;
  return left > 0 ? { ...failure, times: left } : null;
}

/** TikTok: 7 and 18 digits of the code's SHA-256 read as a number. Instagram: its first 11 characters in base64url. */
function idFrom(platform: Platform, code: string): string {
  const hash = createHash("sha256").update(code).digest();
  return platform === "tiktok"
    ? `7${BigInt(`0x${hash.toString("hex")}`)
        .toString()
        .slice(0, 18)}`
    : hash.toString("base64url").slice(0, 11);
}
