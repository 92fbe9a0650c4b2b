/** Schedules: orders that are published again and again, by a cron expression. */
import { Cron } from "croner";
import { Alarm, type Clock } from "./clock.ts";
import { manyEach, type Order } from "./message.ts";
import { Refused } from "./refused.ts";

export interface Schedule {
  readonly id: string;
  readonly cron: string;
  readonly order: Order;
  readonly createdAt: number;
  readonly isPaused: boolean;
  readonly nextAt: number;
  readonly lastAt?: number | undefined;
}

export class Schedules {
  readonly #clock: Clock;
  readonly #publish: (order: Order) => void;
  readonly #schedules = new Map<string, Schedule>();
  readonly #alarm: Alarm;

  constructor(clock: Clock, publish: (order: Order) => void) {
    this.#clock = clock;
    this.#publish = publish;
    this.#alarm = new Alarm(clock, () => this.#fire());
  }

  /** A known id gets the new cron and order. Throws `Refused` for what is no cron expression. */
  set(id: string, cron: string, order: Order): void {
    const now = this.#clock.now();
    const before = this.#schedules.get(id);
    this.#change({
      id,
      cron,
      order: { ...order, scheduleId: id },
      createdAt: before?.createdAt ?? now,
      isPaused: before?.isPaused ?? false,
      nextAt: nextRun(cron, now),
      lastAt: before?.lastAt,
    });
  }

  get(id: string): Schedule {
    const schedule = this.#schedules.get(id);
    if (!schedule) throw new Refused(`schedule ${id} not found`, 404);
    return schedule;
  }

  list(): readonly Schedule[] {
    return [...this.#schedules.values()];
  }

  pause(id: string, isPaused: boolean): void {
    const schedule = this.get(id);
    // What a paused one has missed is not made up for.
    this.#change({ ...schedule, isPaused, nextAt: nextRun(schedule.cron, this.#clock.now()) });
  }

  delete(id: string): void {
    this.get(id);
    this.#schedules.delete(id);
    this.#setAlarm();
  }

  forget(): void {
    this.#schedules.clear();
    this.#setAlarm();
  }

  #change(schedule: Schedule): void {
    this.#schedules.set(schedule.id, schedule);
    this.#setAlarm();
  }

  #fire(): void {
    const now = this.#clock.now();
    for (const schedule of this.list().filter(({ isPaused, nextAt }) => !isPaused && nextAt <= now)) {
      this.#schedules.set(schedule.id, { ...schedule, lastAt: now, nextAt: nextRun(schedule.cron, now) });
      this.#publish(schedule.order);
    }
    this.#setAlarm();
  }

  #setAlarm(): void {
    const running = this.list().filter(({ isPaused }) => !isPaused);
    this.#alarm.set(Math.min(...running.map(({ nextAt }) => nextAt)));
  }
}

/** The moment after `now`, in UTC or where `CRON_TZ=Europe/Berlin …` says. */
function nextRun(cron: string, now: number): number {
  const [, timezone = "UTC", pattern = cron] = /^CRON_TZ=(\S+)\s+(.+)$/.exec(cron) ?? [];
  try {
    const next = new Cron(pattern, { timezone, paused: true, mode: "5-part" }).nextRun(new Date(now));
    return next?.getTime() ?? Infinity;
  } catch (error) {
    throw new Refused(
      `invalid cron expression "${cron}": ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export function shownSchedule({ id, cron, order, createdAt, isPaused, nextAt, lastAt }: Schedule) {
  return {
    scheduleId: id,
    cron,
    createdAt,
    destination: order.url,
    method: order.method,
    header: manyEach(order.headers),
    body: order.body.toString(),
    retries: order.retries,
    retryDelayExpression: order.retryDelayExpression,
    delay: order.delayMs ? order.delayMs / 1_000 : undefined,
    callback: order.callback?.url,
    failureCallback: order.failureCallback?.url,
    isPaused,
    queueName: order.queue,
    flowControlKey: order.flow?.key,
    label: order.label,
    lastScheduleTime: lastAt,
    nextScheduleTime: Number.isFinite(nextAt) ? nextAt : undefined,
  };
}
