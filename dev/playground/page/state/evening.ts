/** The evening: how it stands with the keg, seen as a viewer sees it, from redemptions and timeouts alone. */
import { computed, signal } from "@preact/signals";
import type { Redemption, User } from "../../../emulators/twitch/entities.ts";
import type { KegSettings } from "../../wire.ts";
import { channel, redemptions, rewardOf, timeouts } from "./channel.ts";
import { settings } from "./settings.ts";

export interface BurningKeg {
  readonly host: User;
  readonly openedAt: number;
  readonly burstsAt: number;
  readonly boars: number;
  readonly boarsNeeded: number;
  readonly hiders: number;
}

export type Ending =
  | { readonly how: "burst"; readonly soaked: number }
  | { readonly how: "saved" | "cancelled" };

const ended = signal<{ readonly keg: string; readonly ending: Ending } | undefined>();

/** How the last keg ended, as long as this page saw it and the world remembers it. */
export const lastEnding = computed(() =>
  redemptions.value.some(({ id }) => id === ended.value?.keg) ? ended.value?.ending : undefined,
);

/** A keg is played by the settings it was opened with. */
const openedWith = new Map<string, KegSettings>();

const keyOf = ({ reward }: Redemption) => rewardOf.value.get(reward.id)?.key;

const openKeg = computed(() =>
  redemptions.value.find((one) => one.status === "UNFULFILLED" && keyOf(one) === "keg"),
);

export const burningKeg = computed<BurningKeg | undefined>(() => {
  const keg = openKeg.value;
  const played = keg && (openedWith.get(keg.id) ?? settings.value?.keg);
  if (!keg || !played) return undefined;
  const waiting = redemptions.value.filter(
    ({ status, redeemedAt }) => status === "UNFULFILLED" && redeemedAt >= keg.redeemedAt,
  );
  return {
    host: keg.user,
    openedAt: keg.redeemedAt,
    burstsAt: keg.redeemedAt + played.fuseSeconds * 1_000,
    boars: waiting.filter((one) => keyOf(one) === "boar").length,
    boarsNeeded: played.boarsNeeded,
    hiders: waiting.filter((one) => keyOf(one) === "trash").length,
  };
});

/** Hears of a redemption before the channel does, so it can tell a beginning from an end. */
export function noteRedemption(redemption: Redemption): void {
  if (keyOf(redemption) !== "keg") return;
  if (redemption.status === "UNFULFILLED") {
    ended.value = undefined;
    if (settings.value && !openedWith.has(redemption.id)) openedWith.set(redemption.id, settings.value.keg);
  } else if (redemption.id === openKeg.value?.id) {
    ended.value = { keg: redemption.id, ending: endingOf(redemption) };
  }
}

/** The victims sit out before the keg's redemption is settled, so at that moment they can be counted. */
function endingOf({ status, redeemedAt }: Redemption): Ending {
  if (status === "CANCELED") return { how: "cancelled" };
  const bot = channel.value?.bot.id;
  const soaked = timeouts.value.filter(
    ({ moderator, createdAt }) => moderator.id === bot && createdAt > redeemedAt,
  );
  return soaked.length > 0 ? { how: "burst", soaked: soaked.length } : { how: "saved" };
}
