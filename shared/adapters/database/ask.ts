import { neon } from "@neondatabase/serverless";
import { drizzle, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { type Millis, seconds } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { translated } from "./translated.ts";

/** Puts a question to Postgres. Throws SilenceError (no answer in time) and UpstreamError (Postgres refused). */
export async function ask<T>(
  databaseUrl: Secret,
  question: (db: NeonHttpDatabase) => Promise<T>,
  patience: Millis = seconds(10),
): Promise<T> {
  const fetchOptions = { signal: AbortSignal.timeout(patience) };
  try {
    return await question(drizzle(neon(databaseUrl.reveal(), { fetchOptions })));
  } catch (error) {
    throw translated(error);
  }
}
