import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Call, House, until, type Viewer, viewers } from "./house.ts";
import { killRuntime } from "./kill.ts";
import { type Seen, untilWhole } from "./seen.ts";
import { wait } from "./aim.ts";

/** At how many random instants of a refresh; CI takes fewer. */
const instants = Number(process.env["FAULT_INSTANTS"] ?? 20);
const botId = "1002";
const patience = 60_000;
/** Milliseconds: room to die between asking for a token and storing it. */
const answersTake = 150;

let house: House;
let channelsOpened = 0;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterEach(() => house.forgetFaults());
afterAll(() => house.close());

/** Whoever takes the challenge there fails it: a line of the bot, its timeout, and the broadcaster's word that it is paid. */
async function openChannels(count: number): Promise<string[]> {
  const channels = Array.from({ length: count }, () => `${73_000 + channelsOpened++}`);
  const beer = { chancePercent: 0, leastChancePercent: 0 };
  await Promise.all(channels.map((channel) => house.openWith(viewers, channel, { beer })));
  return channels;
}

const drink = (channel: string, viewer: Viewer) => house.redeem(channel, "beer", viewer, "20");

async function expectPaid(channel: string, ...drinkers: readonly Viewer[]): Promise<void> {
  const isOver = ({ lines }: Seen) => lines.length === drinkers.length;
  const { ledger, ends, soaked } = await untilWhole(house, channel, isOver);
  expect(ledger.map(({ state }) => state)).toEqual(drinkers.map(() => "FULFILLED"));
  expect(ends).toHaveLength(drinkers.length);
  expect(soaked.toSorted()).toEqual(drinkers.map(({ id }) => id).toSorted());
}

const expire = (userId: string) => house.world("/twitch/tokens/expire", { userId });

const isRefresh = ({ path, body }: Call) =>
  path === "/oauth2/token" && (body as { grant_type: string }).grant_type === "refresh_token";

async function onTheirWay(moment: number): Promise<number> {
  const calls = (await house.calls()).filter(isRefresh);
  return calls.filter(({ at }) => at <= moment && moment < at + answersTake).length;
}

/** Twitch hands out new tokens, and nobody hears of them. */
const loseTheAnswer = () =>
  house.world("/faults", { service: "twitch-id", path: "/oauth2/token", late: true, blackhole: true });

async function untilRefreshed(count: number): Promise<void> {
  await until(
    () => house.calls(),
    (calls) => calls.filter(isRefresh).length >= count,
    patience,
  );
}

async function expectNobodyHasToSignIn(channels: readonly string[]): Promise<void> {
  for (const channel of channels) {
    await house.api(`/api/channels/${channel}/setup`, { method: "POST" });
    expect((await house.status(channel)).standing?.problems).toEqual([]);
  }
  expect((await fetch(`${house.url}/health`)).status).toBe(200);
}

it("asks again for tokens that were given out when nobody lived to store them", async () => {
  const channels = await openChannels(6);
  const [ann] = viewers as [Viewer];
  await house.world("/reset", {});
  await Promise.all(channels.map((channel) => house.world("/twitch/chatters", seated(channel))));
  await loseTheAnswer();
  await Promise.all(channels.map(expire));
  await Promise.all(channels.map((channel) => drink(channel, ann)));
  await untilRefreshed(channels.length);
  expect(killRuntime()).toBeGreaterThan(0);
  await house.forgetFaults();

  for (const channel of channels) await expectPaid(channel, ann);
  await expectNobodyHasToSignIn(channels);
}, 180_000);

const seated = (broadcasterId: string) => ({
  broadcasterId,
  chatters: viewers.map((viewer) => ({ roles: [], ...viewer })),
});

it("loses no token and no redemption, wherever in a refresh it is killed", async () => {
  const channels = await openChannels(6);
  const drinkers = viewers.slice(0, instants);
  for (const [n, drinker] of drinkers.entries()) {
    await house.world("/faults", { service: "twitch-id", delayMs: answersTake });
    await house.world("/twitch/tokens/expire", {});
    const drinking = channels.map(async (channel) => {
      await wait(Math.random() * 0.6);
      await drink(channel, drinker);
    });
    await wait(0.6);
    const killedAt = Date.now();
    expect(killRuntime()).toBeGreaterThan(0);
    await Promise.all(drinking);
    await house.forgetFaults();
    for (const channel of channels) await expectPaid(channel, ...drinkers.slice(0, n + 1));
    process.stdout.write(`kill ${n + 1}: ${await onTheirWay(killedAt)} refreshes on their way\n`);
  }
  await expectNobodyHasToSignIn(channels);
}, 3_600_000);

it("tells that the broadcaster has to sign in when Twitch does not give the lost tokens again, and loses no redemption", async () => {
  const [channel = ""] = await openChannels(1);
  const [ann] = viewers as [Viewer];
  await dieInRefresh(channel, () => drink(channel, ann));

  const { standing } = await until(
    () => house.status(channel),
    (status) => (status.standing?.problems.length ?? 0) > 0,
    patience,
  );
  expect(standing?.problems).toContainEqual(expect.stringMatching(/broadcaster has not signed in/));
  await house.forgetFaults();
  await house.signIn("broadcaster", channel);
  await expectPaid(channel, ann);
  await expectNobodyHasToSignIn([channel]);
}, 180_000);

it("tells that the bot has to sign in when Twitch does not give the lost tokens again", async () => {
  const [channel = ""] = await openChannels(1);
  const [ann] = viewers as [Viewer];
  await dieInRefresh(botId, () => drink(channel, ann));

  const health = await until(
    () => fetch(`${house.url}/health`),
    ({ status }) => status === 500,
    patience,
  );
  expect(await health.json()).toMatchObject({ bot: expect.stringMatching(/sign in/) });
  await house.forgetFaults();
  await house.signIn("bot", botId);
  await expectPaid(channel, ann);
  await expectNobodyHasToSignIn([channel]);
}, 180_000);

/** Killed after Twitch has answered a refresh; the old refresh token, which was stored, is good for nothing any more. */
async function dieInRefresh(userId: string, cause: () => Promise<unknown>): Promise<void> {
  await house.world("/reset", {});
  await loseTheAnswer();
  await expire(userId);
  await cause();
  await untilRefreshed(1);
  expect(killRuntime()).toBeGreaterThan(0);
  await house.forgetFaults();
  const body = { error: "Bad Request", status: 400, message: "Invalid refresh token" };
  await house.world("/faults", { service: "twitch-id", path: "/oauth2/token", status: 400, body });
}
