import { expect, it } from "vitest";
import { after, type Instant, seconds } from "#kernel/clock";
import { translator } from "#kernel/i18n";
import type { ChannelId, RedemptionId, RewardId } from "#kernel/ids";
import { seeded } from "#kernel/random";
import { say } from "#domain/twitch/effect";
import { features } from "#domain/twitch/features/index";
import { noon, person, roster } from "#domain/twitch/features/rehearsal";
import { defaultSettings } from "#domain/twitch/settings";
import { Ledger } from "./ledger.ts";
import { memoryInTests } from "./memory-in-tests.ts";
import { Outbox } from "./outbox.ts";
import { PlayerBook } from "./players.ts";
import { Stage } from "./stage.ts";
import { Switches } from "./switches.ts";
import { WriteBehind } from "../write-behind.ts";

const ann = person("ann");
const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };
const said = { line: "line-1", by: ann, rest: "" };

function scene() {
  const memory = memoryInTests();
  const ledger = new Ledger(memory);
  const outbox = new Outbox(memory);
  const players = new PlayerBook(memory);
  let now: Instant = noon;
  const stage = new Stage({
    channel: "1001" as ChannelId,
    memory,
    ledger,
    outbox,
    players,
    history: new WriteBehind(memory, async () => {}, log, noon),
    switches: new Switches(memory, () => defaultSettings),
    settings: () => defaultSettings,
    roster: () => roster(),
    // Says what it is asked to say, and a long text where it is asked for one.
    translate: () => (text) => String(text.args?.["words"] ?? translator("en", [])(text)),
    clock: () => now,
    random: seeded(1),
    log,
  });
  const pass = (length: number) => (now = after(now, seconds(length)));
  return { ledger, outbox, players, stage, pass };
}

it("takes the ticket in the very move that brings somebody to the table", () => {
  const { stage, players } = scene();
  players.add({ do: "score", player: ann, tickets: 1 });
  const enter = () =>
    stage.play("twenty-one", "line-1", (saved, table) =>
      features["twenty-one"].obey("twenty-one", said, saved, table),
    );
  expect(enter()).toBe(true);
  expect(players.scoreOf(ann.id).tickets).toBe(0);
});

it("gives everything at stake back when rules have failed", () => {
  const { stage, players, ledger, outbox } = scene();
  players.add({ do: "score", player: ann, tickets: 1 });
  stage.play("twenty-one", "line-1", (saved, table) =>
    features["twenty-one"].obey("twenty-one", said, saved, table),
  );
  const redemption = {
    id: "points" as RedemptionId,
    rewardId: "reward" as RewardId,
    viewer: person("bob"),
    input: "",
    cost: 1,
    redeemedAt: noon,
  };
  ledger.enter("twenty-one", redemption, noon);
  stage.close("twenty-one", "poison");

  expect(players.scoreOf(ann.id).tickets).toBe(1);
  expect(outbox.due("resolve", noon, 9).map(({ effect }) => effect)).toEqual([
    { do: "resolve", redemption: "points", as: "CANCELED" },
  ]);
  expect(stage.saved("twenty-one").state).toBeUndefined();
});

it("makes an errand of every line that a long text needs", () => {
  const { stage, outbox } = scene();
  const words = "пиво ".repeat(250);
  stage.settle(null, [say(noon, "long", { words })], "cause");
  const parts = outbox.due("say", noon, 9).map(({ key, part }) => [key, part]);
  expect(parts).toEqual([
    ["cause:say:0", 0],
    ["cause:say:0.1", 1],
    ["cause:say:0.2", 2],
  ]);
});

it("wants to be woken at the same moment as long as nothing changes", () => {
  const { stage, pass } = scene();
  expect(stage.nextWake()).toBeUndefined();
  stage.play("sleep", "line-1", (saved, table) => features.sleep.obey("sleep", said, saved, table));
  const midnight = stage.nextWake();
  pass(60);
  expect(midnight).toBeDefined();
  expect(stage.nextWake()).toBe(midnight);
  expect(stage.awake()).toBe(false);
});
