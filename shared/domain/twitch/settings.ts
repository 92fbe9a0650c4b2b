import * as z from "zod";
import { BadInput } from "#kernel/errors";
import { languages } from "#kernel/i18n";
import { commandNames } from "./commands.ts";
import { type FeatureId, featureIds, features } from "./features/index.ts";

const twitchIds = z
  .array(
    z
      .string()
      .regex(/^\d{1,20}$/, "wants Twitch user ids (digits)")
      // So that a form lets people be chosen by name.
      .meta({ format: "twitch-user-id" }),
  )
  .max(500);

/** Every feature may be switched off; the bot's sleep has its own switch. */
export const switchable = featureIds.filter((id) => id !== "sleep");

// Each feature's settings are a section of its own, so that a new feature brings its settings along.
const sections = Object.fromEntries(featureIds.map((id) => [id, features[id].settings.prefault({})])) as {
  readonly [Id in FeatureId]: z.ZodPrefault<(typeof features)[Id]["settings"]>;
};

/** Everything a channel can set; what is absent has its default. Unknown names are refused, so typos are seen. */
export const channelSettings = z.strictObject({
  /** What the bot speaks in chat. */
  language: z.enum(languages).default("ru"),
  /** May put the bot to sleep and wake it, besides the broadcaster. */
  admins: twitchIds.default([]),
  /** May what moderators may, and is as safe from every game as they are. */
  privileged: twitchIds.default([]),
  /** Whether VIPs are privileged too. */
  privilegedVips: z.boolean().default(false),
  /** Features that are off: unheard, and their rewards are paused at Twitch. */
  switchedOff: z.array(z.enum(switchable)).default([]),
  /** What each command is called. */
  commands: commandNames.prefault({}),
  ...sections,
});

export type ChannelSettings = z.infer<typeof channelSettings>;

export function isSwitchedOff(id: FeatureId, { switchedOff }: ChannelSettings): boolean {
  const off: readonly FeatureId[] = switchedOff;
  return off.includes(id);
}

/** What is switched off when this feature is on, or off, besides what was before. */
export const withSwitched = (
  { switchedOff }: ChannelSettings,
  feature: (typeof switchable)[number],
  isOn: boolean,
): ChannelSettings["switchedOff"] => [
  ...switchedOff.filter((each) => each !== feature),
  ...(isOn ? [] : [feature]),
];

/** Changes the settings named in `patch`, in every depth, and leaves the others; a list is replaced, and null gives a default again. Throws BadInput that names what is wrong. */
export function changeSettings(current: ChannelSettings, patch: unknown): ChannelSettings {
  if (!isSection(patch)) throw new BadInput("settings: wants an object");
  const parsed = channelSettings.safeParse(patched(current, patch));
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`).join("; "),
  );
}

/** Settings as they were stored: what no longer fits today's schema has its default again, and the rest stays. */
export function readSettings(stored: unknown): ChannelSettings {
  let rest = isSection(stored) ? stored : {};
  for (;;) {
    const parsed = channelSettings.safeParse(rest);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
    const [section, name] = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].map(String);
    if (section === undefined) return defaultSettings;
    rest = without(rest, section, name);
  }
}

/** The settings without a section, or without one name in it. */
function without(settings: Record<string, unknown>, section: string, name: string | undefined) {
  const { [section]: old, ...rest } = settings;
  if (name === undefined || !isSection(old)) return rest;
  const { [name]: _, ...kept } = old;
  return { ...rest, [section]: kept };
}

function patched(before: unknown, patch: unknown): unknown {
  if (!isSection(patch)) return patch;
  const kept = new Map(isSection(before) ? Object.entries(before) : []);
  for (const [name, value] of Object.entries(patch))
    if (value === null) kept.delete(name);
    else kept.set(name, patched(kept.get(name), value));
  return Object.fromEntries(kept);
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const defaultSettings: ChannelSettings = channelSettings.parse({});
