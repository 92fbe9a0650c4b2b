import * as z from "zod";
import { filterSettings } from "../filters/settings.ts";
import type { MappingSettings } from "../mapping-settings.ts";
import { transform } from "../transforms/settings.ts";

/** A mapping's filters and transforms as a file, for another mapping or another Taproom. */
export const rulesFile = z.strictObject({
  version: z.literal(1),
  filters: filterSettings.prefault({}),
  transforms: z.array(transform).max(50).default([]),
});
export type RulesFile = z.infer<typeof rulesFile>;

export const rulesOf = ({ filters, transforms }: MappingSettings): RulesFile => ({
  version: 1,
  filters,
  transforms,
});
