/** What somebody makes of a mapping in its form. */
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { patchOf } from "#domain/forwarder/panel/patch";
import type { Mapping } from "../routes.ts";
import { settingsOf } from "./defaults.ts";

export interface Filled {
  readonly label: string;
  readonly settings: MappingSettings;
}

/** As it was when the first change was made, and as it is to be. */
export interface Edited {
  readonly before: Filled;
  readonly after: Filled;
}

export const filledBy = (mapping: Mapping): Filled => ({
  label: mapping.label,
  settings: settingsOf(mapping),
});

/** What is sent: only what differs, so that what somebody else changes meanwhile stays as they want it. */
export const changesIn = ({ before, after }: Edited): Readonly<Record<string, unknown>> => ({
  ...patchOf(before.settings, after.settings),
  ...(before.label !== after.label && { label: after.label.trim() }),
});
