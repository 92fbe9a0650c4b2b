import { Hono } from "hono";
import type { Config } from "#kernel/config";
import type { Log } from "#kernel/log";

/** What every route handler finds in its context. */
export interface DoorEnv {
  Bindings: Env;
  Variables: { config: Config; log: Log };
}

export const door = () => new Hono<DoorEnv>();
