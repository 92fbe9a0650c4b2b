import { type CommandNames, commandReader, mayCall } from "./commands.ts";
import type { ChatMessage } from "./eventsub/channel-event.ts";
import type { Said } from "./features/feature.ts";
import { type FeatureId, featureIds, features } from "./features/index.ts";
import { knownBots } from "./known-bots.ts";
import type { Roster } from "./roster.ts";
import { type ChannelSettings, isSwitchedOff } from "./settings.ts";

/** What a line of chat means to a feature. */
export type Meaning =
  | {
      readonly is: "command";
      readonly feature: FeatureId;
      readonly command: string;
      readonly said: Said;
    }
  | { readonly is: "line"; readonly feature: FeatureId };

export interface Listener {
  readonly settings: ChannelSettings;
  readonly roster: Roster;
  /** Asked only where it matters. */
  readonly awake: () => boolean;
}

/**
 * Everything a line means here; most lines mean nothing. Asleep, the bot hears nothing but the commands that rouse it
 * or send it back to sleep; bots are never obeyed.
 */
export function meaningsOf(line: ChatMessage, { settings, roster, awake }: Listener): Meaning[] {
  if (line.forReward || knownBots.has(line.chatter.login)) return [];
  const command = commandIn(line, settings, roster);
  const words = featureIds.filter(
    (id) => !isSwitchedOff(id, settings) && features[id].isAbout(line, settings[id]),
  );
  if (!command && words.length === 0) return [];
  if (!awake()) return command?.feature === "sleep" ? [command] : [];
  const lines = words.map((feature) => ({ is: "line", feature }) as const);
  return command ? [command, ...lines] : lines;
}

type Read = ReturnType<typeof commandReader>;
/** Settings change seldom, and lines come by the thousand. */
const readers = new WeakMap<CommandNames, Read>();

function readerOf(names: CommandNames): Read {
  const known = readers.get(names);
  if (known) return known;
  const reader = commandReader(names);
  readers.set(names, reader);
  return reader;
}

function commandIn(
  { id, chatter, text }: ChatMessage,
  settings: ChannelSettings,
  roster: Roster,
): (Meaning & { is: "command" }) | undefined {
  const call = readerOf(settings.commands)(text);
  if (!call || isSwitchedOff(call.feature, settings) || !mayCall(call, roster, chatter.id)) return undefined;
  const { feature, command, rest } = call;
  return { is: "command", feature, command, said: { line: id, by: chatter, rest } };
}
