import type { Context } from "hono";
import * as z from "zod";
import { type Instant, instant } from "#kernel/clock";
import type { Config } from "#kernel/config";
import { BadInput, Refused, TaproomError } from "#kernel/errors";
import type { Log } from "#kernel/log";
import { tokenBearer } from "#durable-objects/admin/admin";
import type { Answer, Asked, Operation, Operations } from "#domain/admin/api/operation";
import { may, type Person } from "#domain/admin/rights";
import type { DoorEnv } from "../door.ts";
import { type Audited, begunChange, type Noted } from "./audited.ts";
import { type Caller, callerOf } from "./caller.ts";
import { csvOf } from "./csv.ts";
import { notTooOften } from "./not-too-often.ts";
import { jsonBody, OutOfRange, read } from "./read-request.ts";

/** What whoever sees to an operation finds at hand. */
export interface Desk {
  readonly c: Context<DoorEnv>;
  readonly env: Env;
  readonly config: Config;
  readonly log: Log;
  readonly now: Instant;
  /** Who asks; of what needs nothing: nobody in particular. */
  readonly caller: Caller | undefined;
  /** Whom the audit names. */
  readonly who: Person;
  /** Says of a change what the audit cannot see for itself. */
  readonly note: (noted: Noted) => void;
}

/** An operation, and who sees to it. */
export interface Served {
  readonly operation: Operation;
  readonly ask: (asked: Asked<Operation>, desk: Desk) => Promise<unknown>;
}

/** Whoever sees to each operation of an area; `undefined` as the answer is 204. */
export type Handlers<Area extends Operations, Tools> = {
  readonly [Name in keyof Area]: (
    asked: Asked<Area[Name]>,
    tools: Tools,
  ) => Promise<Answer<Area[Name]>> | Answer<Area[Name]>;
};

/** Brings the operations of an area together with who sees to them; the compiler misses nobody. */
export const served = <Area extends Operations, Tools>(
  area: Area,
  toolsOf: (desk: Desk) => Tools,
  handlers: Handlers<Area, Tools>,
): readonly Served[] =>
  Object.keys(area).map((name) => ({
    operation: area[name] as Operation,
    // The cast: what it is asked with is read by the shapes beside it.
    ask: async (asked, desk) => handlers[name as keyof Area]?.(asked as never, toolsOf(desk)),
  }));

/** The tools of an area that needs no more than the desk. */
export const deskAlone = (desk: Desk): Desk => desk;

/** Sees to a request. Throws Unknown, Refused, BadInput, and what whoever is asked throws. */
export async function answer({ operation, ask }: Served, c: Context<DoorEnv>): Promise<Response> {
  const caller = await admitted(operation, c);
  const asked = readAsked(operation, c, await bodyOf(operation, c));
  const change = changes(operation)
    ? begunChange(c, { operation, asked, who: caller?.person ?? tokenBearer })
    : undefined;
  await change?.begin();
  const answered = await tried(change, () => ask(asked, deskFor(c, caller, change)));
  return shown(operation, asked, answered, c);
}

const changes = ({ method, needs, isAudited }: Operation) =>
  method !== "get" && needs !== "nothing" && isAudited !== false;

/** Who asks, and may. Throws Unknown, Refused, TooOften. */
export async function admitted({ needs }: Operation, c: Context<DoorEnv>): Promise<Caller | undefined> {
  if (needs === "nothing") return undefined;
  const caller = await callerOf(c);
  await notTooOften(c, caller);
  if (!may(caller.person, needs)) throw new Refused(notGiven(needs), { reason: { code: "no-right" } });
  return caller;
}

const notGiven = (needs: Operation["needs"]) =>
  typeof needs === "string"
    ? ""
    : `Your rights do not let you ${needs[1]} ${needs[0]}; an owner can give them to you`;

async function tried<T>(change: Audited | undefined, act: () => Promise<T>): Promise<T> {
  try {
    const answered = await act();
    await change?.end("done");
    return answered;
  } catch (error) {
    // What was turned away has not happened. Of everything else nobody knows: somebody may have acted and not answered.
    if (error instanceof TaproomError && !error.retry) await change?.end("refused");
    throw error;
  }
}

const deskFor = (c: Context<DoorEnv>, caller: Caller | undefined, change: Audited | undefined): Desk => ({
  c,
  env: c.env,
  config: c.var.config,
  log: c.var.log,
  now: instant(Date.now()),
  caller,
  who: caller?.person ?? tokenBearer,
  note: (noted) => change?.note(noted),
});

const nothing = z.object({});

const readAsked = (operation: Operation, c: Context<DoorEnv>, sent: unknown): Asked<Operation> => ({
  inPath: read(operation.inPath ?? nothing, c.req.param()),
  query: readQuery(operation, c),
  body: operation.body && read(operation.body, sent),
});

/** Throws BadInput; OutOfRange where the operation says that it answers so. */
function readQuery({ query, refusals }: Operation, c: Context<DoorEnv>): Record<string, unknown> {
  try {
    return read(query ?? nothing, c.req.query());
  } catch (error) {
    throw error instanceof BadInput && refusals?.[422] ? new OutOfRange(error.message) : error;
  }
}

const bodyOf = async ({ body }: Operation, c: Context<DoorEnv>): Promise<unknown> =>
  body ? jsonBody(c) : undefined;

function shown(
  { answer: shape, isTable }: Operation,
  { query }: Asked<Operation>,
  answered: unknown,
  c: Context<DoorEnv>,
): Response {
  if (answered === undefined) return c.body(null, 204);
  if (!isTable || !isCsv(query)) return c.json(answered as object);
  // The casts: a table's answer has its rows in `items`.
  const { element } = (shape as z.ZodObject).shape["items"] as z.ZodArray<z.ZodObject>;
  const { items } = answered as { readonly items: readonly Readonly<Record<string, unknown>>[] };
  return c.body(csvOf(Object.keys(element.shape), items), 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${c.req.path.split("/").at(-1)}.csv"`,
  });
}

const isCsv = (query: unknown) => (query as { readonly format?: unknown }).format === "csv";
