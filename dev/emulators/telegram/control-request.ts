/** What requests to the control API have in common: a bot, somebody, and a chat. */
import * as z from "zod";
import { Mistake } from "../../world/mistake.ts";
import type { Chat, TelegramUser } from "./entities.ts";
import type { Bot } from "./bot.ts";
import type { Store } from "./store.ts";

/** An id, or what is to be known of somebody from now on. */
export const personSchema = z.union([
  z.int().positive(),
  z.object({
    id: z.int().positive(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    username: z.string().optional(),
    language_code: z.string().optional(),
  }),
]);

/** An id, or what is to be known of a chat; a positive id is a person, below zero are groups and channels. */
export const chatSchema = z.union([
  z.int(),
  z.object({
    id: z.int(),
    type: z.enum(["private", "group", "supergroup", "channel"]).optional(),
    title: z.string().optional(),
    username: z.string().optional(),
  }),
]);

export function botNamed(store: Store, name: string): Bot {
  const bot = store.botNamed(name);
  if (bot) return bot;
  const names = store.bots.map(({ settings }) => settings.name).join(", ");
  throw new Mistake(`There is no bot "${name}"; there are: ${names || "none"}`);
}

export function personFrom(store: Store, person: z.infer<typeof personSchema>): TelegramUser {
  if (typeof person === "number") return store.user(person);
  const named = Object.entries(person).filter(([, value]) => value !== undefined);
  return store.meet({ ...store.user(person.id), ...Object.fromEntries(named) });
}

export function chatFrom(store: Store, chat: z.infer<typeof chatSchema>): Chat {
  const { id, type, title, username } = typeof chat === "number" ? { id: chat } : { ...chat };
  const known = store.group(id)?.chat;
  const usual = id > 0 ? "private" : "supergroup";
  return {
    id,
    type: type ?? known?.type ?? usual,
    ...(id < 0 && { title: title ?? known?.title ?? `Chat ${-id}` }),
    ...(username !== undefined && { username }),
  };
}
