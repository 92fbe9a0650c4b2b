/** The settings as they stand in the form, for the fields in it. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FilterSettings } from "#domain/forwarder/filters/settings";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { defaults } from "./defaults.ts";

export interface Draft {
  readonly settings: MappingSettings;
  readonly edit: (settings: MappingSettings) => void;
}

export const Drafted = createContext<Draft>({ settings: defaults, edit: () => undefined });

export const useDraft = (): Draft => useContext(Drafted);

/** A hook: one setting, and a way to put another in its place. */
export function useSetting<Name extends keyof MappingSettings>(name: Name) {
  const { settings, edit } = useDraft();
  const put = (value: MappingSettings[Name]) => edit({ ...settings, [name]: value });
  return [settings[name], put] as const;
}

/** The same for one filter. */
export function useFilter<Name extends keyof FilterSettings>(name: Name) {
  const [filters, setFilters] = useSetting("filters");
  const put = (value: FilterSettings[Name]) => setFilters({ ...filters, [name]: value });
  return [filters[name], put] as const;
}

/** Whether two settings, or parts of them, say the same. */
export const isSame = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
