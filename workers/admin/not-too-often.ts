import type { Context } from "hono";
import { between, instant, minutes } from "#kernel/clock";
import { TaproomError } from "#kernel/errors";
import { mayPass } from "#adapters/rate-limit";
import type { DoorEnv } from "../door.ts";
import type { Caller } from "./caller.ts";

/** Somebody asks more often than any person does. */
export class TooOften extends TaproomError<"too-often"> {
  readonly code = "too-often";
  readonly retry = true;
  readonly seconds: number;

  constructor(most: number, seconds: number) {
    super(`More than ${most} calls in a minute; the next is welcome in ${seconds} s`, {
      reason: { code: "too-often", args: { seconds } },
    });
    this.seconds = seconds;
  }
}

/** Whoever has come in slows down when they ask too often; strangers cost no counting. Throws TooOften. */
export async function notTooOften(c: Context<DoorEnv>, { person }: Caller): Promise<void> {
  const { config, log } = c.var;
  const most = config.API_CALLS_PER_MINUTE;
  const passage = await mayPass(config, { name: "api", who: person.id, most, window: minutes(1) }, log);
  if (passage.passes) return;
  throw new TooOften(most, Math.max(1, Math.ceil(between(instant(Date.now()), passage.retryAt) / 1_000)));
}
