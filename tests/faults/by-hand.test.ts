import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { wait } from "./aim.ts";
import { type Call, House, until, type Viewer, viewers } from "./house.ts";
import { killRuntime } from "./kill.ts";
import { isEnding } from "./seen.ts";

/** At how many random instants after the press; CI takes fewer. */
const instants = Number(process.env["FAULT_INSTANTS"] ?? 20);
/** Milliseconds: room to die between telling Twitch and hearing of it. */
const answersTake = 150;

const [ann] = viewers as [Viewer];

let house: House;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterEach(() => house.forgetFaults());
afterAll(() => house.close());

/** Somebody waits at the table of 21, alone; an owner wants to give the points back. */
async function waiting(channel: string): Promise<string> {
  await house.openWith([ann], channel, {});
  const { id } = await house.redeem(channel, "twenty-one", ann);
  await house.world("/faults", { service: "twitch", channel, delayMs: answersTake });
  return id;
}

/** Presses until there is an answer: whoever sees none presses again. 409: it has ended. */
const press = (path: string) =>
  until(
    () => house.post(path),
    (status) => status < 500,
    60_000,
  );

const ended = (redemption: string) => (call: Call) =>
  isEnding(call) && call.query["id"] === redemption && call.status === 200;

it.each(Array.from({ length: instants }, (_, n) => n))(
  "gives points back once by hand, whenever the runtime is killed (%i)",
  async (n) => {
    const channel = `${78_000 + n}`;
    const redemption = await waiting(channel);
    const path = `/api/channels/${channel}/redemptions/${redemption}/refund`;
    const pressed = press(path);
    await wait(Math.random() * 0.4);
    killRuntime();
    expect([200, 409]).toContain(await pressed);
    expect([200, 409]).toContain(await press(path));

    await until(
      () => house.ledger(channel),
      (ledger) => ledger.every(({ state }) => state === "CANCELED"),
      60_000,
    );
    const calls = await house.calls(channel);
    expect(calls.filter(ended(redemption)).map(({ body }) => body)).toEqual([{ status: "CANCELED" }]);
    expect((await house.status(channel)).deadLetters).toBe(0);
  },
  120_000,
);

/** Answered as soon as it is so: pressed again until then. */
const switchKeg = (channel: string, on: boolean) =>
  until(
    () =>
      house.api(`/api/console/channels/${channel}/features/keg`, {
        method: "PUT",
        body: JSON.stringify({ on }),
      }),
    () => true,
    60_000,
  );

const untilPaused = (channel: string, keys: readonly string[]) =>
  until(
    () => house.rewards(channel),
    (rewards) => rewards.every(({ key, isPaused }) => isPaused === keys.includes(key)),
    60_000,
  );

it.each(Array.from({ length: instants }, (_, n) => n))(
  "pauses the rewards of what is switched off, and sells them again, whenever the runtime is killed (%i)",
  async (n) => {
    const channel = `${79_000 + n}`;
    await house.openWith([ann], channel, {});
    await house.world("/twitch/rewards/trash", { isPaused: true, broadcasterId: channel });
    await house.world("/faults", { service: "twitch", channel, delayMs: answersTake });
    for (const on of [false, true]) {
      const pressed = switchKeg(channel, on);
      await wait(Math.random() * 0.6);
      killRuntime();
      await pressed;
      // The broadcaster has paused one by hand.
      await untilPaused(channel, on ? ["trash"] : ["keg", "boar", "trash"]);
    }
    const { deadLetters } = await until(
      () => house.status(channel),
      ({ outbox }) => outbox === 0,
      60_000,
    );
    expect(deadLetters).toBe(0);
  },
  180_000,
);
