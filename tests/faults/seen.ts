import { expect } from "vitest";
import { type Call, type House, type LedgerRow, type Player, until } from "./house.ts";

/** What came of it all, in one channel. */
export interface Seen {
  /** What the bot has said. */
  readonly lines: readonly string[];
  /** The ids of those it has timed out. */
  readonly soaked: readonly string[];
  /** How Taproom ended redemptions: every time that Twitch agreed. */
  readonly ends: readonly (readonly [id: string | undefined, as: string])[];
  /** Redemptions as Twitch knows them … */
  readonly redemptions: readonly { readonly id: string; readonly status: string }[];
  /** … and as Taproom does. */
  readonly ledger: readonly LedgerRow[];
  readonly players: readonly Player[];
}

export async function look(house: House, channel: string): Promise<Seen> {
  const done = (await house.calls(channel)).filter(({ status }) => status >= 200 && status < 300);
  const { redemptions } = await house.world<Pick<Seen, "redemptions">>(
    `/twitch/state?broadcasterId=${channel}`,
  );
  return {
    lines: done.filter(isLine).map(({ body }) => textIn(body)),
    soaked: done.filter(isTimeout).map(({ body }) => idIn(body)),
    ends: done.filter(isEnding).map(({ query, body }) => [query["id"], statusIn(body)]),
    redemptions,
    ledger: await house.ledger(channel),
    players: await house.players(channel),
  };
}

const patience = 90_000;

/**
 * Waits until everything has come that is to come and nothing is left to do. However it has ended, each redemption
 * has done so once, and Twitch and the ledger agree how; no line was said twice, and nothing was given up.
 */
export async function untilWhole(
  house: House,
  channel: string,
  isOver: (seen: Seen) => boolean,
): Promise<Seen> {
  await until(
    () => look(house, channel),
    (seen) => seen.redemptions.every(hasEnded(seen)) && isOver(seen),
    patience,
  );
  const { deadLetters } = await until(
    () => house.status(channel),
    ({ outbox }) => outbox === 0,
    patience,
  );
  const seen = await look(house, channel);
  expect(deadLetters, `${channel}: dead letters`).toBe(0);
  expectOnce(channel, seen);
  return seen;
}

const hasEnded =
  ({ ledger }: Seen) =>
  ({ id, status }: { readonly id: string; readonly status: string }) =>
    status !== "UNFULFILLED" && ledger.some((row) => row.id === id && row.state === status);

function expectOnce(channel: string, { ledger, redemptions, ends, lines }: Seen): void {
  const known = sorted(ledger.map(({ id, state }) => `${id} ${state}`));
  expect(known, `${channel}: as Twitch knows it`).toEqual(
    sorted(redemptions.map(({ id, status }) => `${id} ${status}`)),
  );
  const ours = sorted(ends.map(([id, as]) => `${id} ${as}`));
  expect(ours, `${channel}: no redemption ends twice`).toEqual([...new Set(ours)]);
  expect(known, `${channel}: and as we wanted`).toEqual(expect.arrayContaining(ours));
  expect(lines, `${channel}: no line twice`).toEqual([...new Set(lines)]);
}

const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => a.localeCompare(b));

const to = (method: string, path: string) => (call: Call) => call.method === method && call.path === path;

export const isLine = to("POST", "/helix/chat/messages");
export const isTimeout = to("POST", "/helix/moderation/bans");
export const isEnding = to("PATCH", "/helix/channel_points/custom_rewards/redemptions");
export const isBanCheck = to("GET", "/helix/moderation/banned");
export const isLookAround = to("GET", "/helix/chat/chatters");
export const isRewardChange = to("PATCH", "/helix/channel_points/custom_rewards");

export const textIn = (body: unknown) => (body as { message: string }).message;
const statusIn = (body: unknown) => (body as { status: string }).status;
const idIn = (body: unknown) => (body as { data: { user_id: string } }).data.user_id;
