import type { LogLine } from "#domain/admin/log/log-line";

/** The facts of a line on one line: `key=value`. */
export const factsOf = ({ facts }: LogLine): string =>
  Object.entries(facts)
    .map(([name, fact]) => `${name}=${String(fact)}`)
    .join(" ");

/** Lines as people read them in a file. */
export const asText = (lines: readonly LogLine[]): string =>
  lines
    .map((line) => `${line.at} ${line.level.toUpperCase()} ${line.part} ${line.event} ${factsOf(line)}\n`)
    .join("");

/** Lines as programs read them: https://jsonlines.org */
export const asJsonLines = (lines: readonly LogLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join("");
