import { expect, it } from "vitest";
import { after, hours, type Instant, instant, minutes, seconds } from "#kernel/clock";
import { translator } from "#kernel/i18n";
import type { Effect } from "#domain/twitch/effect";
import { durationTexts } from "#domain/twitch/duration/duration";
import { person, said, scene } from "#domain/twitch/features/rehearsal";
import { sleep as feature } from "./index.ts";
import { sleepSettings } from "./settings.ts";

const at = (utc: string) => instant(Date.parse(utc));
// Moscow's 13:00; it is three hours ahead of UTC.
const start = at("2026-11-21T10:00:00Z");
const evening = { enabled: true, from: "19:00", to: "23:00" };

/** A channel's bot through a few days: every alarm it asks for rings. */
class Bot {
  state: unknown = undefined;
  now: Instant = start;
  /** What was said, with the moment of it. */
  heard: string[] = [];
  effects: Effect[] = [];
  settings: unknown;

  constructor(settings: unknown = {}) {
    this.settings = sleepSettings.parse(settings);
  }

  is = (settings: unknown): this => {
    this.settings = sleepSettings.parse(settings);
    return this;
  };

  order = (command: "sleep" | "wake"): this =>
    this.#take(
      feature.obey(command, { line: "line", by: person("boss"), rest: "" }, this.#saved(), this.#scene()),
    );

  ring = (): this => this.#take(feature.wake(this.#saved(), this.#scene()));

  get alarm(): Instant | undefined {
    return feature.wakesAt(this.#saved());
  }

  until(moment: Instant): this {
    for (let next = this.alarm; next !== undefined && next <= moment; next = this.alarm) {
      this.now = next > this.now ? next : this.now;
      this.ring();
      if (this.alarm === next) throw new Error("the alarm would ring for ever");
    }
    this.now = moment;
    return this;
  }

  #saved = () => ({ state: this.state, settings: this.settings });
  #scene = () => scene({ now: this.now });

  #take({ state, effects }: { state: unknown; effects: readonly Effect[] }): this {
    this.state = state;
    this.effects = [...effects];
    this.heard.push(...said(effects).map((key) => `${new Date(this.now).toISOString().slice(8, 19)} ${key}`));
    return this;
  }
}

const kinds = (bot: Bot) => bot.effects.map((effect) => effect.do);

it("sleeps until midnight when it is told to, and wakes up by itself", () => {
  const bot = new Bot().order("sleep").until(at("2026-11-25T10:00:00Z"));
  expect(bot.heard).toEqual(["21T10:00:00 sleep-ordered", "21T21:00:00 sleep-good-morning"]);
});

it("tells for how long it will be silent, in whole minutes", () => {
  const bot = new Bot();
  bot.now = after(start, seconds(20));
  const [first] = bot.order("sleep").effects;
  const speak = translator("ru", [feature.texts, durationTexts]);
  expect(first?.do === "say" && speak(first.text)).toBe(
    "🤐 Ладно, молчу. Будильник поставлен, проснусь через 11 часов.",
  );
});

it("counts the hours of sleep after midnight in", () => {
  const bot = new Bot({ schedule: { enabled: true, from: "22:00", to: "06:00" } });
  bot.until(start);
  const [first] = bot.order("sleep").effects;
  const speak = translator("en", [feature.texts, durationTexts]);
  expect(first?.do === "say" && speak(first.text)).toContain("I am back in 17 hours.");
});

it("wakes up when it is told to", () => {
  const bot = new Bot().order("sleep");
  expect(kinds(bot)).toEqual(["say", "tend-rewards"]);
  bot.until(after(start, minutes(5))).order("wake");
  expect([said(bot.effects), kinds(bot)]).toEqual([["sleep-over"], ["say", "tend-rewards"]]);
  expect(bot.until(after(start, hours(48))).heard).toHaveLength(2);
});

it("does not answer in its sleep when it is sent to bed twice", () => {
  const bot = new Bot().order("sleep");
  const { state } = bot;
  bot.order("sleep");
  expect([bot.effects, bot.state]).toEqual([[], state]);
});

it("says that it is awake already", () => {
  const bot = new Bot().order("wake");
  expect([said(bot.effects), kinds(bot), bot.state]).toEqual([["sleep-not-asleep"], ["say"], undefined]);
});

it("says good night and good morning at the minute, once each day", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-23T10:00:00Z"));
  expect(bot.heard).toEqual([
    "21T16:00:00 sleep-good-night",
    "21T20:00:00 sleep-good-morning",
    "22T16:00:00 sleep-good-night",
    "22T20:00:00 sleep-good-morning",
  ]);
});

it("has the rewards looked after whenever it falls asleep or wakes up", () => {
  const bot = new Bot({ schedule: evening, notices: false }).until(at("2026-11-21T16:00:00Z"));
  expect(kinds(bot)).toEqual(["tend-rewards"]);
  expect(kinds(bot.until(at("2026-11-21T20:00:00Z")))).toEqual(["tend-rewards"]);
});

it("keeps its notices to itself where nobody wants them, and still answers orders", () => {
  const bot = new Bot({ schedule: evening, notices: false }).until(at("2026-11-21T17:00:00Z")).order("wake");
  expect(bot.until(at("2026-11-23T10:00:00Z")).heard).toEqual(["21T17:00:00 sleep-cut-short"]);
});

it("says nothing when a schedule is switched on by day", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-21T15:59:59Z"));
  expect([bot.heard, bot.effects]).toEqual([[], []]);
  expect(bot.alarm).toBe(at("2026-11-21T16:00:00Z"));
});

