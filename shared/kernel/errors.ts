import type { Instant } from "./clock.ts";
import type { Text } from "./text.ts";

/** What a "no" is called, for whoever has words of their own for it, and what those words tell of. */
export interface Reason {
  readonly code: string;
  readonly args?: Text["args"];
}

interface Told extends ErrorOptions {
  readonly context?: Readonly<Record<string, unknown>>;
  readonly reason?: Reason | undefined;
}

/**
 * What went wrong, said once for every reader: `code` for machines and dashboards,
 * `retry` for queues, `message` and `context` for the log, `cause` for the debugger.
 */
export abstract class TaproomError<Code extends string = string> extends Error {
  abstract readonly code: Code;
  /** Would the same call, made again later, have a chance? */
  abstract readonly retry: boolean;
  // A class has no name of its own after minifying; `code` tells them apart.
  override readonly name = "TaproomError";
  readonly context: Readonly<Record<string, unknown>>;
  /** Where more can be said of it than its `code`. */
  readonly reason: Reason | undefined;

  constructor(message: string, options: Told = {}) {
    super(message, options);
    this.context = options.context ?? {};
    this.reason = options.reason;
  }
}

export type Service = "twitch" | "twitch-id" | "postgres" | "telegram" | "redis" | "qstash";

/** Another service answered, and the answer was no. */
export class UpstreamError extends TaproomError<"upstream"> {
  readonly code = "upstream";
  readonly retry: boolean;
  readonly service: Service;
  readonly status: number;
  /** What the service said, in its own words; never a token. */
  readonly said: string;
  /** When the service asked to be left alone until (429). */
  readonly retryAt: Instant | undefined;

  constructor(service: Service, status: number, said: string, retryAt?: Instant) {
    super(`${service} answered ${status}: ${said}`, {
      context: { service, status },
      reason: { code: "upstream", args: { service } },
    });
    this.service = service;
    this.status = status;
    this.said = said;
    this.retryAt = retryAt;
    // 409 on a ban: somebody else is changing that very person.
    this.retry = status === 429 || status === 409 || status >= 500;
  }
}

/**
 * Nothing came back: no connection, a reset, or too long a wait.
 * Whether the service has acted is unknown, so only what may be done twice may be tried again blindly.
 */
export class SilenceError extends TaproomError<"silence"> {
  readonly code = "silence";
  readonly retry = true;

  constructor(service: Service, cause: unknown) {
    super(`${service} gave no answer`, {
      cause,
      context: { service },
      reason: { code: "silence", args: { service } },
    });
  }
}

/** An account is not connected, or its consent does not cover what was tried: only its owner can mend it. */
export class ConsentNeeded extends TaproomError<"consent-needed"> {
  readonly code = "consent-needed";
  readonly retry = true;

  constructor(who: string, why: string) {
    super(`${who} has to sign in with Twitch: ${why}`, { context: { who } });
  }
}

/** What the caller sent cannot be used; `message` says which part and why. */
export class BadInput extends TaproomError<"bad-input"> {
  readonly code = "bad-input";
  readonly retry = false;
}

/** There is none of this name or number. */
export class Missing extends TaproomError<"not-found"> {
  readonly code = "not-found";
  readonly retry = false;
}

/** It cannot be so together with what is so already. */
export class Conflict extends TaproomError<"conflict"> {
  readonly code = "conflict";
  readonly retry = false;
}

/** Nobody knows who is asking. */
export class Unknown extends TaproomError<"unauthorized"> {
  readonly code = "unauthorized";
  readonly retry = false;
}

/** The caller may not. */
export class Refused extends TaproomError<"refused"> {
  readonly code = "refused";
  readonly retry = false;
}
