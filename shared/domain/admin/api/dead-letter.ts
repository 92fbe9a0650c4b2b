import * as z from "zod";
import { moment } from "./operation.ts";

/** What a room could not work on, and has kept. */
export const deadLetter = z.object({
  key: z.string(),
  at: moment,
  what: z.unknown().describe("What was to be done, or what was received"),
  why: z.string().describe("What went wrong"),
});
