import * as z from "zod";
import { type MappingSettings, mappingSettings } from "./mapping-settings.ts";
import { Unusable } from "./refusals/refusals.ts";

/** Settings as they are stored: what differs from the defaults, so that a better default reaches everybody who chose none. */
export type StoredSettings = Readonly<Record<string, unknown>>;

export const defaultSettings: MappingSettings = mappingSettings.parse({});

/** Reads settings that a person or a program has made. Throws Unusable (settings), which says what is wrong, and `whose` first. */
export function readSettings(given: unknown, whose = ""): MappingSettings {
  const parsed = mappingSettings.safeParse(given);
  if (!parsed.success) throw new Unusable("settings", { problem: whose + z.prettifyError(parsed.error) });
  return parsed.data;
}

export const storedSettings = (settings: MappingSettings): StoredSettings =>
  differing(settings, defaultSettings) ?? {};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields that differ; undefined: none does. A list is one value. */
function differing(fields: Fields, defaults: Fields): Fields | undefined {
  const entries = Object.entries(fields).flatMap(([name, value]) => {
    const usual = defaults[name];
    const kept = isFields(value) && isFields(usual) ? differing(value, usual) : unlessEqual(value, usual);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Both come from the same schema, so their fields stand in the same order. */
const unlessEqual = (value: unknown, usual: unknown) =>
  JSON.stringify(value) === JSON.stringify(usual) ? undefined : value;
