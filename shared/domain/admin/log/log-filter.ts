import * as z from "zod";
import { levels } from "#kernel/log";

/** Which lines somebody wants to see. */
export const logFilter = z.strictObject({
  level: z.enum(levels).default("info").describe("This level, and what is more serious"),
  part: z.string().trim().max(100).optional().describe("Who wrote it: channel, or channel 1001"),
  text: z.string().trim().max(200).optional().describe("Occurs somewhere in the line, in any letter case"),
  traceId: z.string().trim().max(100).optional().describe("Follows a post from its coming to its end"),
});
export type LogFilter = Readonly<z.output<typeof logFilter>>;
