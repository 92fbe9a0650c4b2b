import * as z from "zod";
import { commonSettings } from "../common-settings.ts";

/** What can be changed of Tiktok without a new release; every field has a default. */
export const tiktokSettings = z.strictObject({
  ...commonSettings,
});

export type TiktokSettings = Readonly<z.infer<typeof tiktokSettings>>;
