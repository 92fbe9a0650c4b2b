/** The draft: what is being written, and to which message it replies. */
import { computed, effect, signal } from "@preact/signals";
import type { ShownMessage } from "../../../wire-telegram.ts";
import type { Way } from "../way.ts";
import { openChat } from "./me.ts";
import { bot } from "./telegram.ts";

export const draft = signal("");
export const replyTo = signal<ShownMessage | undefined>();

const chosenWay = signal<Way>("message");

/** A bot that is there is no guest, and one that is not hears no messages. */
export const possibleWays = computed<readonly Way[]>(() =>
  openChat.value?.hasBot === false ? ["inline", "guest"] : ["message", "inline"],
);

export const way = computed<Way>(() => {
  const [first = "message"] = possibleWays.value;
  return possibleWays.value.includes(chosenWay.value) ? chosenWay.value : first;
});

export function chooseWay(chosen: Way): void {
  chosenWay.value = chosen;
}

/** What is asked of the bot inline: what follows its name at the beginning; undefined: something else is written. */
export const inlineQuery = computed<string | undefined>(() => {
  const name = `@${bot.value?.username ?? ""} `;
  const text = draft.value;
  return bot.value && text.toLowerCase().startsWith(name.toLowerCase())
    ? text.slice(name.length).trim()
    : undefined;
});

export function forgetReplyWithChat(): void {
  effect(() => {
    void openChat.value?.key;
    replyTo.value = undefined;
  });
}
