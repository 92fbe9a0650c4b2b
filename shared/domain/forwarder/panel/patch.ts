import type { MappingSettings } from "../mapping-settings.ts";

/** What has to be said to make settings into others: each field that differs, null where it is there no more. */
export function patchOf(before: MappingSettings, after: MappingSettings): Readonly<Record<string, unknown>> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof MappingSettings)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name] ?? null]),
  );
}
