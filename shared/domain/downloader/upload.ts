import type { Offer, Quality } from "./quality.ts";

/** A file that Telegram keeps. `fileId` is good for our bot alone. */
export interface TelegramFile {
  readonly kind: "video" | "audio" | "photo";
  readonly fileId: string;
  readonly fileUniqueId: string;
  readonly bytes?: number;
}

/** A post as it lies at Telegram, ready to be sent to whoever asks: one file, or several that make an album. */
export interface Upload {
  readonly files: readonly TelegramFile[];
  readonly title: string;
  readonly author: string;
  /** What the platform offers of it. */
  readonly offers: readonly Offer[];
  /** Which of the offers it is, where that is known: what lies here as `best` has a height too. */
  readonly given?: Quality;
  /** The message in the cache channel. 0: Telegram is still re-encoding it, and it cannot be copied yet; its file can be sent. */
  readonly messageId: number;
}
