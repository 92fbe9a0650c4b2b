import { NeonDbError } from "@neondatabase/serverless";
import { SilenceError, UpstreamError } from "#kernel/errors";

/** What an error of a query is to the house: drizzle wraps what the driver throws; the driver knows whether Postgres answered. */
export function translated(error: unknown): UpstreamError | SilenceError {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  // A code is Postgres' own answer; without one the connection broke, or something in between spoke.
  if (cause instanceof NeonDbError && cause.code)
    return new UpstreamError("postgres", isAboutData(cause.code) ? 422 : 503, cause.message);
  return new SilenceError("postgres", cause instanceof Error ? cause.message : cause);
}

/** Classes 22 and 23: a value that cannot be, or that breaks a constraint. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const isAboutData = (code: string) => /^2[23]/.test(code);
