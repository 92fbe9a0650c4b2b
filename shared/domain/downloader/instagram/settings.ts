import * as z from "zod";
import { commonSettings } from "../common-settings.ts";

/** What can be changed of Instagram without a new release; every field has a default. */
export const instagramSettings = z.strictObject({
  ...commonSettings,
});

export type InstagramSettings = Readonly<z.infer<typeof instagramSettings>>;
