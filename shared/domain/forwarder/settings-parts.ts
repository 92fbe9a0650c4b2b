import type { MappingSettings } from "./mapping-settings.ts";

/** What can be copied from one mapping to others. */
export const parts = ["everything", "filters", "keywords", "transforms"] as const;
export type Part = (typeof parts)[number];

/** The settings of `to` with a part of those of `from`. */
export function copied(from: MappingSettings, to: MappingSettings, part: Part): MappingSettings {
  switch (part) {
    case "everything":
      return from;
    case "filters":
      return { ...to, filters: from.filters };
    case "keywords":
      return { ...to, filters: { ...to.filters, keywords: from.filters.keywords } };
    case "transforms":
      return { ...to, transforms: from.transforms };
  }
}
