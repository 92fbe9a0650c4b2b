import { TaproomError } from "./errors.ts";

export const levels = ["debug", "info", "warn", "error"] as const;
export type Level = (typeof levels)[number];

/** Where facts keep the error itself, for whoever can read more of it than a line shows. A line has no symbols. */
export const thrown = Symbol("thrown");

/**
 * What a line says besides its event: ids, counts, an error. Secrets print as dots by themselves. `traceId` follows a post
 * from the door to its last job. Never: what people write, their phone numbers, a whole request.
 */
export type Facts = Readonly<Record<string, unknown>> & { readonly [thrown]?: unknown };

/** Writes one line: what happened, in dotted words (`keg.opened`), and the facts of it. */
export type Log = Readonly<Record<Level, (event: string, facts?: Facts) => void>>;

/** An error as a log line may show it: no stack of others' code, no request with its headers. */
export const described = (error: unknown): Facts => ({
  ...(error instanceof TaproomError
    ? { error: error.message, code: error.code, ...error.context }
    : { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
  [thrown]: error,
});

/** Whether a line of this level is to be seen where lines of `least` are. */
export const isAtLeast = (level: Level, least: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(least);

/** A log that does the same at every level. */
export function logBy(write: (level: Level, event: string, facts: Facts) => void): Log {
  const at =
    (level: Level): Log[Level] =>
    (event, facts = {}) =>
      write(level, event, facts);
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
