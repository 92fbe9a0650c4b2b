/** The bill: what the last link has cost. It is written from the world's news, as they come. */
import { signal } from "@preact/signals";
import type { Call } from "../../../../world/calls.ts";
import type { JobNews, Message } from "../../../wire-telegram.ts";
import { newTally, type Tally, withCall, withJob } from "../bill/tally.ts";

/** Nothing until a link was sent. */
export const bill = signal<Tally | undefined>();

export function beginBill(what: string): void {
  bill.value = newTally(what, Date.now());
}

export function forgetBill(): void {
  bill.value = undefined;
}

export const noteCost = (call: Call) => change((tally) => withCall(tally, call));
export const noteJob = (job: JobNews) => change((tally) => withJob(tally, job));

export function noteAnswer(message: Message, at: number): void {
  if (!message.from?.is_bot && !message.via_bot) return;
  const hasFile = "video" in message || "photo" in message || "audio" in message;
  if (hasFile) change((tally) => ({ ...tally, filesAt: tally.filesAt ?? at }));
  else change((tally) => ({ ...tally, wordsAt: canBeCancelled(message) ? undefined : at }));
}

/** Whatever may still be cancelled is under way. The bot gives such a button these first letters. */
const canBeCancelled = ({ reply_markup: keyboard }: Message) =>
  keyboard?.inline_keyboard.flat().some(({ callback_data: data }) => data?.startsWith("x.")) ?? false;

function change(by: (tally: Tally) => Tally): void {
  if (bill.value) bill.value = by(bill.value);
}
