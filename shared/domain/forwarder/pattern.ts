import * as z from "zod";

/** Longer patterns are refused when they are saved. */
const longest = 512;

/** What is looked for in a text. `regex` is RE2's dialect: it has no back references, and no text makes it slow. */
export const pattern = z.strictObject({
  find: z.string().min(1).max(longest),
  as: z.enum(["word", "substring", "regex"]).default("word"),
  caseSensitive: z.boolean().default(false),
});
export type Pattern = z.infer<typeof pattern>;
