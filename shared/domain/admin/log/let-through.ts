import { isAtLeast } from "#kernel/log";
import type { LogFilter } from "./log-filter.ts";
import type { LogLine } from "./log-line.ts";

/** Answers for every line whether the filter lets it through. */
export function letThrough({ level, part, text, traceId }: LogFilter): (line: LogLine) => boolean {
  const wanted = text?.toLowerCase();
  return (line) =>
    isAtLeast(line.level, level) &&
    (!part || line.part === part || line.part.startsWith(`${part} `)) &&
    (!traceId || line.facts["traceId"] === traceId) &&
    (!wanted || has(line, wanted));
}

/** It is looked for in what can be seen, not in the JSON of it. */
const has = ({ at, level, event, part, facts }: LogLine, wanted: string) =>
  [at, level, event, part, ...Object.entries(facts).map(([name, fact]) => `${name}=${String(fact)}`)]
    .join(" ")
    .toLowerCase()
    .includes(wanted);
