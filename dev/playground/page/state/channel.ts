/** The channel as the page knows it. */
import { computed, effect, signal } from "@preact/signals";
import type { Chatter } from "../../../emulators/twitch/entities.ts";
import type { ChannelState, RewardOffer } from "../../wire.ts";
import { withoutEnded } from "./channel-news.ts";

/** Nothing until the world has told it. */
export const channel = signal<ChannelState | undefined>();

export const chat = computed(() => channel.value?.chat ?? []);
export const chatters = computed(() => channel.value?.chatters ?? []);
export const redemptions = computed(() => channel.value?.redemptions ?? []);
export const rewards = computed(() => channel.value?.rewards ?? []);
export const stream = computed(() => channel.value?.stream ?? null);
export const timeouts = computed(() => channel.value?.timeouts ?? []);

/** Who sits out, by user id. */
export const timeoutOf = computed(() => new Map(timeouts.value.map((ban) => [ban.user.id, ban])));

const chatterOf = computed(() => new Map(chatters.value.map((chatter) => [chatter.id, chatter])));

export const findChatter = (id: string): Chatter | undefined => chatterOf.value.get(id);

/** Whether it can be redeemed now. */
export const isOpen = ({ isEnabled, isPaused }: RewardOffer): boolean => isEnabled && !isPaused;

export const rewardOf = computed(() => new Map(rewards.value.map((reward) => [reward.id, reward])));

export const isBroadcaster = (id: string) => channel.value?.broadcaster.id === id;
export const isOurBot = (id: string) => channel.value?.bot.id === id;

/** People one may play, those with a say first: not the bot whose lines are the point of it all, and no other bot. */
export const people = computed(() =>
  chatters.value
    .filter(({ id, roles }) => id !== channel.value?.bot.id && !roles.includes("bot"))
    .toSorted((one, other) => sayOf(other) - sayOf(one)),
);

function sayOf({ id, roles }: Chatter): number {
  if (id === channel.value?.broadcaster.id) return 3;
  return roles.includes("moderator") ? 2 : roles.includes("vip") ? 1 : 0;
}

export const viewers = computed(() => people.value.filter(({ id }) => id !== channel.value?.broadcaster.id));

/** Timeouts end by themselves, without news. */
export function endTimeoutsInTime(): void {
  effect(() => {
    const next = Math.min(...timeouts.value.map(({ endsAt }) => endsAt ?? Infinity));
    if (next === Infinity) return undefined;
    const timer = setTimeout(end, Math.min(Math.max(next - Date.now(), 0) + 20, longestWait));
    return () => clearTimeout(timer);
  });
}

/** A longer wait than this rings at once in a browser. */
const longestWait = 2_147_483_647;

function end(): void {
  if (channel.value) channel.value = withoutEnded(channel.value, Date.now());
}
