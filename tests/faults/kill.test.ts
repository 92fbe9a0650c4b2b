import { afterAll, beforeAll, expect, it } from "vitest";
import { type Call, House, until, type Viewer, viewers } from "./house.ts";
import { killRuntime } from "./kill.ts";
import { type Phase, phaseAt, type PhaseName, phases, phaseWindows } from "./phases.ts";

/** How many random instants each phase is killed at; CI takes fewer. */
const instants = Number(process.env["FAULT_INSTANTS"] ?? 20);
const fuseSeconds = 6;
/** Kegs begin so that one kill finds many of them, each somewhere in the phase that is wanted. */
const kegsAtOnce = 24;
const settings = { keg: { fuseSeconds, victims: 50 } };

const [host, boar, hider, otherHider] = viewers as [Viewer, Viewer, Viewer, Viewer];

let house: House;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterAll(() => house.close());

it("loses nothing and doubles nothing, wherever in a keg the runtime is killed", async () => {
  const killed = new Map<Phase, number>(phases.map((phase) => [phase, 0]));
  const wanted = () => phases.filter((phase) => (killed.get(phase) ?? 0) < instants);
  for (let round = 0; wanted().length > 0 && round < instants * 2 + 5; round++) {
    for (const phase of await playRound(round, wanted())) killed.set(phase, (killed.get(phase) ?? 0) + 1);
    process.stdout.write(
      `kill ${round + 1}: ${phases.map((phase) => `${phase} ${killed.get(phase)}`).join(", ")}\n`,
    );
  }
  expect(wanted()).toEqual([]);
}, 3_600_000);

/** One kill over many kegs, aimed at some phases; says in which it found them. */
async function playRound(round: number, wanted: readonly PhaseName[]): Promise<Phase[]> {
  const channels = Array.from({ length: kegsAtOnce }, (_, n) => `${50_000 + round * 100 + n}`);
  await Promise.all(channels.map((channel) => house.openWith(viewers, channel, settings)));
  // Slow answers leave room to die between asking and hearing.
  await house.world("/faults", { service: "twitch", delayMs: 80 });
  const killIn = 10_000;
  const kegs = channels.map((channel, n) => {
    const [begins, ends] = phaseWindows[wanted[n % wanted.length] ?? "opening"];
    return playKeg(channel, killIn - 1_000 * (begins + Math.random() * (ends - begins)));
  });
  const killedAt = await killAfter(killIn);
  await Promise.all(kegs);
  await house.forgetFaults();
  await Promise.all(channels.map((channel) => settled(channel)));

  const calls = await house.calls();
  const found: Phase[] = [];
  for (const channel of channels) {
    const own = calls.filter((call) => channelOf(call) === channel);
    found.push(phaseAt(own, killedAt));
    await expectWhole(channel, own);
  }
  await house.world("/reset", {});
  return found;
}

async function playKeg(channel: string, wait: number): Promise<void> {
  await new Promise((done) => setTimeout(done, wait));
  await house.redeem(channel, "keg", host);
  await house.redeem(channel, "boar", boar);
  await house.redeem(channel, "trash", hider);
  await new Promise((done) => setTimeout(done, fuseSeconds * 500));
  await house.redeem(channel, "trash", otherHider);
}

async function killAfter(wait: number): Promise<number> {
  await new Promise((done) => setTimeout(done, wait));
  const at = Date.now();
  expect(killRuntime()).toBeGreaterThan(0);
  return at;
}

/** Every redemption has ended, nothing is left to do, and the result stands in Postgres. */
async function settled(channel: string): Promise<void> {
  await until(
    () => house.ledger(channel),
    (ledger) => ledger.length === 4 && ledger.every(({ state }) => state !== "UNFULFILLED"),
    90_000,
  );
  await until(
    () => house.status(channel),
    ({ outbox, journal }) => outbox + journal === 0,
    90_000,
  );
}

async function expectWhole(channel: string, calls: readonly Call[]): Promise<void> {
  const done = calls.filter(({ status }) => status >= 200 && status < 300);
  const ledger = await house.ledger(channel);

  const resolved = done.filter(is("PATCH", "/helix/channel_points/custom_rewards/redemptions"));
  const ends = resolved.map(({ query, body }) => [query["id"], statusIn(body)]);
  expect(ends.toSorted(), `${channel}: each redemption ends once`).toEqual(
    ledger.map(({ id, state }) => [id, state]).toSorted(),
  );
  expect(ledger.find(({ reward }) => reward === "keg")?.state, `${channel}: the keg`).toBe("FULFILLED");

  // A hider whose notification came only after the burst got the points back, and was in the open.
  const hidden = ledger
    .filter(({ reward, state }) => reward === "trash" && state === "FULFILLED")
    .map(({ viewerId }) => viewerId);
  const silenced = done.filter(is("POST", "/helix/moderation/bans")).map(({ body }) => idIn(body));
  const inTheOpen = viewers.map(({ id }) => id).filter((id) => !hidden.includes(id));
  expect(silenced.toSorted(), `${channel}: each victim once`).toEqual(inTheOpen.toSorted());

  const lines = done.filter(is("POST", "/helix/chat/messages")).map(({ body }) => textIn(body));
  expect(lines, `${channel}: no line twice`).toEqual([...new Set(lines)]);
  expect((await house.status(channel)).deadLetters, `${channel}: dead letters`).toBe(0);
}

const is = (method: string, path: string) => (call: Call) => call.method === method && call.path === path;
const statusIn = (body: unknown) => (body as { status: string }).status;
const idIn = (body: unknown) => (body as { data: { user_id: string } }).data.user_id;
const textIn = (body: unknown) => (body as { message: string }).message;
const channelOf = ({ query, body }: Call) =>
  query["broadcaster_id"] ?? (body as { broadcaster_id?: string } | null)?.broadcaster_id;
