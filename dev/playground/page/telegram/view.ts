import { signal } from "@preact/signals";

/** Where there is no room for everything, one view is in front. */
export type TelegramView = "people" | "messages" | "bill";

export const telegramView = signal<TelegramView>("messages");
