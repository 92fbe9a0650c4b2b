/** Deeds: what viewers and the moderator do, at the press of a button. */
import type { Chatter, User } from "../../../emulators/twitch/entities.ts";
import type { CollectorSet, RewardOffer } from "../../wire.ts";
import { type Answer, post } from "../ask.ts";
import { plainViewers, randomViewers } from "./actor.ts";
import { channel, chat, isOpen, rewards, timeouts } from "./channel.ts";
import { callOf } from "./commands.ts";
import { announce, complain } from "./notices.ts";
import { texts } from "./language.ts";
import { look, room } from "./room.ts";

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
  await oneByOne(randomViewers(count), (viewer) => redeem(reward, viewer));
}

/** Two viewers who are not at the table yet sit down for points. */
export async function sitDown(): Promise<void> {
  const reward = rewardNamed("twenty-one");
  if (!reward || !isOpen(reward)) return complain(texts.value.notForSale);
  const { queue = [], game = null } = room.value?.table ?? {};
  const there = new Set([...queue, ...(game?.seats ?? [])].map(({ user }) => user.id));
  const others = plainViewers.value.filter(({ id }) => !there.has(id));
  await oneByOne(randomViewers(2, others), (viewer) => redeem(reward, viewer));
}

/** As many viewers as it takes say a word of the set. Whoever has just spoken may be resting from the last time. */
export async function shout({ words, peopleNeeded }: CollectorSet): Promise<void> {
  const lately = Date.now() - 60_000;
  const spoke = new Set(chat.value.filter(({ at }) => at > lately).map(({ user }) => user.id));
  const rested = plainViewers.value.filter(({ id }) => !spoke.has(id));
  const crowd = rested.length >= peopleNeeded ? rested : plainViewers.value;
  const shouting = randomViewers(peopleNeeded, crowd);
  await oneByOne(shouting, (viewer) => say(viewer, words[shouting.indexOf(viewer) % words.length] ?? ""));
}

/** So many viewers vote somebody out. */
export async function voteOut(target: User, count: number): Promise<void> {
  const others = plainViewers.value.filter(({ id }) => id !== target.id);
  await oneByOne(randomViewers(count, others), (viewer) => call(viewer, "voteban", target.login));
}

/** Somebody types a command. */
export async function call(user: User, command: string, ...rest: readonly string[]): Promise<boolean> {
  const typed = callOf(command);
  if (typed === undefined) return false;
  const wasHeard = await say(user, [typed, ...rest].join(" "));
  void look();
  return wasHeard;
}

/** The broadcaster orders the bot about. */
export async function order(command: "sleep" | "wake"): Promise<void> {
  if (channel.value) await call(channel.value.broadcaster, command);
}

export async function turnStream(live: boolean): Promise<void> {
  heard(await post<Told>("/twitch/stream", { live }));
}

async function oneByOne(
  herd: readonly Chatter[],
  deed: (viewer: Chatter) => Promise<unknown>,
): Promise<void> {
  if (herd.length === 0) return complain(texts.value.nobodyHere);
  await Promise.all(herd.map((viewer, place) => after(place * 45, () => deed(viewer))));
  void look();
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
