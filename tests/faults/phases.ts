import type { Call } from "./house.ts";

/** What a keg was about when the runtime died, told by what the world had seen of it. */
export const phases = [
  "opening",
  "opened",
  "boars called",
  "20 s left",
  "10 s left",
  "hide",
  "burst",
  "timeouts",
  "results",
  "over",
] as const;
export type Phase = (typeof phases)[number] | "not begun";

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
