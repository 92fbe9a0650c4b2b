import type { Call } from "./house.ts";

/**
 * What a keg is about, and when about, in seconds after its redemption: with a fuse of 6 s, and with answers from
 * Twitch that take 80 ms. Which phase a kill has really found is told afterwards, by what the world had seen.
 */
export const phaseWindows = {
  opening: [0.02, 0.16],
  opened: [0.25, 0.5],
  "boars called": [0.5, 2.1],
  "20 s left": [2.3, 5.1],
  "10 s left": [5.3, 6.05],
  hide: [6.1, 6.25],
  burst: [6.25, 6.4],
  timeouts: [6.5, 7.2],
  results: [7.2, 7.9],
  over: [7.9, 9],
} as const;

export type PhaseName = keyof typeof phaseWindows;
export type Phase = PhaseName | "not begun";
export const phases = Object.keys(phaseWindows) as PhaseName[];

/** The last thing seen decides; the order of these is the order of a keg. */
const signs: readonly (readonly [Phase, (call: Call) => boolean])[] = [
  ["opening", ({ path }) => path === "/helix/chat/chatters"],
  ["opened", said("вскрывает кегу")],
  ["boars called", said("Кто смелый")],
  ["20 s left", said("Прибежало кабанчиков")],
  ["10 s left", said("и рванёт!")],
  ["hide", said("ПРЯЧЬТЕСЬ")],
  ["burst", said("Кегу не удержать")],
  ["timeouts", ({ path, method }) => path === "/helix/moderation/bans" && method === "POST"],
  ["results", said("угощает")],
  ["over", said("Помойка спасла")],
];

export function phaseAt(calls: readonly Call[], moment: number): Phase {
  const before = calls.filter(({ at }) => at <= moment);
  return signs.findLast(([, seen]) => before.some(seen))?.[0] ?? "not begun";
}

function said(words: string) {
  return ({ path, body }: Call) =>
    path === "/helix/chat/messages" && ((body as { message?: string } | null)?.message ?? "").includes(words);
}
