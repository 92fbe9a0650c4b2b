import { TaproomError } from "#kernel/errors";
import { kindOf, type Reason } from "./reason.ts";

/** A post does not become a video, and why. `message` is for the log: what was seen, without URLs and cookies. */
export class Refusal extends TaproomError<Reason> {
  readonly code: Reason;
  readonly retry: boolean;

  constructor(reason: Reason, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.code = reason;
    this.retry = kindOf(reason).retry;
  }
}
