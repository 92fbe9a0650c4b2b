import * as z from "zod";
import { chrome, headerSet } from "../browsers.ts";
import { commonSettings } from "../common-settings.ts";

/**
 * Where Instagram tells of a post. `page`: the post's own page. `graphql`: what that page asks in the background; it is
 * mostly refused to whoever has not the TLS of a browser, so it is off by default. `embed`: the page that other sites
 * show; owners can switch it off.
 */
const path = z.enum(["page", "graphql", "embed"]);
const version = z.string().regex(/^\d{1,32}$/, "wants digits");

/** What can be changed of Instagram without a new release; every field has a default. */
export const instagramSettings = z.strictObject({
  ...commonSettings,
  /** Asked in this order, until one knows the post. */
  paths: z.array(path).min(1).max(4).default(["page", "embed"]),
  /** The headers of a desktop browser, all of them: with fewer the page comes without the post. */
  browser: headerSet.default(chrome),
  /** Share links answer browsers with a page, and others with the redirect that is wanted. */
  shortLinkUserAgent: z.string().min(1).max(256).default("curl/8.16.0"),
  /** What the logged-out site calls itself, and its question. */
  graphql: z
    .strictObject({
      appId: version.default("936619743392459"),
      asbdId: version.default("359341"),
      docId: version.default("27130156389949648"),
      friendlyName: z
        .string()
        .regex(/^\w{1,128}$/)
        .default("PolarisLoggedOutDesktopWWWPostRootContentQuery"),
    })
    .prefault({}),
});

export type InstagramSettings = Readonly<z.infer<typeof instagramSettings>>;
