import { expect, it } from "vitest";
import { after, instant, seconds } from "#kernel/clock";
import type { ChatterId, RedemptionId, RewardId } from "#kernel/ids";
import { Ledger } from "./ledger.ts";
import { memoryInTests, rowsIn } from "./memory-in-tests.ts";

const now = instant(1_000_000);
const id = (name: string) => name as RedemptionId;

const redemption = (name: string) => ({
  id: id(name),
  rewardId: "reward-1001-boar" as RewardId,
  viewer: { id: "7" as ChatterId, login: "anna", name: "Анна" },
  input: "",
  cost: 500,
  redeemedAt: now,
});

function scene() {
  const memory = memoryInTests();
  const ledger = new Ledger(memory);
  ledger.enter("boar", redemption("a"), now);
  return { memory, ledger };
}

it("knows at once what has changed, and writes it when it is to be kept", () => {
  const { memory, ledger } = scene();
  ledger.decide(id("a"), "CANCELED");
  expect(ledger.entry(id("a"))).toMatchObject({ decided: "CANCELED", status: "UNFULFILLED" });
  expect(rowsIn(memory, "ledger")).toBe(0);

  ledger.keep();
  ledger.resolve(id("a"), "CANCELED", after(now, seconds(1)));
  ledger.keep();
  expect(new Ledger(memory).search({ limit: 10 })).toEqual([
    {
      id: "a",
      reward: "boar",
      rewardId: "reward-1001-boar",
      viewerId: "7",
      viewerLogin: "anna",
      viewerName: "Анна",
      input: "",
      cost: 500,
      status: "CANCELED",
      decided: "CANCELED",
      at: now,
      resolvedAt: 1_001_000,
    },
  ]);
});

it("has nothing of a transaction that was taken back", () => {
  const { ledger } = scene();
  ledger.forget();
  expect(ledger.entry(id("a"))).toBeUndefined();
  expect(ledger.resolve(id("a"), "CANCELED", now)).toBeUndefined();
});

it("finds what is still in play, also when it came in this very moment", () => {
  const { ledger } = scene();
  ledger.enter("boar", redemption("b"), now);
  ledger.decide(id("b"), "FULFILLED");
  ledger.enter("keg", redemption("c"), now);
  expect(ledger.undecided(["boar", "trash"])).toEqual(["a"]);
});

it("forgets what ended long ago, and nothing that waits", () => {
  const { ledger } = scene();
  ledger.enter("boar", redemption("b"), now);
  ledger.resolve(id("b"), "CANCELED", now);
  ledger.keep();
  ledger.forgetEndedBefore(after(now, seconds(1)));
  expect(ledger.search({ limit: 10 })).toMatchObject([{ id: "a" }]);
});
