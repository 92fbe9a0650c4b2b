import { type Millis, seconds } from "#kernel/clock";
import type { Config } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { within } from "#adapters/within";
import { Remembered } from "./remembered.ts";

/** What is at hand where something is looked at. */
export interface Watched {
  readonly config: Config;
  readonly env: Env;
  readonly log: Log;
}

/** Whoever looks at all of them does not want to wait for the slowest. */
export const patience = seconds(2.5);

/** Somebody who can tell how a part of the house is. */
export class Source<T> {
  readonly #name: string;
  readonly #ask: (watched: Watched) => Promise<T>;
  readonly #answers: Remembered<T | undefined>;

  /** `lasts`: for how long an answer is good enough for everybody else. */
  constructor(name: string, lasts: Millis, ask: (watched: Watched) => Promise<T>) {
    this.#name = name;
    this.#ask = ask;
    this.#answers = new Remembered(lasts);
  }

  /** Answers in time, and never throws; undefined: it could not be found out. */
  look(watched: Watched): Promise<T | undefined> {
    return this.#answers.get(async () => {
      try {
        return await within(patience, this.#ask(watched));
      } catch (error) {
        watched.log.warn("watch.unknown", { part: this.#name, ...described(error) });
        return undefined;
      }
    });
  }

  /** What it has told is so no more. */
  forget(): void {
    this.#answers.forget();
  }
}
