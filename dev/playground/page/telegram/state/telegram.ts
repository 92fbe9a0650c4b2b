/** Telegram as the page knows it. */
import { computed, effect, signal } from "@preact/signals";
import type { ShownMessage, TelegramBot, TelegramNews, TelegramState } from "../../../wire-telegram.ts";
import { get } from "../../ask.ts";
import { place } from "../../state/place.ts";
import { noteAnswer } from "./bill.ts";

/** How control calls name the bot the page is about at this place. */
export const botName = computed(() => (place.value === "forwarder" ? "forwarder" : "downloader"));

/** Nothing until the world has told it. */
export const telegram = signal<TelegramState | undefined>();

export const bot = computed<TelegramBot | undefined>(() =>
  telegram.value?.bots.find(({ name }) => name === botName.value),
);

const chatOf = computed(() => new Map(telegram.value?.chats.map((chat) => [chat.key, chat])));

export const messagesIn = (key: string): readonly ShownMessage[] => chatOf.value.get(key)?.messages ?? [];
export const isKnownChat = (key: string) => chatOf.value.has(key);
export const chatWithKey = (key: string) => chatOf.value.get(key);

/** Where the bot keeps files for itself; nobody reads along there. */
const storeChats = computed(() => telegram.value?.chats.filter(({ type }) => type === "channel") ?? []);

export function watchTelegram(): void {
  effect(lookIfShown);
}

export function noteTelegram(news: TelegramNews): void {
  const isForPeople = !storeChats.value.some(({ id }) => id === news.chat.id);
  if (place.value === "telegram" && isForPeople && news.message) noteAnswer(news.message, Date.now());
  lookIfShown();
}

export function lookIfShown(): void {
  if (place.value !== "twitch") void lookAtTelegram();
}

const pause = 80;
let isLooking = false;
let isOutdated = false;

/** News come in bursts: one look at a time, and one more when something has happened meanwhile. */
export async function lookAtTelegram(): Promise<void> {
  isOutdated = true;
  if (isLooking) return;
  isLooking = true;
  while (isOutdated) {
    isOutdated = false;
    const state = await get<TelegramState>("/telegram/state");
    if (state.ok) telegram.value = state.value;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  isLooking = false;
}
