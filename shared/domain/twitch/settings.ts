import * as z from "zod";
import { BadInput } from "#kernel/errors";
import { languages } from "#kernel/i18n";
import { type GameId, gameIds, games } from "./games/index.ts";

const twitchId = z.string().regex(/^\d{1,20}$/, "wants Twitch user ids (digits)");

// Each game's settings are a section of its own, so that a new game brings its settings along.
const gameSections = Object.fromEntries(gameIds.map((id) => [id, games[id].settings.prefault({})])) as {
  readonly [Id in GameId]: z.ZodPrefault<(typeof games)[Id]["settings"]>;
};

/** Everything a channel can set; what is absent has its default. Unknown names are refused, so typos are seen. */
export const channelSettings = z.strictObject({
  /** What the bot speaks in chat. */
  language: z.enum(languages).default("ru"),
  /** Never a victim of any game, besides moderators, the broadcaster and the bot. */
  spared: z.array(twitchId).max(500).default([]),
  ...gameSections,
});

export type ChannelSettings = z.infer<typeof channelSettings>;

/** Changes the settings named in `patch`, one level deep, and leaves the others. Throws BadInput that names what is wrong. */
export function changeSettings(current: ChannelSettings, patch: unknown): ChannelSettings {
  if (!isSection(patch)) throw new BadInput("settings: wants an object");
  const changed = Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [name, merged(ownValue(current, name), value)]),
  );
  const parsed = channelSettings.safeParse({ ...current, ...changed });
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

const merged = (before: unknown, value: unknown) =>
  isSection(before) && isSection(value) ? { ...before, ...value } : value;

const ownValue = (settings: object, name: string): unknown =>
  Object.entries(settings).find(([key]) => key === name)?.[1];

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const defaultSettings: ChannelSettings = channelSettings.parse({});
