import type { Language } from "#kernel/i18n";

/** Somebody as Telegram names them in an update; a channel where it speaks itself. */
export interface Person {
  /** The Telegram user id, or the chat id of a channel. */
  readonly id: string;
  readonly name: string;
  readonly username?: string;
  readonly language: Language;
}
