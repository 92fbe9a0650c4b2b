/** The world outside, as the steps at the dashboard look into it and disturb it. */
import type { Taproom } from "../../../dev/taproom.ts";

interface State {
  readonly bot: { readonly id: string };
  readonly chat: readonly { readonly user: { readonly id: string }; readonly text: string }[];
  readonly redemptions: readonly { readonly id: string; readonly status: string }[];
  readonly rewards: readonly {
    readonly key: string | null;
    readonly cost: number;
    readonly isPaused: boolean;
  }[];
}

export async function ask<T>(taproom: Taproom, path: string, body?: unknown): Promise<T> {
  const order = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(taproom.world.url + path, order);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  // The cast: the world that answers lives in this repository.
  return (await answer.json()) as T;
}

/** The same, by whoever has the stage at hand. */
export const tellWorld = <T>({ taproom }: { readonly taproom: Taproom }, path: string, body: unknown = {}) =>
  ask<T>(taproom, path, body);

export const post = (taproom: Taproom, path: string, body: unknown) => ask<unknown>(taproom, path, body);
export const stateOf = (taproom: Taproom) => ask<State>(taproom, "/twitch/state");

/** Whether the bot says such a line, of those from a place on. */
export const botSays = (taproom: Taproom, words: RegExp, from = 0) =>
  until(async () => {
    const { bot, chat } = await stateOf(taproom);
    return chat.slice(from).some(({ user, text }) => user.id === bot.id && words.test(text));
  });

const patience = 20_000;

export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; !(await holds());)
    if (Date.now() > end) throw new Error("It has not come to be");
}
