import { Refused } from "./refused.ts";

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of `10s`, `1h30m`, `7d`; a bare number is seconds. `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  if (!/^(\d+[smhd])+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([smhd])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * unitMs[unit as keyof typeof unitMs],
    0,
  );
}

export function readDuration(text: string, header: string): number {
  const duration = parseDuration(text.trim());
  if (duration === undefined)
    throw new Refused(`invalid ${header} header: "${text}" is no duration such as 10s or 1h30m`);
  return duration;
}
