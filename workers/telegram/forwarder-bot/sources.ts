import type { Update } from "grammy/types";
import { readArrival } from "#adapters/telegram/read-arrival";
import type { House } from "./conversation.ts";

/**
 * Hands what happens in a chat to the chat's room; false where the update is about no chat that could be carried. It asks
 * Telegram for nothing: whatever is told is kept, also when nobody there answers.
 */
export async function toldSource({ env }: House, update: Update): Promise<boolean> {
  const told = readArrival(update);
  if (!told) return false;
  await env.SOURCE_CHAT.getByName(told.chat).receive(told.arrival);
  return true;
}