it("goes to bed at once, with one notice, when a schedule is switched on in its hours", () => {
  const bot = new Bot();
  expect(bot.alarm).toBe(undefined);
  bot.now = at("2026-11-21T17:30:00Z");
  bot.is({ schedule: evening });
  expect(bot.alarm).toBeLessThanOrEqual(bot.now);
  bot.ring().ring();
  expect(bot.heard).toEqual(["21T17:30:00 sleep-good-night"]);
  expect(bot.until(at("2026-11-21T21:00:00Z")).heard.slice(1)).toEqual(["21T20:00:00 sleep-good-morning"]);
});

it("goes to bed at once when its hours are moved to where it is now, and gets up when they are moved away", () => {
  const bot = new Bot({ schedule: evening }).until(start);
  bot.is({ schedule: { ...evening, from: "12:00", to: "14:00" } }).until(start);
  expect(bot.heard).toEqual(["21T10:00:00 sleep-good-night"]);
  bot.is({ schedule: evening }).until(start);
  expect(bot.heard.slice(1)).toEqual(["21T10:00:00 sleep-good-morning"]);
});

it("says nothing about hours that were over when they became its hours", () => {
  const bot = new Bot({ schedule: evening }).until(start);
  bot.is({ schedule: { ...evening, from: "09:00", to: "12:00" } }).until(start);
  expect(bot.heard).toEqual([]);
});

it("wakes up when the schedule is switched off", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-21T17:00:00Z")).is({});
  expect(bot.until(bot.now).heard.slice(1)).toEqual(["21T17:00:00 sleep-good-morning"]);
});

it("follows the clock of another time zone as soon as it is told", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-21T17:00:00Z"));
  bot.is({ schedule: evening, timeZone: "America/New_York" }).until(at("2026-11-22T00:00:00Z"));
  expect(bot.heard.slice(1)).toEqual(["21T17:00:00 sleep-good-morning", "22T00:00:00 sleep-good-night"]);
});

it("sleeps on by order when its hours end, and says good morning at midnight only", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-21T17:00:00Z")).order("sleep");
  expect(kinds(bot)).toEqual(["say"]);
  expect(bot.until(at("2026-11-22T10:00:00Z")).heard).toEqual([
    "21T16:00:00 sleep-good-night",
    "21T17:00:00 sleep-ordered",
    "21T21:00:00 sleep-good-morning",
  ]);
});

it("stays up to the end of its hours and beyond when it is woken in them, and keeps tomorrow's", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-21T17:00:00Z")).order("wake");
  expect(bot.until(at("2026-11-22T17:00:00Z")).heard).toEqual([
    "21T16:00:00 sleep-good-night",
    "21T17:00:00 sleep-cut-short",
    "22T16:00:00 sleep-good-night",
  ]);
});

it("goes back to bed when it is told to after it was woken", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-21T17:00:00Z")).order("wake");
  bot.until(at("2026-11-21T18:00:00Z")).order("sleep");
  expect(bot.until(at("2026-11-22T10:00:00Z")).heard.slice(2)).toEqual([
    "21T18:00:00 sleep-ordered",
    "21T21:00:00 sleep-good-morning",
  ]);
});

it("keeps tonight's hours although it was sent to bed and woken by day", () => {
  const bot = new Bot({ schedule: evening }).order("sleep");
  bot.until(after(start, hours(1))).order("wake");
  expect(bot.until(at("2026-11-21T17:00:00Z")).heard.slice(2)).toEqual(["21T16:00:00 sleep-good-night"]);
});

it("goes on sleeping at midnight without a word when its hours have begun by then", () => {
  const bot = new Bot({ schedule: { enabled: true, from: "22:00", to: "06:00" } }).until(start);
  expect(bot.order("sleep").until(at("2026-11-22T10:00:00Z")).heard).toEqual([
    "21T10:00:00 sleep-ordered",
    "22T03:00:00 sleep-good-morning",
  ]);
});

it("tells only what is true when the alarm comes days late", () => {
  const bot = new Bot({ schedule: evening }).until(at("2026-11-21T17:00:00Z"));
  bot.now = at("2026-11-24T10:00:00Z");
  expect(bot.ring().ring().heard.slice(1)).toEqual(["24T10:00:00 sleep-good-morning"]);
  const slept = new Bot({ schedule: evening }).until(start);
  slept.now = at("2026-11-24T10:00:00Z");
  expect(slept.ring().heard).toEqual([]);
  expect(slept.alarm).toBe(at("2026-11-24T16:00:00Z"));
});

it("does not mind an alarm that rings early or twice", () => {
  const bot = new Bot({ schedule: evening }).until(start);
  const { state } = bot;
  bot.now = at("2026-11-21T15:59:59.999Z");
  expect(bot.ring().state).toBe(state);
  bot.now = at("2026-11-21T16:00:00Z");
  expect(bot.ring().ring().heard).toEqual(["21T16:00:00 sleep-good-night"]);
});

it("listens to admins only", () => {
  expect(Object.values(feature.commands).map((command) => command.for)).toEqual(["admins", "admins"]);
});

it.each([
  [{ timeZone: "Europe/Chat" }, /IANA/],
  [{ schedule: { from: "25:00" } }, /time of day/],
  [{ schedule: { from: "7:00" } }, /time of day/],
  [{ schedule: { from: "12:00", to: "12:00" } }, /another time/],
])("refuses %j", (settings, why) => {
  expect(sleepSettings.safeParse(settings).error?.message).toMatch(why);
});
