import { settingsApi } from "#domain/admin/api/channels/settings";
import { listCommands } from "#domain/twitch/commands";
import { commandGuide } from "#domain/twitch/guide/guide";
import { type ChannelSettings, defaultSettings } from "#domain/twitch/settings";
import { served } from "../serve.ts";
import { given, type Tools, toolsOf } from "./room.ts";
import { settingsForm } from "./settings-form.ts";

/** Everything a channel can set. */
export const settingsOperations = served(settingsApi, toolsOf, {
  read: ({ inPath: { id } }, tools) => settingsOf(id, tools),
  async change({ inPath: { id }, body }, tools) {
    const before = await settingsOf(id, tools);
    const after = given<ChannelSettings>(await tools.room(id).change(body));
    tools.note({ before: within(before, body), after: within(after, body) });
    return after;
  },
  form: async ({ inPath: { id } }, tools) => settingsForm(await settingsOf(id, tools)),
  async commands({ inPath: { id } }, tools) {
    const { commands } = await settingsOf(id, tools);
    return {
      items: listCommands(commands).map(({ command, ...known }) => ({
        ...known,
        key: command,
        usualNames: defaultSettings.commands[command] ?? [],
        description: commandGuide(command),
      })),
    };
  },
});

// The cast: RPC's types lose what an answer is made of.
const settingsOf = async (id: string, { room }: Tools) => (await room(id).settings()) as ChannelSettings;

/** As much of the settings as a change names: what the audit tells of it. */
function within(settings: unknown, change: unknown): unknown {
  if (!isSection(settings) || !isSection(change)) return settings;
  const named = Object.entries(settings).filter(([name]) => Object.hasOwn(change, name));
  return Object.fromEntries(named.map(([name, value]) => [name, within(value, change[name])]));
}

const isSection = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
