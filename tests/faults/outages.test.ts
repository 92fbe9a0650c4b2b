import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { House, until, type Viewer, viewers } from "./house.ts";

/** How long each outage lasts; CI takes less. */
const outageSeconds = Number(process.env["FAULT_SECONDS"] ?? 60);
const fuseSeconds = 4;
const kegsInAWave = 4;
const wavesApart = 10;
const patience = (outageSeconds + 200) * 1_000;

const [host, boar, hider] = viewers as [Viewer, Viewer, Viewer];

interface ChannelState {
  readonly bot: { readonly id: string };
  readonly chat: readonly { readonly user: { readonly id: string }; readonly text: string }[];
  readonly timeouts: readonly { readonly user: { readonly id: string } }[];
  readonly redemptions: readonly { readonly id: string; readonly status: string }[];
}

let house: House;
let channelsOpened = 0;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterEach(async () => {
  await house.forgetFaults();
  await house.world("/services/postgres/start", {});
});
afterAll(() => house.close());

const everything = "";

describe.each([
  { name: "Postgres is stopped", begin: () => house.world("/services/postgres/stop", {}) },
  {
    name: "Postgres answers nothing",
    begin: () => house.world("/faults", { service: "postgres", blackhole: true }),
  },
  {
    name: "Postgres takes five seconds",
    begin: () => house.world("/faults", { service: "postgres", delayMs: 5_000 }),
  },
  { name: "a third of Helix is broken", begin: () => breakHelix({ status: 500, share: 0.33 }) },
  {
    name: "a tenth of Helix's answers get lost",
    begin: () => breakHelix({ reset: true, late: true, share: 0.1 }),
  },
  { name: "a tenth of the calls never reach Helix", begin: () => breakHelix({ reset: true, share: 0.1 }) },
])("while $name", ({ begin }) => {
  it(
    `loses nothing, doubles nothing, and answers every webhook within two seconds`,
    async () => {
      const waves = 1 + Math.floor(outageSeconds / wavesApart);
      const channels = await Promise.all(Array.from({ length: waves * kegsInAWave }, () => openChannel()));
      await begin();
      for (let wave = 0; wave < waves; wave++) {
        await Promise.all(channels.slice(wave * kegsInAWave, (wave + 1) * kegsInAWave).map(playKeg));
        await new Promise((done) => setTimeout(done, (outageSeconds * 1_000) / waves));
      }
      await house.forgetFaults();
      await house.world("/services/postgres/start", {});
      for (const channel of channels) await expectWhole(channel);
    },
    patience,
  );
});

const breakHelix = (fault: object) =>
  house.world("/faults", { service: "twitch", path: everything, ...fault });

async function openChannel(): Promise<string> {
  const channel = `${60_000 + channelsOpened++}`;
  await house.openWith(viewers, channel, { keg: { fuseSeconds, victims: 50 } });
  return channel;
}

async function playKeg(channel: string): Promise<void> {
  await redeem(channel, "keg", host);
  await redeem(channel, "boar", boar);
  await redeem(channel, "trash", hider);
}

async function redeem(channel: string, reward: string, user: Viewer): Promise<void> {
  const begun = Date.now();
  const { status } = await house.redeem(channel, reward, user);
  expect(status, "the webhook's answer").toBe(204);
  expect(Date.now() - begun, "milliseconds the webhook took").toBeLessThan(2_000);
}

/** What Twitch holds and what the ledger holds is the same, and whole. */
async function expectWhole(channel: string): Promise<void> {
  const ledger = await until(
    () => house.ledger(channel),
    (rows) => rows.length === 3 && rows.every(({ state }) => state !== "UNFULFILLED"),
    patience,
  );
  const { deadLetters } = await until(
    () => house.status(channel),
    ({ outbox, journal }) => outbox + journal === 0,
    patience,
  );
  const { bot, chat, timeouts, redemptions } = await house.world<ChannelState>(
    `/twitch/state?broadcasterId=${channel}`,
  );

  expect(sorted(ledger.map(({ id, state }) => `${id} ${state}`))).toEqual(
    sorted(redemptions.map(({ id, status }) => `${id} ${status}`)),
  );
  const lines = chat.filter(({ user }) => user.id === bot.id).map(({ text }) => text);
  expect(lines, "no line twice").toEqual([...new Set(lines)]);
  const kegBurst = ledger.some(({ reward, state }) => reward === "keg" && state === "FULFILLED");
  const inTheOpen = viewers.filter((one) => one !== hider).map(({ id }) => id);
  expect(sorted(timeouts.map(({ user }) => user.id)), "whom the keg hit").toEqual(
    kegBurst ? sorted(inTheOpen) : [],
  );
  expect(deadLetters, "dead letters").toBe(0);
}

const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => a.localeCompare(b));
