/** The Bot API's own shapes, as far as the world fills them in. */

export interface TelegramUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export type ChatType = "private" | "group" | "supergroup" | "channel";

export interface Chat {
  readonly id: number;
  readonly type: ChatType;
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly is_forum?: boolean;
}

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly [detail: string]: unknown;
}

export const fileKinds = [
  "photo",
  "video",
  "audio",
  "document",
  "animation",
  "voice",
  "video_note",
  "sticker",
] as const;
export type FileKind = (typeof fileKinds)[number];

/** A file in a message. `file_id` is the id of the bot the message is shown to. */
export interface FileView {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  readonly [detail: string]: unknown;
}

/** A message as the wire has it. What the world knows no name for it keeps as it came. */
export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: Chat;
  readonly from?: TelegramUser;
  readonly sender_chat?: Chat;
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly caption?: string;
  readonly caption_entities?: readonly Entity[];
  readonly reply_markup?: Keyboard;
  readonly reply_to_message?: Message;
  readonly media_group_id?: string;
  readonly via_bot?: TelegramUser;
  readonly edit_date?: number;
  readonly [detail: string]: unknown;
}

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly [detail: string]: unknown;
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly Button[])[];
}

/** `update_id` and exactly one more member, which names what it is. */
export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** A bot the world knows, and where its webhook is before it has named one. */
export interface BotSettings {
  /** How control calls name it. */
  readonly name: string;
  readonly token: string;
  readonly username: string;
  /** "": it has none. */
  readonly webhookPath: string;
  readonly secret: string;
}
