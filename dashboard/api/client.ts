/** Hono's typed client, its types made of the list of operations; nothing of the list itself, nor of zod, gets into the page. */
import type { Hono } from "hono";
import { hc } from "hono/client";
import type { BlankEnv } from "hono/types";
import type * as z from "zod";
import type { Api } from "#domain/admin/api/index";
import type { Answer, Operation } from "#domain/admin/api/operation";
import { connection } from "./connection.ts";
import { noAnswer, problemIn } from "./problem.ts";

type OneOf<Record> = Record[keyof Record];
type Known = { [Area in keyof Api]: OneOf<Api[Area]> }[keyof Api];

/** What a shape lets be left out may be left out; numbers and booleans become text on their way. */
type Query<Shape> = {
  readonly [Name in keyof z.input<Shape>]?: string | number | boolean | undefined;
};

type Input<Of> = (Of extends { readonly inPath: infer Shape extends z.ZodType }
  ? { readonly param: z.input<Shape> }
  : object) &
  (Of extends { readonly query: infer Shape extends z.ZodType }
    ? { readonly query?: Query<Shape> }
    : object) &
  (Of extends { readonly body: infer Shape extends z.ZodType } ? { readonly json: z.input<Shape> } : object);

type At<Path> = Extract<Known, { readonly path: Path }>;
type Routes = {
  [Path in Known["path"]]: {
    [Of in At<Path> as `$${Of["method"]}`]: {
      input: Input<Of>;
      output: Of extends Operation ? Answer<Of> : never;
      outputFormat: "json";
      status: 200;
    };
  };
};

/** `client.api.people[":id"].$put({ param: { id }, json: … })`; what is no success is thrown as a `Problem`. */
export const client = hc<Hono<BlankEnv, Routes>>(globalThis.location.origin, { fetch: ask });

async function ask(url: RequestInfo | URL, asked?: RequestInit): Promise<Response> {
  const answer = await reach(url, asked);
  if (!answer.ok) throw await problemIn(answer);
  return answer;
}

async function reach(url: RequestInfo | URL, asked: RequestInit | undefined): Promise<Response> {
  try {
    const answer = await fetch(url, asked);
    connection.value = "open";
    return answer;
  } catch (error) {
    connection.value = "lost";
    throw noAnswer(error);
  }
}
