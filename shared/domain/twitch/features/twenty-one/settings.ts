import * as z from "zod";

/** What a channel may change about its games of 21. */
export const twentyOneSettings = z.strictObject({
  /** `auto`: both hands are played out at once. `live`: both players ask for their cards in chat. */
  mode: z.enum(["auto", "live"]).default("auto"),
  /** In auto mode a hand takes cards until it counts so much. */
  standOn: z.int().min(12).max(21).default(17),
  /** In live mode so long may somebody think about each card; silence stands. */
  turnSeconds: z.int().min(1).max(300).default(20),
  /** From the beginning of one game to the beginning of the next. */
  paceSeconds: z.int().min(1).max(3_600).default(45),
  /** After somebody has come to the table with a ticket, the command hears nobody for so long. */
  cooldownSeconds: z.int().min(0).max(3_600).default(45),
  /** So long somebody waits for an opponent before the stake is given back. */
  waitSeconds: z.int().min(1).max(86_400).default(600),
  /** How long the loser sits out; Twitch allows up to two weeks. */
  timeoutSeconds: z.int().min(1).max(1_209_600).default(15),
});

export type TwentyOneSettings = z.infer<typeof twentyOneSettings>;
