import type { MappingSettings } from "../mapping-settings.ts";
import type { ContentKind } from "../message.ts";
import type { Pattern } from "../pattern.ts";
import type { Transform } from "../transforms/settings.ts";
import type { OptionName } from "./option-list.ts";
import { withOption } from "./options.ts";

export const keywordLists = ["include", "exclude"] as const;
export type KeywordList = (typeof keywordLists)[number];

/** What an administrator changes in a mapping's settings. */
export type Change =
  | { readonly is: "option"; readonly name: OptionName; readonly value: string }
  | { readonly is: "add-keywords"; readonly list: KeywordList; readonly patterns: readonly Pattern[] }
  | { readonly is: "remove-keywords"; readonly keys: readonly string[] }
  | { readonly is: "add-transform"; readonly transform: Transform }
  | { readonly is: "remove-transforms"; readonly keys: readonly string[] }
  /** Nothing named: every kind passes. */
  | { readonly is: "kinds"; readonly allow: readonly ContentKind[] }
  | { readonly is: "merge"; readonly filters: Partial<MappingSettings["filters"]> }
  | { readonly is: "pace"; readonly pace: Partial<Pick<MappingSettings, "delaySeconds" | "rereadSeconds">> }
  | { readonly is: "dedup"; readonly dedup: Partial<MappingSettings["dedup"]> }
  | { readonly is: "link-buttons"; readonly rows: MappingSettings["addButtons"] }
  | { readonly is: "per-minute"; readonly most: number | undefined }
  | { readonly is: "quiet-hours"; readonly hours: MappingSettings["quietHours"]; readonly timeZone?: string }
  | {
      readonly is: "rules";
      readonly rules: Pick<MappingSettings, "filters" | "transforms">;
    };

/** The settings after it. Adding what is there already changes nothing. */
export function changed(settings: MappingSettings, change: Change): MappingSettings {
  const { filters, transforms } = settings;
  const { keywords } = filters;
  switch (change.is) {
    case "option":
      return withOption(settings, change.name, change.value);
    case "add-keywords": {
      const { list, patterns } = change;
      const known = new Set(keywords[list].map((each) => keyOf(each)));
      const fresh = patterns.filter((each) => !known.has(keyOf(each)));
      return withFilters(settings, { keywords: { ...keywords, [list]: [...keywords[list], ...fresh] } });
    }
    case "remove-keywords": {
      const stays = (list: KeywordList) =>
        keywords[list].filter((each) => !change.keys.includes(keywordKey(list, each)));
      return withFilters(settings, {
        keywords: { ...keywords, include: stays("include"), exclude: stays("exclude") },
      });
    }
    case "add-transform":
      return { ...settings, transforms: [...transforms, change.transform] };
    case "remove-transforms":
      return { ...settings, transforms: transforms.filter((each) => !change.keys.includes(keyOf(each))) };
    case "kinds": {
      const { allow: _, ...media } = filters.media;
      const allow = [...change.allow];
      return withFilters(settings, { media: allow.length > 0 ? { ...media, allow } : media });
    }
    case "merge":
      return withFilters(settings, change.filters);
    case "pace":
      return { ...settings, ...change.pace };
    case "dedup":
      return { ...settings, dedup: { ...settings.dedup, ...change.dedup } };
    case "link-buttons":
      return { ...settings, addButtons: change.rows };
    case "per-minute": {
      const { perMinute: _, ...rest } = settings;
      return change.most === undefined ? rest : { ...rest, perMinute: change.most };
    }
    case "quiet-hours": {
      const { quietHours: _, ...rest } = settings;
      const { hours, timeZone = settings.timeZone } = change;
      return { ...rest, timeZone, ...(hours && { quietHours: hours }) };
    }
    case "rules":
      return { ...settings, ...change.rules };
  }
}

const withFilters = (
  settings: MappingSettings,
  filters: Partial<MappingSettings["filters"]>,
): MappingSettings => ({ ...settings, filters: { ...settings.filters, ...filters } });

/** Names a keyword or a transform on a button, for as long as it stays as it is: FNV-1a over its JSON. */
export function keyOf(rule: Pattern | Transform): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(rule)) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

export const keywordKey = (list: KeywordList, pattern: Pattern): string =>
  `${list === "include" ? "i" : "e"}${keyOf(pattern)}`;
