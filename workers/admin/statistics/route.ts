import type { Context } from "hono";
import * as z from "zod";
import { type Clock, instant } from "#kernel/clock";
import { type DoorEnv, door } from "../../door.ts";
import { problem } from "../../problem.ts";
import { ownerOnly } from "../owner-only.ts";
import { csvOf } from "../csv.ts";
import { type Operation, operations } from "./operations.ts";

const clock: Clock = () => instant(Date.now());

/** What the downloader bot has done, for its owner; mounted under its new name and under the old one. */
export const statistics = door().use(ownerOnly);
for (const operation of operations) statistics.get(operation.path, (c) => answer(operation, c));

async function answer(operation: Operation, c: Context<DoorEnv>): Promise<Response> {
  const query = operation.query.safeParse(readQuery(c));
  if (!query.success)
    return problem(c, { status: 422, code: "out-of-range", detail: z.prettifyError(query.error) });
  const { DATABASE_URL } = c.get("config");
  const answered = await operation.ask(query.data, DATABASE_URL, clock());
  if (!operation.row || query.data["format"] !== "csv") return c.json(answered);
  // The cast: an operation with rows has them in `items`.
  const { items } = answered as { items: readonly Readonly<Record<string, unknown>>[] };
  return c.body(csvOf(Object.keys(operation.row.shape), items), 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${operation.path.slice(1)}.csv"`,
  });
}

/** Digits alone are a number: `1e1`, ` 7` and the empty text are none. */
const readQuery = (c: Context<DoorEnv>): object =>
  Object.fromEntries(
    Object.entries(c.req.query()).map(([name, text]) => [name, /^\d{1,9}$/.test(text) ? Number(text) : text]),
  );
