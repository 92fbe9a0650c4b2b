import { expect, it } from "vitest";
import { type Call, lateness } from "./keg-lateness.ts";

const look = (at: number): Call => ({ method: "GET", path: "/helix/chat/chatters", at });
const line = (at: number): Call => ({ method: "POST", path: "/helix/chat/messages", at });
const refund: Call = { method: "PATCH", path: "/helix/channel_points/custom_rewards/redemptions", at: 5_000 };

it("counts each moment from the question who is in chat", () => {
  // A fuse of 60 s, lit at 1 s: a picture, the first line, and the moments.
  const said = [1_010, 1_020, 3_004, 21_000, 41_250, 51_001, 60_002, 61_003];
  const calls = [look(1_000), ...said.map(line), refund, look(62_000)].toSorted((a, b) => a.at - b.at);
  expect(lateness(calls, 60).map(({ late }) => late)).toEqual([4, 0, 250, 1, 2, 3]);
});

it("says which moment was passed over in silence", () => {
  const calls = [look(0), ...[10, 2_000, 20_000, 50_000, 59_500, 60_100].map(line)];
  expect(lateness(calls, 60).map(({ late }) => late)).toEqual([0, 0, undefined, 0, 500, 100]);
});

it("finds nothing where no keg was opened", () => {
  expect(lateness([refund], 60).every(({ late }) => late === undefined)).toBe(true);
});
