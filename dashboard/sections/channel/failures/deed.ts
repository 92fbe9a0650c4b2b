import type { DeadLetter } from "../routes.ts";

/** What was to be done or decided: the key of its words. */
export function deedOf({ about, what }: Pick<DeadLetter, "about" | "what">): string {
  const { effect, table } = (what ?? {}) as What;
  if (about === "event") return "channel-deed-decide";
  if (about === "row") return table === "games" ? "channel-deed-note-game" : "channel-deed-note";
  if (effect?.do === "resolve")
    return effect.as === "CANCELED" ? "channel-deed-refund" : "channel-deed-fulfil";
  return words.get(effect?.do ?? "") ?? "channel-deed-other";
}

/** Every property is asked for as one that may be missing. */
interface What {
  readonly effect?: { readonly do?: string; readonly as?: string };
  readonly table?: string;
}

const words: ReadonlyMap<string, string> = new Map([
  ["say", "channel-deed-say"],
  ["time-out", "channel-deed-time-out"],
  ["look-around", "channel-deed-look"],
  ["look-up", "channel-deed-look"],
  ["tend-rewards", "channel-deed-rewards"],
]);
