import * as z from "zod";
import { chrome, firefox, headerSet } from "../browsers.ts";
import { commonSettings } from "../common-settings.ts";

/**
 * Where TikTok tells of a post. `page`: the video's own page. `embed`: the page that other sites show; it names the
 * photos of a slideshow, and no file of a video.
 */
const path = z.enum(["page", "embed"]);

/** What can be changed of TikTok without a new release; every field has a default. */
export const tiktokSettings = z.strictObject({
  ...commonSettings,
  /** Asked in this order, until one knows the post. */
  paths: z.array(path).min(1).max(4).default(["page", "embed"]),
  /** The page is asked for as each of these in turn: what one browser is refused another may get. */
  browsers: z.array(headerSet).min(1).max(4).default([chrome, firefox]),
  /** The CDN serves only who comes from the page, by this header and by the cookie that the page has set. */
  mediaHeaders: headerSet.default({ Referer: "https://www.tiktok.com/" }),
  /** The anonymous cookie that the CDN wants back; no other cookie is ever kept. */
  mediaCookie: z
    .string()
    .regex(/^\w{1,64}$/)
    .default("tt_chain_token"),
  /** A whole browser is sent on to an app; this is enough for a redirect. */
  shortLinkUserAgent: z
    .string()
    .min(1)
    .max(256)
    .default("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"),
});

export type TiktokSettings = Readonly<z.infer<typeof tiktokSettings>>;
