import { type Schema, schemaOf } from "#domain/admin/api/schema";
import { sectionGuide, settingGuide, type Words } from "#domain/twitch/guide/guide";
import { type ChannelSettings, channelSettings, defaultSettings } from "#domain/twitch/settings";

/** Something that can be set, for a form. */
interface Setting {
  readonly path: string;
  readonly section: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: unknown;
  readonly value: unknown;
  readonly isDefault: boolean;
  readonly description: Words;
  readonly fields?: Readonly<Record<string, Words>>;
}

/** The channel's own settings are one section, as each feature's are. */
const channel = "channel";

/** Everything that can be set, and how it is. */
export function settingsForm(settings: ChannelSettings) {
  const items = leavesOf([], schemaOf(channelSettings, "output")).map((leaf) => settingAt(leaf, settings));
  const names = [...new Set(items.map(({ section }) => section))];
  return { sections: names.map((name) => ({ name, description: sectionGuide(name) })), items };
}

interface Leaf {
  readonly path: readonly string[];
  readonly schema: Schema;
}

/** What has no settings of its own below it. */
function leavesOf(path: readonly string[], schema: Schema): readonly Leaf[] {
  if (!schema.properties) return [{ path, schema }];
  return Object.entries(schema.properties).flatMap(([name, below]) => leavesOf([...path, name], below));
}

function settingAt({ path, schema }: Leaf, settings: ChannelSettings): Setting {
  const [standard, value] = [at(path, defaultSettings), at(path, settings)];
  const fields = Object.keys(schema.items?.properties ?? {});
  const guideTo = (names: readonly string[]) =>
    path[0] === "commands" ? sectionGuide("commands") : settingGuide(names);
  return {
    path: path.join("."),
    section: path.length === 1 ? channel : (path[0] ?? channel),
    schema: { ...schema },
    default: standard,
    value,
    isDefault: JSON.stringify(standard) === JSON.stringify(value),
    description: guideTo(path),
    ...(fields.length > 0 && {
      fields: Object.fromEntries(fields.map((name) => [name, guideTo([...path, name])])),
    }),
  };
}

const at = (path: readonly string[], settings: unknown): unknown =>
  // The cast: the path comes from the shape that the settings were read by.
  path.reduce((below, name) => (below as Readonly<Record<string, unknown>>)[name], settings);
