import * as z from "zod";
import { isAtLeast, levels } from "#kernel/log";
import type { LogLine } from "./log-line.ts";

/** Which lines somebody wants to see. */
export const logFilter = z.strictObject({
  level: z.enum(levels).default("info").describe("This level, and what is more serious"),
  part: z.string().trim().max(100).optional().describe("Who wrote it: channel, or channel 1001"),
  text: z.string().trim().max(200).optional().describe("Occurs somewhere in the line, in any letter case"),
  traceId: z.string().trim().max(100).optional().describe("Follows a post from its coming to its end"),
});
export type LogFilter = Readonly<z.output<typeof logFilter>>;

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
