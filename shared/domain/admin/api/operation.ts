import * as z from "zod";
import type { Need } from "../rights.ts";

export type Method = "get" | "put" | "post" | "patch" | "delete";

/**
 * Something that can be asked or done over HTTP: the router, the OpenAPI document, the typed clients and the test that
 * walks every door are made of it.
 */
export interface Operation {
  readonly tag: string;
  readonly method: Method;
  /** As the router has it: `/api/mappings/:id`. */
  readonly path: `/${string}`;
  readonly needs: Need;
  /** For a person who reads the document. Of one that changes something the audit has it too. */
  readonly summary: string;
  readonly inPath?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** The `items` of its answer can be had as CSV too, by `?format=csv`. */
  readonly isTable?: boolean;
  /** An older name of another one. */
  readonly isDeprecated?: boolean;
  /** When it is not answered, besides what is the same everywhere: the status, and why. */
  readonly refusals?: Readonly<Record<number, string>>;
  /** It changes nothing although it is no GET, or notes in the audit itself what it does. */
  readonly isAudited?: false;
}

/** Keeps what is said of an operation as narrow as it was written: the clients' types are made of it. */
export const operation = <const Said extends Operation>(said: Said): Said => said;

type Given<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined;

/** What an operation is asked with, read by its shapes. */
export interface Asked<Of extends Operation> {
  readonly inPath: Given<Of["inPath"]>;
  readonly query: Given<Of["query"]>;
  readonly body: Given<Of["body"]>;
}

/** What it answers; lists may be readonly. */
export type Answer<Of extends Operation> = Lenient<z.output<Of["answer"]>>;

type Lenient<T> = T extends (infer Item)[]
  ? readonly Lenient<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Lenient<T[Key]> }
    : T;

export type Operations = Readonly<Record<string, Operation>>;

/** A list that goes on: `next` is what to ask with for what follows; without it that was all. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional().describe("The cursor of what follows") });

const digits = (text: unknown) => (typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : text);

/** A whole number in an address, of digits alone: `1e1`, ` 7` and the empty text are none. */
export function whole(least: number, most: number, usual?: number) {
  const limits = z.int().min(least).max(most);
  return z.preprocess(digits, usual === undefined ? limits : limits.default(usual));
}

/** What is numbered in an address. */
export const numbered = z.object({ id: whole(1, 2_147_483_647) });

/** Yes or no in an address. */
export const truth = z.enum(["true", "false"]).transform((said) => said === "true");

/** How much of a list is wanted, and from where on. */
export const part = (usual: number, most = 1_000) => ({
  limit: whole(1, most, usual),
  cursor: z.string().max(200).optional().describe("`next` of the list before"),
});

export const count = z.int().min(0);
export const moment = z.iso.datetime();
/** The answer of what has nothing to tell. */
export const done = z.object({ done: z.literal(true) });
export const isDone: z.output<typeof done> = { done: true };
