import { type Degree, type Rights, sectionsToGive } from "#domain/admin/rights";

/** What moderators are usually given, to begin with. */
export const presets = {
  chat: {
    overview: "see",
    channel: "see",
    players: "see",
    redemptions: "change",
    logs: "see",
    console: "change",
  },
  posts: { overview: "see", forwarder: "change", downloads: "see", logs: "see" },
  watch: Object.fromEntries(sectionsToGive.map((section) => [section, "see"])),
  none: {},
} as const satisfies Readonly<Record<string, Rights>>;

export type PresetName = keyof typeof presets;
// The cast: these are its keys.
export const presetNames = Object.keys(presets) as readonly PresetName[];

/** Which of them somebody has; undefined: something of their own. */
export const presetOf = (rights: Rights): PresetName | undefined =>
  presetNames.find((name) =>
    sectionsToGive.every((section) => (presets[name] as Rights)[section] === rights[section]),
  );

/** Everything as before, but for one section. */
export function given(
  rights: Rights,
  section: (typeof sectionsToGive)[number],
  degree: Degree | undefined,
): Rights {
  const { [section]: _, ...others } = rights;
  return degree === undefined ? others : { ...others, [section]: degree };
}
