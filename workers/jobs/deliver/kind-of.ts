import { SilenceError, UpstreamError } from "#kernel/errors";
import { type TroubleKind, troubleOf } from "#domain/forwarder/trouble";

/** What is wrong, by an error of a sender. */
export function kindOf(error: unknown): TroubleKind {
  if (error instanceof SilenceError) return "unsure";
  return error instanceof UpstreamError ? troubleOf(error.status, error.said) : "unknown";
}
