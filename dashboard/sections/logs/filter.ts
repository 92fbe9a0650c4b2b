import type { LogFilter } from "#domain/admin/log/log-filter";
import { levels } from "#kernel/log";

export const everything: LogFilter = { level: "info" };

/** Whether whatever the filter lets through now was let through before, so that what is here already is enough. */
export function isNarrower(now: LogFilter, before: LogFilter): boolean {
  return (
    levels.indexOf(now.level) >= levels.indexOf(before.level) &&
    isWithin(now.part, before.part, (part, wider) => part === wider || part.startsWith(`${wider} `)) &&
    isWithin(now.traceId, before.traceId, (traceId, wider) => traceId === wider) &&
    isWithin(now.text, before.text, (text, wider) => text.toLowerCase().includes(wider.toLowerCase()))
  );
}

const isWithin = (
  now: string | undefined,
  before: string | undefined,
  is: (now: string, before: string) => boolean,
) => !before || (now !== undefined && is(now, before));

/** As the socket and the API take it: what nobody has chosen is left out. */
export const asked = ({ level, part, text, traceId }: LogFilter) => ({
  level,
  ...(part && { part }),
  ...(text && { text }),
  ...(traceId && { traceId }),
});
