/** The bot's commands, as the channel calls them. */
import { computed } from "@preact/signals";
import { settings } from "./settings.ts";

export interface Command {
  readonly key: string;
  /** As they are typed, with the `!`; the first is the usual one. */
  readonly names: readonly string[];
  /** Whom the bot obeys, where that is not everybody. */
  readonly for: "moderator" | "broadcaster" | undefined;
  /** Whether somebody has to be named after it. */
  readonly wantsSomebody: boolean;
}

/** From what everybody types to what few may; a command that is not known here comes last. */
const usualOrder = [
  "me",
  "top",
  "twenty-one",
  "hit",
  "stand",
  "leave",
  "butt",
  "voteban",
  "club",
  "sleep",
  "wake",
];

const audiences: Readonly<Record<string, Command["for"]>> = {
  club: "moderator",
  sleep: "broadcaster",
  wake: "broadcaster",
};

function placeOf({ key }: Command): number {
  const place = usualOrder.indexOf(key);
  return place === -1 ? usualOrder.length : place;
}

export function commandsOf(names: Readonly<Record<string, readonly string[]>>): readonly Command[] {
  return Object.entries(names)
    .filter(([, called]) => called.length > 0)
    .map(([key, called]) => ({
      key,
      names: called.map((name) => `!${name}`),
      for: audiences[key],
      wantsSomebody: key === "voteban",
    }))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

export const commands = computed(() => commandsOf(settings.value?.commands ?? {}));

/** How a command is typed; undefined: this channel has none of the kind. */
export const callOf = (key: string): string | undefined =>
  commands.value.find((command) => command.key === key)?.names[0];
