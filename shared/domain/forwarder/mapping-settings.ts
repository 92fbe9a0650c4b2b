import * as z from "zod";
import { filterSettings } from "./filters/settings.ts";
import { transform } from "./transforms/settings.ts";

export const modes = ["forward", "copy"] as const;
export type Mode = (typeof modes)[number];

export const priorities = ["high", "normal", "low"] as const;
export type Priority = (typeof priorities)[number];

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "wants a time such as 23:30");
const timeZone = z.string().refine(isTimeZone, "wants a time zone such as Europe/Moscow");
const linkButton = z.strictObject({
  text: z.string().trim().min(1).max(64),
  url: z.url({ protocol: /^(https?|tg)$/ }),
});

/** How a mapping carries posts; whatever is left out has its default. */
export const mappingSettings = z.strictObject({
  mode: z.enum(modes).default("copy").describe("forward keeps the author, copy shows none"),
  fallback: z.boolean().default(true).describe("Whether a post that cannot be forwarded is copied"),
  priority: z.enum(priorities).default("normal"),
  silent: z.boolean().default(false).describe("Without a sound"),
  filters: filterSettings.prefault({}),
  transforms: z.array(transform).max(50).default([]),
  linkPreview: z.enum(["as-is", "on", "off"]).default("as-is"),
  buttons: z
    .enum(["keep", "text", "drop"])
    .default("keep")
    .describe("What becomes of a post's link buttons; text writes them under the post"),
  addButtons: z.array(z.array(linkButton).min(1).max(8)).max(10).default([]),
  edits: z.enum(["sync", "repost", "ignore"]).default("sync"),
  editsOtherwise: z
    .enum(["repost", "ignore"])
    .default("ignore")
    .describe("When an edit cannot be made, such as of a forwarded post"),
  editsRejected: z
    .enum(["keep", "delete"])
    .default("keep")
    .describe("When the edited post does not pass the filters any more"),
  replies: z
    .enum(["keep", "bring", "drop"])
    .default("keep")
    .describe("bring carries the answered post too if it was never carried"),
  pins: z.boolean().default(false),
  protectedPosts: z
    .enum(["skip", "copy"])
    .default("skip")
    .describe("copy is for channels of one's own whose saving is restricted"),
  unsure: z
    .enum(["again", "hold"])
    .default("again")
    .describe("When nobody knows whether Telegram has taken a post: send it once more, or ask a person"),
  dedup: z
    .strictObject({
      scope: z.enum(["off", "mapping", "target", "everywhere"]).default("target"),
      windowSeconds: z.int().min(60).max(2_592_000).default(86_400),
      near: z
        .int()
        .min(0)
        .max(16)
        .default(0)
        .describe("Of 64 bits, in how many almost equal texts may differ; 0 wants equal ones"),
    })
    .prefault({}),
  delaySeconds: z.int().min(0).max(86_400).default(0),
  perMinute: z.int().min(1).max(60).optional().describe("At most so many posts a minute"),
  rereadSeconds: z
    .int()
    .min(0)
    .max(300)
    .default(0)
    .describe("For channels that edit at once: a post waits so long, and goes as it is then"),
  quietHours: z
    .strictObject({ from: timeOfDay, to: timeOfDay })
    .optional()
    .describe("Posts wait until the end of it"),
  timeZone: timeZone.default("Europe/Moscow").describe("Of the quiet hours, and of times in a template"),
});
export type MappingSettings = z.infer<typeof mappingSettings>;

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
