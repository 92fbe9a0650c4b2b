import * as z from "zod";
import { isTimeZone } from "./zone.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "wants a time of day such as 19:00");

const schedule = z
  .strictObject({
    /** Whether the bot sleeps every day. */
    enabled: z.boolean().default(false),
    /** It falls asleep at this minute of the channel's time zone … */
    from: timeOfDay.default("19:00"),
    /** … and wakes up at this one, on the next day if it is the earlier of the two. */
    to: timeOfDay.default("23:00"),
  })
  .refine(({ from, to }) => from !== to, {
    path: ["to"],
    message: "wants another time than from; to sleep never, set enabled to false",
  });

/** When the bot is to be silent in a channel, and what that means. */
export const sleepSettings = z.strictObject({
  /** The hours every day in which the bot sleeps by itself. */
  schedule: schedule.prefault({}),
  /** Whose clock counts, for the schedule and for the midnight at which an order to sleep ends. */
  timeZone: z
    .string()
    .refine(isTimeZone, "wants the IANA name of a time zone, such as Europe/Moscow")
    .default("Europe/Moscow"),
  /** What a sleeping bot does about its rewards: gives the points back, or has Twitch not sell them at all. */
  redemptions: z.enum(["refund", "pause"]).default("refund"),
  /** Whether the bot says good night and good morning; orders are answered in any case. */
  notices: z.boolean().default(true),
});

export type SleepSettings = z.infer<typeof sleepSettings>;
