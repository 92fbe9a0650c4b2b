import type * as z from "zod";

export type Method = "get" | "put" | "post" | "patch" | "delete";

/** What is told of a question that can be asked over HTTP, or of a wish. */
export interface Described {
  readonly tag: string;
  readonly method: Method;
  /** As the router has it: `/api/mappings/:id`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly inPath?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** The answer can be had as CSV too. */
  readonly isTable?: boolean;
  readonly isDeprecated?: boolean;
  /** When it is not answered, by the status: why. */
  readonly refusals: Readonly<Record<number, string>>;
}

/** What every door of the owner says to whoever must not pass, and when something behind it is away. */
export const ownersRefusals = {
  400: "An Authorization header that bears no token",
  401: "Without the admin token",
  503: "The database gives no answer",
} as const;
