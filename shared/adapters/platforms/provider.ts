import type { Found } from "#domain/downloader/media";
import type { Platform } from "#domain/downloader/platform";
import type { Post } from "#domain/downloader/post";
import type { Quality } from "#domain/downloader/quality";
import type { PlatformSettings } from "#domain/downloader/settings";

/** What a provider is asked: a post, what of it is wanted, and by which settings. */
export interface Question<Name extends Platform = Platform> {
  readonly post: Post;
  readonly quality: Quality;
  /** No file above this can be used. */
  readonly mostBytes: number;
  readonly settings: PlatformSettings[Name];
}

/**
 * Finds out what a post is and where its files lie. Answers `refused` for what the platform says of the post;
 * throws Refusal for what went wrong on the way. It fetches pages, never media.
 */
export type Provider<Name extends Platform = Platform> = (question: Question<Name>) => Promise<Found>;
