import type { Instant } from "#kernel/clock";

export const chatTypes = ["channel", "supergroup", "group", "private"] as const;
export type ChatType = (typeof chatTypes)[number];

/** What a sender or reader may do in a chat. */
export interface Access {
  readonly status: "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";
  readonly canRead: boolean;
  readonly canPost: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  readonly canPin: boolean;
}

/** A chat that Taproom knows: as a source, as a target, or because the bot was invited. */
export interface Chat {
  /** With its minus, as the Bot API writes it. */
  readonly id: string;
  readonly type: ChatType;
  readonly title: string;
  readonly username?: string;
  readonly hasTopics: boolean;
  readonly isProtected: boolean;
  /** The bot's. */
  readonly access: Access;
  /** Why it cannot be used, until it can. */
  readonly trouble?: string;
  readonly checkedAt: Instant;
}

/** A chat, or one topic of it. Without a topic: of a source every topic, of a target the chat itself. */
export interface Place {
  readonly chat: string;
  readonly topic?: number;
}

/** `-1001234567890` or `-1001234567890#7`. */
export const placeName = ({ chat, topic }: Place): string =>
  topic === undefined ? chat : `${chat}#${topic}`;
