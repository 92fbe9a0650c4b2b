import * as z from "zod";

/** A channel is named by its broadcaster's Twitch user id. */
export const ofChannel = z.object({
  id: z
    .string()
    .regex(/^\d{1,20}$/, "wants the broadcaster's Twitch user id (digits)")
    .describe("The broadcaster's Twitch user id"),
});

/** A sentence in both languages of the panel. */
export const words = z.object({ ru: z.string(), en: z.string() });
