import { Badge, type Tone } from "../parts/badge.tsx";
import { say } from "./words.ts";

const looks: Readonly<Record<string, { readonly tone: Tone; readonly word: string }>> = {
  UNFULFILLED: { tone: "info", word: "unfulfilled" },
  FULFILLED: { tone: "good", word: "fulfilled" },
  CANCELED: { tone: "plain", word: "canceled" },
};

/** How a redemption stands at Twitch. */
export function RedemptionState({ state }: { readonly state: string }) {
  const look = looks[state];
  return look ? <Badge tone={look.tone}>{say(`channels-state-${look.word}`)}</Badge> : <Badge>{state}</Badge>;
}
