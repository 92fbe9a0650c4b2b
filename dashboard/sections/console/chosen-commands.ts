import type { Command } from "./routes.ts";

/** The commands that somebody may mean who types this: by name, key, feature or what they do, in either language. */
export function commandsFor(typed: string, commands: readonly Command[]): readonly Command[] {
  const wanted = typed.trim().toLowerCase().replace(/^!/, "");
  if (wanted === "") return commands;
  return commands.filter(({ command, feature, names, description }) =>
    [command, feature, ...names, ...Object.values(description)].some((word) =>
      word.toLowerCase().includes(wanted),
    ),
  );
}
