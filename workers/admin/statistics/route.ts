import type { Context } from "hono";
import * as z from "zod";
import { type Clock, instant } from "#kernel/clock";
import { type DoorEnv, door } from "../../door.ts";
import { ownerOnly } from "../owner-only.ts";
import { csvOf } from "./csv.ts";
import { documentOf } from "./document.ts";
import { type Operation, operations } from "./operations.ts";
import { docsPage } from "./page.ts";

const clock: Clock = () => instant(Date.now());

/** What the downloader bot has done, for its owner; mounted under its new name and under the old one. */
export const statistics = door().use(ownerOnly);
for (const operation of operations) statistics.get(operation.path, (c) => answer(operation, c));

async function answer(operation: Operation, c: Context<DoorEnv>): Promise<Response> {
  const query = operation.query.safeParse(readQuery(c));
  if (!query.success)
    return c.json({ error: { code: "out-of-range", message: z.prettifyError(query.error) } }, 422);
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

/** The API for programs and for people; it says nothing that anybody may not know. */
export const apiDocs = door()
  .get("/api/openapi.json", (c) => c.json(documentOf(c.get("config").PUBLIC_URL)))
  .get("/api/docs", (c) => {
    const nonce = crypto.randomUUID();
    c.header("Content-Security-Policy", policy(nonce));
    c.header("X-Content-Type-Options", "nosniff");
    return c.html(docsPage(documentOf(c.get("config").PUBLIC_URL), nonce));
  })
  .get("/openapi.json", (c) => c.redirect("/api/openapi.json", 301))
  .get("/docs", (c) => c.redirect("/api/docs", 301))
  .get("/redoc", (c) => c.redirect("/api/docs", 301));

const policy = (nonce: string) =>
  `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
