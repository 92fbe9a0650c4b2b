import * as z from "zod";
import type { Texts } from "#kernel/i18n";
import type { Audience } from "./features/feature.ts";
import { type FeatureId, featureIds, features } from "./features/index.ts";
import { isAdmin, isPrivileged, type Roster } from "./roster.ts";
import { visible } from "./visible.ts";

/** A command of a feature, by its key: keys are unique over all features (tests/registries.test.ts). */
interface Known {
  readonly feature: FeatureId;
  readonly command: string;
  readonly for: Audience;
  readonly names: readonly string[];
}

const known: readonly Known[] = featureIds.flatMap((feature) =>
  Object.entries(features[feature].commands).map(([command, definition]) => ({
    feature,
    command,
    for: definition.for,
    names: definition.names,
  })),
);

const name = z
  .string()
  .transform((written) => written.trim().toLowerCase())
  .pipe(z.string().regex(/^[^\s!]{1,25}$/, "wants a word of up to 25 characters, without the !"));

const namesOf = ({ command, names }: Known) =>
  [
    command,
    z
      .array(name)
      .min(1)
      .max(10)
      .default([...names]),
  ] as const;

/** The names of every command by its key, without the `!`. No two commands may have a name in common. */
export const commandNames = z
  .strictObject(Object.fromEntries(known.map(namesOf)))
  .superRefine((commands, context) => {
    const taken = new Map<string, string>();
    for (const [command, names] of Object.entries(commands))
      for (const each of names) {
        const other = taken.get(each) ?? command;
        if (other !== command)
          context.addIssue({ code: "custom", path: [command], message: `!${each} is already ${other}` });
        taken.set(each, command);
      }
  });

export type CommandNames = z.infer<typeof commandNames>;

/** Every command, under the names it has in a channel. */
export const listCommands = (names: CommandNames): readonly Known[] =>
  known.map((each) => ({ ...each, names: names[each.command] ?? each.names }));

/** What chat is told to type, such as `{ command-hit }`: the names that the channel has given its commands. */
export const commandTexts = (names: CommandNames): Texts => ({
  ru: commandSource(names, /\p{Script=Cyrillic}/u),
  en: commandSource(names, /^[\x21-\x7e]+$/),
});

/** Of several names the first in the letters of the language. */
const commandSource = (commands: CommandNames, letters: RegExp) =>
  Object.entries(commands)
    .map(
      ([key, names]) =>
        `command-${key} = { ${quoted(`!${names.find((each) => letters.test(each)) ?? names[0]}`)} }`,
    )
    .join("\n");

/** As Fluent writes a text that is to be taken literally. */
const quoted = (written: string) => `"${written.replaceAll(/[\\"]/g, "\\$&")}"`;

/** A command somebody typed. */
export interface Call extends Pick<Known, "feature" | "command" | "for"> {
  /** What follows the name. */
  readonly rest: string;
}

/** Finds the command in a line of chat; undefined: it has none of ours. Letter case does not matter. */
export function commandReader(names: CommandNames): (line: string) => Call | undefined {
  const byName = new Map(
    known.flatMap((each) => (names[each.command] ?? each.names).map((called) => [called, each] as const)),
  );
  return (line) => {
    if (!line.includes("!")) return undefined;
    const [, called = "", rest = ""] = /^!(\S+)\s*(.*)$/s.exec(visible(line)) ?? [];
    const found = byName.get(called.toLowerCase());
    return found && { feature: found.feature, command: found.command, for: found.for, rest };
  };
}

/** Whether somebody belongs to those for whom a command is. */
export function mayCall({ for: audience }: Pick<Call, "for">, roster: Roster, id: string): boolean {
  switch (audience) {
    case "everyone":
      return true;
    case "privileged":
      return isPrivileged(roster, id);
    case "admins":
      return isAdmin(roster, id);
  }
}
