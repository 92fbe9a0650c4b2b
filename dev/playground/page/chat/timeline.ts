/** The timeline: what was said and what was redeemed, in the order in which it happened. */
import type { ChatLine, Redemption, User } from "../../../emulators/twitch/entities.ts";

export type Entry = { readonly key: string; readonly at: number } & (
  | { readonly kind: "line"; readonly line: ChatLine }
  /** Between two lines each reward is one entry, however many redeem it: a herd should not bury the talk. */
  | { readonly kind: "redeemed"; readonly reward: Redemption["reward"]; readonly users: readonly User[] }
);

export function timeline(lines: readonly ChatLine[], redemptions: readonly Redemption[]): readonly Entry[] {
  const entries = [...redemptions.map(redeemed), ...lines.map(said)].toSorted(
    (one, other) => one.at - other.at,
  );
  return entries.reduce<Entry[]>(join, []);
}

const said = (line: ChatLine): Entry => ({ key: line.id, at: line.at, kind: "line", line });

const redeemed = ({ id, redeemedAt, reward, user }: Redemption): Entry => ({
  key: id,
  at: redeemedAt,
  kind: "redeemed",
  reward,
  users: [user],
});

function join(entries: Entry[], next: Entry): Entry[] {
  const place =
    next.kind === "redeemed" ? entries.findLastIndex((one) => isBarrier(one, next.reward.id)) : -1;
  const same = entries[place];
  if (next.kind === "redeemed" && same?.kind === "redeemed")
    entries[place] = { ...same, users: [...same.users, ...next.users] };
  else entries.push(next);
  return entries;
}

/** Looking back for the same reward ends where it is found, and where somebody spoke. */
const isBarrier = (entry: Entry, rewardId: string) => entry.kind === "line" || entry.reward.id === rewardId;
