import { featureName, rewardName } from "../../channels/names.ts";
import type { Happening } from "./routes.ts";
import { inWords, say } from "./words.ts";

/** An event of a channel's log in words; one that nobody has words for as it is called there. */
export function happened({ event, facts }: Happening): string {
  const args = argsOf(facts);
  const effect = String(facts["effect"] ?? "");
  if (event === "effect.done") return inWords(`overview-did-${effect}`, effect, args);
  if (effect !== "") {
    const what = inWords(`overview-effect-${effect}`, effect);
    return inWords(`overview-event-${dashed(event)}`, event, { ...args, what });
  }
  return inWords(`overview-event-${dashed(event)}`, event, args);
}

const dashed = (event: string) => event.replaceAll(".", "-");

/** What can stand in a sentence. */
const argsOf = (facts: Happening["facts"]) => ({
  // A sentence may speak of what this event does not tell.
  ...Object.fromEntries(spokenOf.map((name) => [name, say("overview-unnamed")])),
  ...Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "number" ? fact : (namedBy[name]?.(String(fact)) ?? String(fact)),
    ]),
  ),
});

const namedBy: Readonly<Record<string, (key: string) => string>> = { reward: rewardName, game: featureName };

const spokenOf = [
  "by",
  "viewer",
  "reward",
  "chatter",
  "seconds",
  "why",
  "game",
  "player",
  "as",
  "text",
] as const;
