import { afterAll, beforeAll, expect, it } from "vitest";
import { House, until, type Viewer, viewers } from "./house.ts";

const fuseSeconds = 4;
const chatters = viewers.slice(0, 2);
const [host] = chatters as [Viewer];

interface ChannelState {
  readonly chat: readonly { readonly text: string }[];
  readonly timeouts: readonly { readonly user: { readonly id: string } }[];
}

let house: House;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterAll(() => house.close());

it("goes on with a keg whose end it has slept through, and with the settings it had", async () => {
  const channel = "71000";
  await house.openWith(chatters, channel, { language: "en", keg: { fuseSeconds } });
  await house.redeem(channel, "keg", host);
  const state = () => house.world<ChannelState>(`/twitch/state?broadcasterId=${channel}`);
  await until(state, ({ chat }) => chat.some(({ text }) => text.includes("is tapping the keg")), 10_000);

  await house.goAway(fuseSeconds * 1_000 + 2_000);
  const { timeouts } = await until(state, (seen) => seen.timeouts.length > 0, 10_000);
  expect(timeouts.map(({ user }) => user.id).toSorted()).toEqual(chatters.map(({ id }) => id));
  await until(
    () => house.ledger(channel),
    ([keg]) => keg?.state === "FULFILLED",
    20_000,
  );

  const { chat } = await until(
    state,
    ({ chat: lines }) => lines.some(({ text }) => text.includes("Get well")),
    10_000,
  );
  const said = chat.map(({ text }) => text);
  expect(said).toEqual([...new Set(said)]);
  expect(said.some((line) => line.includes("until it blows"))).toBe(false);
}, 60_000);
