import { setTimeout as wait } from "node:timers/promises";
import type { Person } from "../people.ts";
import type { TaproomProcess } from "../taproom-process.ts";

/** An update that was brought to the bot. Milliseconds; moments are those of the epoch, with fractions. */
export interface Knock {
  readonly person: Person;
  readonly sentAt: number;
  /** Until the bot had answered the webhook. */
  readonly answeredAfter: number;
}

let updates = 0;

/** Somebody sends a link in private; what Telegram makes of it is brought to the bot as Telegram would. */
export async function sendLink({ botDoor }: TaproomProcess, person: Person, url: string): Promise<Knock> {
  updates += 1;
  const update = { update_id: updates, message: messageOf(person, url, updates) };
  const sentAt = now();
  const response = await fetch(botDoor, { method: "POST", headers, body: JSON.stringify(update) });
  const answeredAfter = now() - sentAt;
  await response.body?.cancel();
  if (response.status !== 200) throw new Error(`An update was answered with ${response.status}`);
  return { person, sentAt, answeredAfter };
}

/** One after another, so that nobody waits for the others' work. */
export async function sendInTurn(
  taproom: TaproomProcess,
  wishes: Iterable<readonly [person: Person, url: string]>,
  pause: number,
): Promise<readonly Knock[]> {
  const knocks: Knock[] = [];
  for (const [person, url] of wishes) {
    knocks.push(await sendLink(taproom, person, url));
    await wait(pause);
  }
  return knocks;
}

const now = () => performance.timeOrigin + performance.now();

const headers = {
  "Content-Type": "application/json",
  "X-Telegram-Bot-Api-Secret-Token": "embedded-telegram-secret",
};

/** https://core.telegram.org/bots/api#message */
const messageOf = (person: Person, url: string, id: number) => ({
  message_id: 1_000_000 + id,
  date: Math.floor(Date.now() / 1_000),
  from: person,
  chat: { id: person.id, type: "private", first_name: person.first_name },
  text: url,
  entities: [{ type: "url", offset: 0, length: url.length }],
});
