import type * as z from "zod";
import { instagramSettings } from "./instagram/settings.ts";
import { tiktokSettings } from "./tiktok/settings.ts";
import { youtubeSettings } from "./youtube/settings.ts";

/** Everything that names a version, a header set or an id of a platform is here, and can be changed while it runs. */
export const platformSettings = {
  tiktok: tiktokSettings,
  instagram: instagramSettings,
  youtube: youtubeSettings,
} as const;

export type PlatformSettings = {
  readonly [Name in keyof typeof platformSettings]: Readonly<z.infer<(typeof platformSettings)[Name]>>;
};
