import * as z from "zod";

const cooldownSeconds = z.int().min(0).max(86_400).default(45);

/** What a channel may change about `!me` and `!top`. */
export const ranksSettings = z.strictObject({
  /** How long `!me` is silent after it has answered anybody. */
  meCooldownSeconds: cooldownSeconds,
  /** How long `!top` is silent after it has answered anybody. */
  topCooldownSeconds: cooldownSeconds,
});

export type RanksSettings = z.infer<typeof ranksSettings>;
