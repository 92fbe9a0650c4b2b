import * as z from "zod";
import { commonSettings } from "../common-settings.ts";

/** What can be changed of Youtube without a new release; every field has a default. */
export const youtubeSettings = z.strictObject({
  ...commonSettings,
});

export type YoutubeSettings = Readonly<z.infer<typeof youtubeSettings>>;
