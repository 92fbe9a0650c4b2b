import type { Context } from "hono";
import * as z from "zod";
import { BadInput } from "#kernel/errors";
import type { DoorEnv } from "../door.ts";

/** Reads what a caller sent. Throws BadInput, which says what is wrong with it. */
export function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadInput(z.prettifyError(parsed.error));
  return parsed.data;
}

/** The body as JSON. Throws BadInput. */
export async function jsonBody(c: Context<DoorEnv>): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new BadInput("The body is not JSON");
  }
}

const limit = z.coerce.number().int().min(1).max(1_000);

/** How many are wanted, by `?limit=`. Throws BadInput. */
export function limitOf(c: Context<DoorEnv>, usual: number): number {
  const wanted = limit.default(usual).safeParse(c.req.query("limit"));
  if (!wanted.success) throw new BadInput("limit: wants a whole number from 1 to 1000");
  return wanted.data;
}
