/**
 * QStash: keeps messages and brings them to the product, again and again where need be.
 * They live in the world's memory, which outlives the runtime that is killed.
 */
import { Hono } from "hono";
import type { Happenings } from "../../world/happenings.ts";
import type { Emulator } from "../emulator.ts";
import { createApi } from "./api.ts";
import { type Clock, wallClock } from "./clock.ts";
import { createQStashControl } from "./control.ts";
import { Dispatch } from "./dispatch.ts";
import { KeyRing } from "./key-ring.ts";
import { Publisher } from "./publish.ts";
import { Schedules } from "./schedules.ts";

export interface QStashOptions extends Partial<Clock> {
  readonly token: string;
  readonly currentSigningKey: string;
  readonly nextSigningKey: string;
  /** Where messages may go, such as `http://localhost:8787`, and nowhere else. */
  readonly productOrigin: () => string;
  readonly happenings?: Happenings;
  readonly random?: () => number;
}

export interface QStashEmulator extends Emulator {
  readonly control: Hono;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export function playQStash(options: QStashOptions): QStashEmulator {
  const {
    token,
    productOrigin,
    happenings,
    random = Math.random,
    currentSigningKey,
    nextSigningKey,
  } = options;
  const clock = { now: options.now ?? wallClock.now, setTimer: options.setTimer ?? wallClock.setTimer };
  const keys = new KeyRing({ current: currentSigningKey, next: nextSigningKey }, random);
  const dispatch = new Dispatch({ clock, random, happenings, keys: () => keys.keys });
  const schedules = new Schedules(clock, (order) => void dispatch.publish(order));
  const publisher = new Publisher(productOrigin);
  const api = createApi({ token, publisher, dispatch, schedules, keys, now: clock.now, random });

  const reset = async () => {
    schedules.forget();
    dispatch.reset();
    keys.forget();
  };
  const control = new Hono();
  control.route("/qstash", createQStashControl(dispatch, keys));

  return {
    service: "qstash",
    hosts: ["qstash.taproom.test"],
    control,
    fetch: async (request) => api.fetch(request),
    reset,
    close: reset,
  };
}
