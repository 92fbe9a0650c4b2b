import * as z from "zod";

const timeoutSeconds = z.int().min(1).max(1_209_600);

/** What a channel may change about the roulette. */
export const buttSettings = z.strictObject({
  /** How long whoever rolls 90 to 99 sits out; Twitch allows up to two weeks. */
  timeoutSeconds: timeoutSeconds.default(60),
  /** How long whoever rolls 100 sits out. */
  extremeTimeoutSeconds: timeoutSeconds.default(600),
  /** How long nobody else can roll after a roll. */
  cooldownSeconds: z.int().min(0).max(86_400).default(45),
});

export type ButtSettings = z.infer<typeof buttSettings>;
