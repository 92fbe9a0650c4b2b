import * as z from "zod";
import { pattern } from "../pattern.ts";

const words = z.string().max(1_000);
const hosts = z.array(z.string().toLowerCase().min(1).max(253)).max(200).default([]);

/** One change of a post's text; a mapping makes them in the order in which they stand. */
export const transform = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("replace"),
    what: pattern,
    with: words.describe("$1, $2 … are the groups of a regex"),
    keepCase: z.boolean().default(false),
  }),
  z.strictObject({
    is: z.literal("mask-links"),
    with: words
      .default("")
      .describe(
        "What stands in place of an address; nothing removes it. Words with a link beneath them only lose the link",
      ),
    keep: hosts.describe("Hosts whose links stay, subdomains too"),
    only: hosts.describe("If there are any: only links to these hosts are masked"),
  }),
  z.strictObject({ is: z.literal("header"), text: words }),
  z.strictObject({ is: z.literal("footer"), text: words }),
  z.strictObject({
    is: z.literal("template"),
    text: words.describe(
      "{text} {chat} {chat_username} {sender} {sender_username} {link} {date} {time}; usernames stand without @",
    ),
  }),
  z.strictObject({
    is: z.literal("style"),
    as: z.enum(["plain", "bold", "italic", "code", "strikethrough", "spoiler"]),
  }),
]);
export type Transform = z.infer<typeof transform>;
