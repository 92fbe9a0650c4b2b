import { placeName } from "./chat.ts";
import type { Mapping } from "./mapping.ts";
import type { MappingFile } from "./mapping-file.ts";
import { storedSettings } from "./stored-settings.ts";

/** Mappings as a file that `mappingFile` reads. */
export const fileOf = (mappings: readonly Mapping[]): MappingFile => ({
  version: 1,
  mappings: mappings.map(({ source, target, label, enabled, settings }) => ({
    source: placeName(source),
    target: placeName(target),
    label,
    enabled,
    settings: { ...storedSettings(settings) },
  })),
});
