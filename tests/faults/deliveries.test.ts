import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { House, until, type Viewer, viewers } from "./house.ts";
import { killRuntime } from "./kill.ts";
import { type Seen, untilWhole } from "./seen.ts";

const redemption = "channel.channel_points_custom_reward_redemption";
const chatters = viewers.slice(0, 3);
const [ann] = chatters as [Viewer];
const patience = 60_000;

let house: House;
let channelsOpened = 0;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterAll(() => house.close());

async function openChannel(): Promise<string> {
  const channel = `${72_000 + channelsOpened++}`;
  await house.openWith(chatters, channel, { keg: { fuseSeconds: 2 } });
  return channel;
}

const openChannels = (count: number) => Promise.all(Array.from({ length: count }, openChannel));

const kegOf = (viewer: Viewer) => ({ id: randomUUID(), user_id: viewer.id, reward: { key: "keg" } });

const kegOver = ({ lines }: Seen) => lines.some((line) => line.includes("Выздоравливайте"));

it("plays a redemption once that is told under many message ids, before, while and after it is killed", async () => {
  const messages = 30;
  const channels = await openChannels(6);
  let told = 0;
  const flood = channels.map(async (channel) => {
    const event = kegOf(ann);
    for (let n = 0; n < messages; n++) {
      await house.tell(channel, { type: `${redemption}.add`, event });
      told += 1;
    }
  });
  await until(
    async () => told,
    (count) => count > (messages * channels.length) / 3,
    patience,
  );
  expect(killRuntime()).toBeGreaterThan(0);
  await Promise.all(flood);

  for (const channel of channels) {
    const { ledger, ends, soaked, lines } = await untilWhole(house, channel, kegOver);
    expect(ledger).toMatchObject([{ reward: "keg", state: "FULFILLED" }]);
    expect(ends).toHaveLength(1);
    expect(soaked.toSorted()).toEqual(chatters.map(({ id }) => id));
    expect(lines.filter((line) => line.includes("вскрывает кегу"))).toHaveLength(1);
  }
}, 180_000);

it("does not play a redemption of whose end it was told before it was killed, and of whose beginning after", async () => {
  const events = [kegOf(ann), kegOf(ann)];
  const ends = ["canceled", "fulfilled"];
  const channels = await openChannels(2);
  const tellAll = (what: (n: number) => { type: string; event: object }) =>
    Promise.all(channels.map((channel, n) => house.tell(channel, what(n))));
  await tellAll((n) => ({ type: `${redemption}.update`, event: { ...events[n], status: ends[n] } }));
  expect(killRuntime()).toBeGreaterThan(0);
  await tellAll((n) => ({ type: `${redemption}.add`, event: { ...events[n] } }));

  for (const [n, channel] of channels.entries()) {
    const seen = await untilWhole(house, channel, () => true);
    expect(seen.ledger).toMatchObject([{ id: events[n]?.id, state: ends[n]?.toUpperCase() }]);
    expect(seen).toMatchObject({ lines: [], ends: [], soaked: [] });
  }
}, 180_000);

it("believes of the stream what Twitch sent last, whatever came first and whenever it was killed", async () => {
  const channel = await openChannel();
  const now = Date.now();
  const tell = (type: string, seconds: number) =>
    house.tell(channel, { type, event: {}, timestamp: new Date(now + seconds * 1_000).toISOString() });
  const expectLive = async (live: boolean) =>
    expect((await until(() => house.status(channel), Boolean, patience)).stream).toMatchObject({ live });

  await tell("stream.online", 10);
  await tell("stream.offline", 30);
  expect(killRuntime()).toBeGreaterThan(0);
  await expectLive(false);
  await tell("stream.online", 20);
  await expectLive(false);
  await tell("stream.online", 40);
  expect(killRuntime()).toBeGreaterThan(0);
  await tell("stream.offline", 35);
  await expectLive(true);
}, 180_000);
