/** Helix requests: their parameters, their bodies, their pages. */
import type { Context } from "hono";
import * as z from "zod";
import type { HelixEnv } from "./access.ts";
import { HelixError } from "./helix-error.ts";

export type HelixContext = Context<HelixEnv>;

export function requiredQuery(c: HelixContext, name: string): string {
  const value = c.req.query(name);
  if (!value) throw new HelixError(400, `Missing required parameter "${name}"`);
  return value;
}

/** Every value of a parameter that may be repeated. */
export function manyOf(c: HelixContext, name: string, atMost: number): string[] {
  const values = c.req.queries(name) ?? [];
  if (values.length > atMost) {
    throw new HelixError(400, `The parameter "${name}" was malformed: at most ${atMost} values are allowed`);
  }
  return values;
}

export async function bodyOf<Body>(c: HelixContext, schema: z.ZodType<Body>): Promise<Body> {
  const json: unknown = await c.req.json().catch(() => {
    throw new HelixError(400, "The request body is not valid JSON");
  });
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;

  const [issue] = parsed.error.issues;
  throw new HelixError(400, `The parameter "${issue?.path.join(".")}" was malformed: ${issue?.message}`);
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly pagination: { readonly cursor?: string };
}

/** The page `first` and `after` ask for. */
export function pageOf<Item>(
  c: HelixContext,
  all: readonly Item[],
  { usual, most }: { readonly usual: number; readonly most: number },
): Page<Item> {
  const first = Number(c.req.query("first") ?? usual);
  if (!Number.isInteger(first) || first < 1 || first > most) {
    throw new HelixError(400, `The parameter "first" was malformed: the value must be between 1 and ${most}`);
  }
  const start = positionOf(c.req.query("after"));
  const end = start + first;
  return { items: all.slice(start, end), pagination: end < all.length ? { cursor: cursorAt(end) } : {} };
}

// Opaque on purpose: nobody should come to count on what is in a cursor.
function cursorAt(position: number): string {
  return Buffer.from(JSON.stringify({ a: position })).toString("base64url");
}

function positionOf(cursor: string | undefined): number {
  if (!cursor) return 0;
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString())).a;
  } catch (cause) {
    throw Object.assign(new HelixError(400, "The pagination cursor is invalid"), { cause });
  }
}

const cursorSchema = z.object({ a: z.int().min(0) });
