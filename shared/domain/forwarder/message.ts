import type { Instant } from "#kernel/clock";
import type { StyledText } from "./styled-text.ts";

/** What a message may carry besides text, by the Bot API's field names. */
export const mediaKinds = [
  "photo",
  "video",
  "animation",
  "video_note",
  "voice",
  "audio",
  "document",
  "sticker",
] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** What is neither text nor a file; it can be carried, and not rebuilt. */
export const otherKinds = [
  "poll",
  "location",
  "venue",
  "contact",
  "dice",
  "game",
  "story",
  "checklist",
  "paid_media",
  "other",
] as const;
export type OtherKind = (typeof otherKinds)[number];

export const contentKinds = ["text", ...mediaKinds, ...otherKinds] as const;
export type ContentKind = (typeof contentKinds)[number];

export type Content =
  | { readonly is: "text"; readonly text: StyledText; readonly hasPreview: boolean }
  | {
      readonly is: "media";
      readonly kind: MediaKind;
      /** The reader's own handle of the file; for the bot its file_id. */
      readonly fileId: string;
      /** The same for every account and for good. */
      readonly uniqueId: string;
      readonly bytes?: number;
      readonly fileName?: string;
      readonly mimeType?: string;
      readonly caption: StyledText;
      readonly isSpoiler?: true;
      readonly isCaptionAbove?: true;
    }
  | {
      readonly is: "other";
      readonly kind: OtherKind;
      /** What tells it from another of its kind, such as a poll's question and options. */
      readonly gist: string;
    };

/** Who speaks: a person, or a channel or group in its own name. */
export interface Sender {
  /** Of a chat with its minus. */
  readonly id: string;
  readonly name: string;
  readonly username?: string;
  /** The author's name under a channel's post. */
  readonly signature?: string;
}

/** Where a forwarded message first stood: https://core.telegram.org/bots/api#messageorigin */
export interface Origin {
  /** Undefined where the author hides. */
  readonly chatId?: string;
  readonly messageId?: number;
  readonly name: string;
  readonly username?: string;
}

export interface LinkButton {
  readonly text: string;
  readonly url: string;
}

/** One Telegram message as a reader has seen it; the reader may be the bot or an account. */
export interface Message {
  readonly chatId: string;
  readonly id: number;
  /** Of a message in a forum; 1 is General. */
  readonly topicId?: number;
  readonly date: Instant;
  readonly editedAt?: Instant;
  /** Messages that share it are one album. */
  readonly groupId?: string;
  readonly chatTitle: string;
  readonly chatUsername?: string;
  readonly sender: Sender;
  readonly origin?: Origin;
  /** The message it answers, as far as the reader was shown it. */
  readonly replyTo?: { readonly id: number; readonly message?: Message };
  /** "Restrict saving content" is on. */
  readonly isProtected?: true;
  /** A channel's post that Telegram itself has brought into the discussion group. */
  readonly isAutomaticForward?: true;
  /** The places it was in before our own mappings have brought it here, as `placeName` has them. */
  readonly cameThrough?: readonly string[];
  readonly content: Content;
  readonly buttons: readonly (readonly LinkButton[])[];
}

export const textOf = ({ content }: Message): StyledText | undefined => {
  if (content.is === "text") return content.text;
  return content.is === "media" ? content.caption : undefined;
};

export const kindOf = ({ content }: Message): ContentKind => (content.is === "text" ? "text" : content.kind);
