import { BadInput, Conflict, Missing, Refused, TaproomError, Unknown } from "#kernel/errors";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { TooOften } from "./admin/not-too-often.ts";
import { OutOfRange } from "./admin/read-request.ts";
import { TooManyTries, WrongProof } from "./admin/session/prove.ts";
import type { Problem } from "./problem.ts";

/** What the caller is told of an error: his own mistakes by name, ours without detail. */
export function problemOf(error: Error): Problem {
  if (!(error instanceof TaproomError))
    return { status: 503, code: "failed", detail: "Something broke on our side; it is logged." };
  const { code, args } = error.reason ?? { code: error.code };
  return { status: statusOf(error), code, detail: error.message, ...(args && { args }), ...besides(error) };
}

function statusOf(error: TaproomError): Problem["status"] {
  if (error instanceof Unusable && missing.has(error.refusal.code)) return 404;
  if (error instanceof BadInput) return 400;
  if (error instanceof Unknown || error instanceof WrongProof) return 401;
  if (error instanceof Refused) return 403;
  if (error instanceof Missing) return 404;
  if (error instanceof Conflict) return 409;
  if (error instanceof OutOfRange) return 422;
  if (error instanceof TooOften || error instanceof TooManyTries) return 429;
  return error.retry ? 503 : 502;
}

const missing: ReadonlySet<string> = new Set(["no-mapping", "no-job"]);

function besides(error: TaproomError): Pick<Problem, "more" | "headers"> {
  if (error instanceof WrongProof) return { more: { attemptsLeft: error.attemptsLeft } };
  if (error instanceof TooOften || error instanceof TooManyTries)
    return { headers: { "Retry-After": String(error.seconds) } };
  return {};
}
