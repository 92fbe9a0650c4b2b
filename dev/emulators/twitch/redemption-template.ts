/** What `…redemption.add` and `…redemption.update` say when a person leaves things out. */
import { randomUUID } from "node:crypto";
import { eventSubTimestamp } from "../../world/delivery.ts";
import { isPlainObject, type PlainObject } from "../../world/plain-object.ts";
import type { Channel } from "./channel.ts";
import type { Redemption } from "./entities.ts";
import { type Blank, text } from "./event-blank.ts";
import { redemptionEvent } from "./redemption-event.ts";

/** What Twitch knows of the redemption counts first, whichever of its two notifications it learned it from. */
export function redemptionGiven(
  blank: Blank,
  change: "add" | "update",
  viewerFields: PlainObject,
): PlainObject {
  const { channel, given } = blank;
  const known = channel.redemptions.get(text(given["id"]) ?? "");
  const usual = known ? redemptionEvent(channel, known) : unknownRedemption(blank, viewerFields);
  const { reward, ...scalars } = given;
  return {
    ...usual,
    status: change === "add" ? "unfulfilled" : statusAfter(known),
    ...scalars,
    reward: reward === undefined ? usual.reward : rewardGiven(channel, reward),
  };
}

function unknownRedemption({ store, channel }: Blank, viewerFields: PlainObject) {
  return {
    ...viewerFields,
    id: randomUUID(),
    user_input: "",
    reward: rewardFields(channel, undefined),
    redeemed_at: eventSubTimestamp(store.now()),
  };
}

function statusAfter(known: Redemption | undefined): string {
  return known === undefined || known.status === "UNFULFILLED" ? "fulfilled" : known.status.toLowerCase();
}

// What is no object is meant to be wrong, and stays as it was given.
function rewardGiven(channel: Channel, reward: unknown): unknown {
  if (!isPlainObject(reward)) return reward;
  const { key: _key, ...given } = reward;
  return { ...rewardFields(channel, reward), ...given };
}

function rewardFields(channel: Channel, asked: unknown): PlainObject {
  const names = isPlainObject(asked) ? [asked["id"], asked["key"], asked["title"]] : [];
  const named = names.flatMap((name) => text(name) ?? []).map((name) => channel.rewardNamed(name));
  const [first] = channel.rewards.values();
  // A reward that is named but unknown stays as it was named.
  const reward = names.some((name) => name !== undefined) ? named.find(Boolean) : first;
  if (!reward) return { id: randomUUID(), title: "", cost: 1, prompt: "" };
  const { title, cost, prompt } = reward.settings;
  return { id: reward.id, title, cost, prompt };
}
