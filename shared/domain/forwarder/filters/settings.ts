import * as z from "zod";
import { contentKinds } from "../message.ts";
import { pattern } from "../pattern.ts";

export const keywordOrders = [
  "exclude-then-include",
  "include-then-exclude",
  "include-only",
  "exclude-only",
] as const;

const list = z.array(pattern).max(500).default([]);
const ids = z.array(z.string().trim().min(1).max(64)).max(500).default([]);
const extension = z
  .string()
  .toLowerCase()
  .regex(/^\.?[\p{L}\p{N}]{1,16}$/u, "wants an extension, such as pdf")
  .transform((value) => value.replace(/^\./, ""));

/** What becomes of a post whose file is not wanted. */
const otherwise = z.enum(["discard", "keep-text"]).default("discard");

/** Which posts a mapping carries. Every filter that is left out lets everything pass. */
export const filterSettings = z.strictObject({
  keywords: z
    .strictObject({
      include: list.describe("With any of these a post is wanted; an empty list wants everything"),
      exclude: list.describe("With any of these it is not"),
      order: z
        .enum(keywordOrders)
        .default("exclude-then-include")
        .describe(
          "exclude-then-include: what is excluded stays out, the rest has to be included. " +
            "include-then-exclude: what is included comes in whatever else it says, the rest must not be excluded",
        ),
      invertInclude: z.boolean().default(false),
      invertExclude: z.boolean().default(false),
    })
    .prefault({}),
  media: z
    .strictObject({
      allow: z.array(z.enum(contentKinds)).optional(),
      deny: z.array(z.enum(contentKinds)).default([]),
      otherwise,
    })
    .prefault({}),
  size: z.strictObject({ mostBytes: z.int().min(1).optional(), otherwise }).prefault({}),
  extensions: z
    .strictObject({ allow: z.array(extension).optional(), deny: z.array(extension).default([]), otherwise })
    .prefault({}),
  senders: z
    .strictObject({ allow: ids, deny: ids })
    .prefault({})
    .describe("Ids, @usernames, or names of authors under a channel's posts"),
  links: z.enum(["any", "only", "none"]).default("any"),
  mentions: z.enum(["any", "only", "none"]).default("any"),
  reposts: z.enum(["any", "only", "none"]).default("any"),
  origins: z.strictObject({ allow: ids, deny: ids }).prefault({}).describe("Where a repost first stood"),
  automaticForwards: z
    .boolean()
    .default(false)
    .describe("Whether a discussion group's copies of its channel's posts are carried"),
});
export type FilterSettings = z.infer<typeof filterSettings>;
