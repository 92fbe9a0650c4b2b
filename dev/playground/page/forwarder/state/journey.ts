/** The journey: how long what was last done in the source takes to be seen in the target, and what it costs. */
import { signal } from "@preact/signals";
import type { Call } from "../../../../world/calls.ts";
import type { JobNews, TelegramNews } from "../../../wire-telegram.ts";
import { newTally, type Tally, withCall, withJob } from "../../telegram/bill/tally.ts";

export interface Journey {
  readonly tally: Tally;
  /** Chat of Telegram. */
  readonly target: number;
  /** When the target looked different, message by message. */
  readonly arrivals: readonly number[];
}

/** Nothing until something was done. */
export const journey = signal<Journey | undefined>();

/** What comes of a job after its message is there is counted too; then it is over. */
const aftermath = 1_000;
/** Whatever takes longer waits for something, and the page looks at what it waits for. */
const patience = 2_000;

export function beginJourney(target: number | undefined): void {
  if (target === undefined) forgetJourney();
  else journey.value = { tally: newTally("", Date.now()), target, arrivals: [] };
}

export function forgetJourney(): void {
  journey.value = undefined;
}

/** Whether calls belong to the journey; the page asks for nothing meanwhile. */
export function isCounting(): boolean {
  if (!journey.value) return false;
  const { tally, arrivals } = journey.value;
  const last = arrivals.at(-1);
  return Date.now() < (last === undefined ? tally.since + patience : last + aftermath);
}

export function noteStage(call: Call): void {
  if (isCounting()) count((tally) => withCall(tally, call));
}

/** A job that is known is followed to its end, however late it comes. */
export function noteErrand(job: JobNews): void {
  const isKnown = journey.value?.tally.jobs.some(({ id }) => id === job.id);
  if (isKnown || isCounting()) count((tally) => withJob(tally, job));
}

export function noteArrival({ chat }: TelegramNews): void {
  const current = journey.value;
  if (current?.target === chat.id)
    journey.value = { ...current, arrivals: [...current.arrivals, Date.now()] };
}

function count(by: (tally: Tally) => Tally): void {
  if (journey.value) journey.value = { ...journey.value, tally: by(journey.value.tally) };
}
