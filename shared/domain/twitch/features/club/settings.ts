import * as z from "zod";

/** What a channel may change about its club. */
export const clubSettings = z.strictObject({
  /** How long whoever was hit sits out; Twitch allows up to two weeks. */
  timeoutSeconds: z.int().min(1).max(1_209_600).default(15),
  /** How long the club rests after a swing. */
  cooldownSeconds: z.int().min(0).max(86_400).default(45),
});

export type ClubSettings = z.infer<typeof clubSettings>;
