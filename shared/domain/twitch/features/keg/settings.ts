import * as z from "zod";

/** What a channel may change about its keg. */
export const kegSettings = z.strictObject({
  /** From the first line to the burst; every other wait of the keg keeps its proportion to it. */
  fuseSeconds: z.number().min(1).max(3_600).default(60),
  /** So many boars give the chat its even chance. */
  boarsNeeded: z.int().min(1).max(100).default(20),
  /** At most so many chatters are soaked. */
  victims: z.int().min(1).max(100).default(50),
  /** How long a soaked chatter sits out; Twitch allows up to two weeks. */
  timeoutSeconds: z.int().min(1).max(1_209_600).default(600),
});

export type KegSettings = z.infer<typeof kegSettings>;
