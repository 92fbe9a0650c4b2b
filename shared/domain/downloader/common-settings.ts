import * as z from "zod";

/** Where a post is looked for, in this order: at the platform itself, or by the back end of DOWNLOAD_BACKEND_URL. */
const way = z.enum(["native", "back-end"]);

/** What every platform has. */
export const commonSettings = {
  enabled: z.boolean().default(true),
  ways: z.array(way).default(["native", "back-end"]),
  /** What lasts longer is refused; in seconds. */
  maxDurationSeconds: z.int().min(1).max(86_400).default(3_600),
  /** So many failures on end that speak of the platform close it for `restSeconds`; then one download tries. */
  breaker: z
    .strictObject({
      failures: z.int().min(1).max(100).default(5),
      restSeconds: z.int().min(1).max(86_400).default(60),
    })
    .prefault({}),
};
