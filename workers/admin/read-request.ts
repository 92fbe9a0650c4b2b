import type { Context } from "hono";
import * as z from "zod";
import { BadInput, TaproomError } from "#kernel/errors";
import type { DoorEnv } from "../door.ts";

/** A parameter is out of its range, where that is told apart from everything else that is wrong. */
export class OutOfRange extends TaproomError<"out-of-range"> {
  readonly code = "out-of-range";
  readonly retry = false;
}

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
