import { afterAll, beforeAll, expect, it } from "vitest";
import { House, until } from "./house.ts";
import { killRuntime } from "./kill.ts";

const count = 900;
const clients = 16;
const channel = "70000";

let house: House;
beforeAll(async () => {
  house = await House.start();
  await house.open(channel, {});
}, 60_000);
afterAll(() => house.close());

const notifications = Array.from({ length: count }, (_, n) => ({
  type: "channel.channel_points_custom_reward_redemption.add",
  broadcasterId: channel,
  messageId: `flood-message-${n}`,
  event: {
    id: `flood-${n}`,
    reward: { id: `reward-${channel}-boar` },
    user_id: `${80_000 + n}`,
    user_login: `runner_${n}`,
    user_name: `Runner_${n}`,
  },
}));

it("keeps every notification it acknowledged, and none twice, when it is killed in the middle of a flood", async () => {
  const acknowledged = new Set<string>();
  const deliverAll = async () => {
    const waiting = [...notifications];
    const client = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { status } = await house.world<{ status: number }>("/twitch/notify", next);
        if (status === 204) acknowledged.add(next.event.id);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  };

  const flood = deliverAll();
  await until(
    async () => acknowledged.size,
    (size) => size > count / 3,
    60_000,
  );
  expect(killRuntime()).toBeGreaterThan(0);
  await flood;
  const acknowledgedBefore = [...acknowledged];
  expect(acknowledgedBefore.length).toBeLessThan(count);

  const kept = await until(
    () => house.ledger(channel),
    () => true,
    30_000,
  );
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledgedBefore));

  // Twitch delivers again whatever it got no answer for; here it delivers everything again.
  await until(deliverAll, () => acknowledged.size === count, 60_000);
  const ledger = await house.ledger(channel);
  expect(ledger).toHaveLength(count);

  const refunds = (await house.calls()).filter(
    ({ method, path, status }) => method === "PATCH" && path.endsWith("/redemptions") && status === 200,
  );
  const refunded = refunds.map(({ query }) => query["id"]);
  expect(refunded).toEqual([...new Set(refunded)]);
}, 240_000);
