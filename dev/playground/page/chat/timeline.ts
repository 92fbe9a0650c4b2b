/** The timeline: what was said and what was redeemed, in the order in which it happened. */
import type { ChatLine, Redemption, User } from "../../../emulators/twitch/entities.ts";

export type Entry = { readonly key: string; readonly at: number } & (
  | { readonly kind: "line"; readonly line: ChatLine }
  /** The same reward several times in a row is one entry: a herd should not bury the talk. */
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
  const last = entries.at(-1);
  if (last?.kind === "redeemed" && next.kind === "redeemed" && last.reward.id === next.reward.id) {
    entries[entries.length - 1] = { ...last, users: [...last.users, ...next.users] };
  } else {
    entries.push(next);
  }
  return entries;
}
