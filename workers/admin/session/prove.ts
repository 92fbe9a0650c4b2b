import type { Context } from "hono";
import { between, instant, type Instant, iso } from "#kernel/clock";
import { TaproomError } from "#kernel/errors";
import type { Try, Verdict } from "#durable-objects/admin/tries";
import type { DoorEnv } from "../../door.ts";
import { addressOf } from "./came-in.ts";

/** A proof was wrong; how often another may be tried at once. */
export class WrongProof extends TaproomError<"wrong-proof"> {
  readonly code = "wrong-proof";
  readonly retry = false;
  readonly attemptsLeft: number;

  constructor(attemptsLeft: number) {
    super(`That is not right. ${attemptsLeft} more can be tried at once.`);
    this.attemptsLeft = attemptsLeft;
  }
}

/** Too many proofs were wrong. */
export class TooManyTries extends TaproomError<"too-many-tries"> {
  readonly code = "too-many-tries";
  readonly retry = true;
  readonly seconds: number;

  constructor(waitUntil: Instant, now: Instant) {
    const seconds = Math.max(1, Math.ceil(between(now, waitUntil) / 1_000));
    super(`Too many tries went wrong. The next is welcome in ${seconds} s.`, {
      context: { until: iso(waitUntil) },
    });
    this.seconds = seconds;
  }
}

/** Lets `isRight` look at a proof, unless too many were wrong. Throws WrongProof, TooManyTries. */
export async function prove(
  c: Context<DoorEnv>,
  account: string | undefined,
  isRight: () => Promise<boolean>,
): Promise<void> {
  const admin = c.env.ADMIN.getByName("admin");
  const tried: Try = { address: addressOf(c), ...(account !== undefined && { account }) };
  // The cast: RPC's types lose what an answer is made of.
  const verdict = (await admin.try(tried)) as Verdict;
  if (!verdict.may) throw new TooManyTries(verdict.waitUntil, instant(Date.now()));
  if (!(await isRight())) throw new WrongProof(verdict.triesLeft);
  await admin.succeeded(tried);
}
