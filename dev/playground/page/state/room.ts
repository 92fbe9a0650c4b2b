/** The room: what the product keeps of the channel. Nobody tells of it, so the page asks for what is in sight, and for nothing else. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type { DeadLetter, LogEntry, LogLevel, PlayerRow, RoomLook } from "../../wire.ts";
import { get } from "../ask.ts";
import { channel, chat, isOurBot } from "./channel.ts";
import { language } from "./language.ts";
import { isProductUp, product } from "./outside.ts";
import { fetchSettings } from "./settings.ts";
import { type Tab, tab } from "./tab.ts";

/** Nothing until the product has told. */
export const room = signal<RoomLook | undefined>();
export const players = signal<readonly PlayerRow[] | undefined>();
export const log = signal<readonly LogEntry[] | undefined>();
export const deadLetters = signal<readonly DeadLetter[]>([]);

/** What the log is searched for. */
export const logLevel = signal<LogLevel>("debug");
export const logText = signal("");

async function lookAtRoom(): Promise<void> {
  const answer = await ask<RoomLook>("room");
  if (answer) room.value = answer;
}

async function lookAtPlayers(): Promise<void> {
  const answer = await ask<PlayerRow[]>("players", { language: language.value });
  if (answer) players.value = answer;
}

async function lookAtLog(): Promise<void> {
  const question = { level: logLevel.value, text: logText.value };
  const answer = await ask<LogEntry[]>("log", question);
  // Somebody may have typed on while the answer was on its way.
  if (answer && question.level === logLevel.value && question.text === logText.value) log.value = answer;
}

/** They are few or none, and how many is known without asking. */
async function lookAtDeadLetters(): Promise<void> {
  const count = product.value?.status?.deadLetters ?? 0;
  deadLetters.value = count === 0 ? [] : ((await ask<DeadLetter[]>("dead-letters")) ?? deadLetters.value);
}

async function ask<T>(what: string, about: Readonly<Record<string, string>> = {}): Promise<T | undefined> {
  const id = channel.value?.broadcaster.id;
  if (id === undefined) return undefined;
  const answer = await get<T>(`/playground/${what}?${new URLSearchParams({ channel: id, ...about })}`);
  return answer.ok ? answer.value : undefined;
}

const looks: Readonly<Partial<Record<Tab, () => Promise<void>>>> = {
  games: lookAtRoom,
  sleep: lookAtRoom,
  ranks: lookAtPlayers,
  bot: async () => void (await Promise.all([lookAtLog(), lookAtDeadLetters()])),
};

const pause = 1_500;
/** Settings seldom change, and mostly by this page. */
const roundsBetweenSettings = 8;

export async function look(): Promise<void> {
  if (isProductUp.value && !globalThis.document.hidden) await looks[tab.value]?.();
}

export function watchRoom(): void {
  const lastWords = computed(() => chat.value.findLast(({ user }) => isOurBot(user.id))?.id);
  effect(() => {
    // Read here, so that a change of any of them asks at once: whatever the bot says, something has changed.
    void [tab.value, language.value, logLevel.value, logText.value, lastWords.value, isProductUp.value];
    untracked(() => void look());
  });
  void lookAgain(1);
}

async function lookAgain(round: number): Promise<void> {
  await look();
  if (round % roundsBetweenSettings === 0 && isProductUp.value && !globalThis.document.hidden)
    await fetchSettings();
  setTimeout(() => void lookAgain(round + 1), pause);
}
