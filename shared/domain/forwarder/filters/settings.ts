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
const names = z.array(z.string().trim().min(1).max(128)).max(500).default([]);
const extension = z
  .string()
  .toLowerCase()
  .regex(/^\.?[\p{L}\p{N}]{1,16}$/u, "wants an extension, such as pdf")
  .transform((value) => value.replace(/^\./, ""));

/** What becomes of a post whose file is not wanted. */
const otherwise = z
  .enum(["discard", "keep-text"])
  .default("discard")
  .describe(
    "discard: an album too, for one such file. keep-text: its text goes without it, and so does the rest of an album; " +
      "a post that would have neither is discarded",
  );

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
          "Which list is asked first, and so is named as the reason; a post has to meet both. " +
            "include-only, exclude-only: the other list is not looked at, unless it is inverted",
        ),
      invertInclude: z.boolean().default(false).describe("Makes the include list a second exclude list"),
      invertExclude: z
        .boolean()
        .default(false)
        .describe("Makes the exclude list a second include list: a post needs one of each"),
    })
    .prefault({})
    .describe("Over all texts and captions of a post. What has no text has none of the keywords"),
  media: z
    .strictObject({
      allow: z.array(z.enum(contentKinds)).optional(),
      deny: z.array(z.enum(contentKinds)).default([]),
      otherwise,
    })
    .prefault({}),
  size: z
    .strictObject({ mostBytes: z.int().min(1).optional(), otherwise })
    .prefault({})
    .describe("Of each file; one whose size nobody tells passes"),
  extensions: z
    .strictObject({ allow: z.array(extension).optional(), deny: z.array(extension).default([]), otherwise })
    .prefault({})
    .describe("Of files that have a name, and of documents; a photo has none and passes"),
  senders: z
    .strictObject({ allow: names, deny: names })
    .prefault({})
    .describe(
      "Ids, @usernames, or names of authors under a channel's posts; an empty allow list allows everybody",
    ),
  links: z.enum(["any", "only", "none"]).default("any"),
  mentions: z.enum(["any", "only", "none"]).default("any"),
  reposts: z.enum(["any", "only", "none"]).default("any"),
  origins: z
    .strictObject({ allow: names, deny: names })
    .prefault({})
    .describe("Where a repost first stood: ids, @usernames, or names of who hides. What is no repost passes"),
  automaticForwards: z
    .boolean()
    .default(false)
    .describe("Whether a discussion group's copies of its channel's posts are carried"),
});
export type FilterSettings = z.infer<typeof filterSettings>;
