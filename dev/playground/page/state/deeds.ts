/** Deeds: what viewers and the moderator do, at the press of a button. */
import type { Chatter, User } from "../../../emulators/twitch/entities.ts";
import type { RewardOffer } from "../../wire.ts";
import { type Answer, post } from "../ask.ts";
import { randomViewers } from "./actor.ts";
import { rewards, timeouts } from "./channel.ts";
import { announce, complain } from "./notices.ts";
import { texts } from "./language.ts";

/** How Twitch fared when it told the product; status 0: nobody answered, and it will be told again. */
interface Told {
  readonly status: number;
}

export async function say(user: User, text: string): Promise<boolean> {
  return heard(await post<Told>("/twitch/say", { user: user.id, text }));
}

export async function redeem(reward: RewardOffer, user: User, input = ""): Promise<boolean> {
  return heard(await post<Told>("/twitch/redeem", { reward: reward.id, user: user.id, input }));
}

/** Opens the keg as somebody; who is soaked will be somebody else. */
export async function openKeg(): Promise<void> {
  const keg = rewardNamed("keg");
  const [viewer] = randomViewers(1);
  if (!keg || !viewer) return complain(texts.value.nobodyHere);
  await redeem(keg, viewer);
}

/** Many viewers one after the other, as fast as a lively chat would. */
export async function redeemAsMany(reward: RewardOffer, count: number): Promise<void> {
  const herd = randomViewers(count);
  if (herd.length === 0) return complain(texts.value.nobodyHere);
  await Promise.all(herd.map((viewer, place) => after(place * 45, () => redeem(reward, viewer))));
}

export const rewardNamed = (key: string): RewardOffer | undefined =>
  rewards.value.find((one) => one.key === key);

export async function lift(user: User): Promise<void> {
  heard(await post("/twitch/timeout", { userId: user.id, seconds: 0 }));
}

export async function liftAll(): Promise<void> {
  await Promise.all(timeouts.value.map(({ user }) => lift(user)));
}

export async function timeOut(chatter: Chatter, seconds: number): Promise<void> {
  heard(await post("/twitch/timeout", { userId: chatter.id, seconds }));
}

export async function resetWorld(): Promise<void> {
  if (heard(await post("/reset"))) announce(texts.value.resetDone);
}

function heard(answer: Answer<Told | null>): boolean {
  if (!answer.ok) complain(answer.why);
  else if (answer.value?.status === 0) complain(texts.value.notDelivered);
  return answer.ok;
}

const after = <T>(wait: number, deed: () => Promise<T>): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(deed()), wait));
