import { after, type Clock, type Instant, type Millis, millis, seconds } from "#kernel/clock";
import type { LogLine } from "#domain/admin/log/log-line";

export interface GathererNeeds {
  /** `dropped`: lines that got lost before these. */
  readonly handOver: (lines: readonly LogLine[], dropped: number) => Promise<unknown>;
  readonly clock: Clock;
  readonly wait: (time: Millis) => Promise<unknown>;
  /** Lets whoever logs live until it is done. */
  readonly keepAlive: (handingOver: Promise<void>) => void;
}

const moment = millis(300);
const mostAtOnce = 100;
const mostWaiting = 1_000;
/** Whoever hands over and is not heard of for so long has ended with the request it belonged to. */
const lost = seconds(5);

/**
 * Gathers the lines of everything that runs in this isolate for a moment, and hands them over together: one call, whoever
 * they are from. Nobody waits for it, and whatever cannot be handed over is counted and forgotten.
 */
export class Gatherer {
  readonly #needs: GathererNeeds;
  readonly #waiting: LogLine[] = [];
  #dropped = 0;
  /** When whoever hands over was last heard of; undefined: nobody does. */
  #heardOf: Instant | undefined;

  constructor(needs: GathererNeeds) {
    this.#needs = needs;
  }

  add(line: LogLine): void {
    if (this.#waiting.length < mostWaiting) this.#waiting.push(line);
    else this.#dropped += 1;
    const now = this.#needs.clock();
    if (this.#heardOf !== undefined && now < after(this.#heardOf, lost)) return;
    this.#heardOf = now;
    this.#needs.keepAlive(this.#handOver());
  }

  async #handOver(): Promise<void> {
    await this.#needs.wait(moment);
    while (this.#waiting.length > 0) {
      this.#heardOf = this.#needs.clock();
      await this.#handOverSome();
    }
    this.#heardOf = undefined;
  }

  /** Lines are taken out before: a call whose request ends meanwhile must not have them sent twice. */
  async #handOverSome(): Promise<void> {
    const lines = this.#waiting.splice(0, mostAtOnce);
    const dropped = this.#dropped;
    this.#dropped = 0;
    try {
      await this.#needs.handOver(lines, dropped);
    } catch {
      // Logging it would make another line that cannot be handed over.
      this.#dropped += dropped + lines.length;
    }
  }
}
