import type { Instant } from "#kernel/clock";
import type { FeatureId } from "#domain/twitch/features/index";
import { type ChannelSettings, isSwitchedOff } from "#domain/twitch/settings";
import type { Memory } from "./memory.ts";

/** Somebody has stopped the bot here. */
export interface Stopped {
  readonly since: Instant;
  /** A person's id. */
  readonly by: string;
}

/** What a person has switched off: the whole bot, or features of it. */
export class Switches {
  readonly #memory: Memory;
  readonly #settings: () => ChannelSettings;
  #stopped: Stopped | undefined;

  constructor(memory: Memory, settings: () => ChannelSettings) {
    this.#memory = memory;
    this.#settings = settings;
    this.#stopped = memory.recall("stopped") as Stopped | undefined;
  }

  /** undefined: it runs. */
  get stopped(): Stopped | undefined {
    return this.#stopped;
  }

  isOn(id: FeatureId): boolean {
    return this.#stopped === undefined && !isSwitchedOff(id, this.#settings());
  }

  stop(stopped: Stopped): void {
    this.#memory.keep("stopped", stopped);
    this.#stopped = stopped;
  }

  start(): void {
    this.#memory.forget("stopped");
    this.#stopped = undefined;
  }
}
