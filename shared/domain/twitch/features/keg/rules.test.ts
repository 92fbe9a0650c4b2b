import { describe, expect, it } from "vitest";
import { after, type Instant, minutes, seconds } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import { seeded } from "#kernel/random";
import type { Chatter } from "#domain/twitch/chatter";
import type { Effect, Landing } from "#domain/twitch/effect";
import type { Outcome, Table } from "#domain/twitch/features/feature";
import { noon, person, roster, scene } from "#domain/twitch/features/rehearsal";
import { play, wakesAt } from "./rules.ts";
import { kegSettings, type KegSettings } from "./settings.ts";
import { closed, type Guest, type Keg } from "./state.ts";

const [heads, tails] = [() => 0, () => 0.9];
const settings = kegSettings.parse({ boarsNeeded: 2, victims: 2 });

const guest = (name: string, n = 1): Guest => ({
  redemption: `${name}-${n}` as RedemptionId,
  chatter: person(name),
  cost: 2_000,
});
const everybody = ["ann", "bob", "eve", "joe"].map(person);

/** Plays one keg, move by move, and remembers what came of each. */
class Story {
  keg: Keg = closed;
  effects: readonly Effect[] = [];
  readonly #start = noon;
  readonly #settings: KegSettings;
  now: Instant = noon;
  random = seeded(1);

  constructor(changes: Partial<KegSettings> = {}) {
    this.#settings = { ...settings, ...changes };
  }

  at(second: number): this {
    this.now = after(this.#start, seconds(second));
    return this;
  }

  open = (by = guest("ann")) => this.#take(play(this.keg, { move: "open", by }, this.#table()));
  run = (by: Guest) => this.#take(play(this.keg, { move: "run", by }, this.#table()));
  hide = (by: Guest) => this.#take(play(this.keg, { move: "hide", by }, this.#table()));
  wake = () => this.#take(play(this.keg, { move: "wake" }, this.#table()));

  sees = (chatters: readonly Chatter[], spared: readonly Chatter[] = []) => {
    const moderators = new Set<string>(spared.map(({ id }) => id));
    const table = { ...this.#table(), roster: roster({ moderators }) };
    return this.#take(play(this.keg, { move: "hear", answer: { to: "look-around", chatters } }, table));
  };

  lands = (chatter: Chatter, landed: Landing) =>
    this.#take(play(this.keg, { move: "hear", answer: { to: "time-out", chatter, landed } }, this.#table()));

  /** The keg is open and burns. */
  lit = () => this.open().sees(everybody);

  /** Rings every alarm the keg asks for, up to a second. */
  burnUntil(second: number): this {
    const effects: Effect[] = [];
    for (
      let next = wakesAt(this.keg);
      next !== undefined && next <= after(noon, seconds(second));
      next = wakesAt(this.keg)
    ) {
      this.now = next;
      effects.push(...this.wake().effects);
    }
    this.effects = effects;
    return this.at(second);
  }

  get said(): string[] {
    return this.effects.flatMap((effect) => (effect.do === "say" ? [effect.text.key] : []));
  }

  get timedOut(): Chatter[] {
    return this.effects.flatMap((effect) => (effect.do === "time-out" ? [effect.chatter] : []));
  }

  get resolved(): Record<string, string> {
    return Object.fromEntries(
      this.effects.flatMap((effect) => (effect.do === "resolve" ? [[effect.redemption, effect.as]] : [])),
    );
  }

  #table = (): Table<KegSettings> => ({
    ...scene({ now: this.now, random: this.random }),
    settings: this.#settings,
  });

  #take({ state, effects }: Outcome<Keg>): this {
    this.keg = state;
    this.effects = effects;
    return this;
  }
}

const story = (changes?: Partial<KegSettings>) => new Story(changes);
const sayings = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.do === "say" ? [effect] : []));

describe("opening", () => {
  it("looks around before it says anything", () => {
    expect(story().open().effects).toEqual([
      { do: "look-around", among: "everyone", staleAt: after(noon, seconds(10)) },
    ]);
  });

  it("gives the points back when nobody is there to be soaked", () => {
    const alone = story()
      .open()
      .sees([person("mod")], [person("mod")]);
    expect([alone.keg, alone.resolved, alone.said]).toEqual([
      closed,
      { "ann-1": "CANCELED" },
      ["keg-nobody"],
    ]);
  });

  it("shows the picture and tells the seconds", () => {
    const { said, effects } = story().lit();
    expect(said).toEqual(["keg-picture", "keg-opened"]);
    expect(sayings(effects)[1]?.text.args).toEqual({ host: "@ann", seconds: 60 });
  });

  it.each(["opening", "burning", "bursting", "closing"])(
    "turns a second keg away while one is %s",
    (phase) => {
      const busy = story();
      if (phase === "opening") busy.open();
      if (phase === "burning") busy.lit();
      if (phase === "bursting") busy.lit().burnUntil(60.5);
      if (phase === "closing") {
        busy.random = heads;
        busy.lit().run(guest("bob")).run(guest("eve")).burnUntil(61);
      }
      expect(busy.keg.phase).toBe(phase);
      busy.open(guest("joe"));
      expect([busy.resolved, busy.said]).toEqual([{ "joe-1": "CANCELED" }, ["keg-busy"]]);
      busy.open(guest("joe", 2));
      expect([busy.resolved, busy.said]).toEqual([{ "joe-2": "CANCELED" }, []]);
    },
  );
});

describe("the countdown", () => {
  it("speaks at its seconds, and not at 20 and 40 while nobody runs", () => {
    const keg = story().lit();
    const heard: [number, string][] = [];
    for (
      let next = wakesAt(keg.keg);
      next !== undefined && keg.keg.phase === "burning";
      next = wakesAt(keg.keg)
    ) {
      keg.now = next;
      for (const key of keg.wake().said) heard.push([(next - noon) / 1_000, key]);
    }
    expect(heard).toEqual([
      [2, "keg-boars-called"],
      [50, "keg-soon"],
      [59, "keg-hide"],
      [60, "keg-boars-too-few"],
    ]);
  });

  it("tells at 20 and 40 seconds how many boars are missing", () => {
    const keg = story({ boarsNeeded: 5 }).lit().run(guest("bob"));
    const lines = sayings(keg.burnUntil(45).effects).map(({ text }) => [
      text.key,
      text.args?.["seconds"],
      text.args?.["missing"],
    ]);
    expect(lines.slice(1)).toEqual([
      ["keg-boars-on-their-way", 40, 4],
      ["keg-boars-on-their-way", 20, 4],
    ]);
  });

  it("is in proportion to the fuse, with the seconds it says", () => {
    const keg = story({ fuseSeconds: 6 }).lit();
    expect(wakesAt(keg.keg)).toBe(after(noon, seconds(0.2)));
    expect(sayings(keg.burnUntil(5).effects).at(-1)?.text).toEqual({ key: "keg-soon", args: { seconds: 1 } });
  });

  it("after an outage says only the line that is still true", () => {
    expect(story().lit().at(51).wake().said).toEqual(["keg-soon"]);
  });

  it("says nothing when the alarm rings early", () => {
    const keg = story().lit().at(1).wake();
    expect(keg.effects).toEqual([]);
  });

  it("drops a line that could not be said before the next one", () => {
    const [line] = sayings(story().lit().burnUntil(2).effects);
    expect(line?.staleAt).toBe(after(noon, seconds(20)));
  });
});

describe("boars", () => {
  it("are counted once each, while the herd is not complete", () => {
    const keg = story().lit().run(guest("bob"));
    expect(keg.effects).toEqual([]);
    expect(keg.run(guest("bob", 2)).resolved).toEqual({ "bob-2": "CANCELED" });
    expect(keg.run(guest("eve")).effects).toEqual([]);
    expect(keg.run(guest("joe")).resolved).toEqual({ "joe-1": "CANCELED" });
  });

  it("come too late after 54 seconds", () => {
    const keg = story().lit().burnUntil(54);
    expect(keg.run(guest("bob")).resolved).toEqual({ "bob-1": "CANCELED" });
  });

  it("get their points back where there is no keg, and are told once in half a minute", () => {
    const nothing = story().run(guest("bob"));
    expect([nothing.resolved, nothing.said]).toEqual([{ "bob-1": "CANCELED" }, ["keg-none"]]);
    expect(nothing.at(10).hide(guest("eve")).said).toEqual([]);
    expect(nothing.resolved).toEqual({ "eve-1": "CANCELED" });
    expect(nothing.at(31).hide(guest("joe")).said).toEqual(["keg-none"]);
  });

  it("save everyone when the coin falls well, and everybody's points are spent", () => {
    const keg = story().lit().run(guest("bob")).run(guest("eve")).hide(guest("joe"));
    keg.random = heads;
    keg.burnUntil(60);
    expect(keg.timedOut).toEqual([]);
    expect(keg.said.slice(-1)).toEqual(["keg-saved"]);
    expect(keg.resolved).toEqual({
      "ann-1": "FULFILLED",
      "bob-1": "FULFILLED",
      "eve-1": "FULFILLED",
      "joe-1": "FULFILLED",
    });
    expect(keg.burnUntil(70).said).toEqual(["keg-saved-foam", "keg-saved-end"]);
    expect(keg.keg).toEqual(closed);
  });

  it("may all be there and lose all the same", () => {
    const keg = story().lit().run(guest("bob")).run(guest("eve"));
    keg.random = tails;
    expect(keg.burnUntil(60).said.slice(-1)).toEqual(["keg-boars-lost"]);
    expect(keg.keg.phase).toBe("bursting");
  });

  it("win every second time", () => {
    const random = seeded(7);
    const games = 4_000;
    let saved = 0;
    for (let game = 0; game < games; game++) {
      const keg = story().lit().run(guest("bob")).run(guest("eve"));
      keg.random = random;
      if (keg.burnUntil(60).said.includes("keg-saved")) saved += 1;
    }
    // Four standard deviations of a fair coin.
    expect(Math.abs(saved - games / 2)).toBeLessThan(4 * Math.sqrt(games / 4));
  });
});

const burst = (keg: Story) => keg.burnUntil(61);

describe("the burst", () => {
  it("looks around again for whoever is in chat then", () => {
    const keg = burst(story().lit());
    expect(keg.keg.phase).toBe("spilling");
    expect(keg.said.slice(-2)).toEqual(["keg-boars-too-few", "keg-splash"]);
    expect(keg.effects.at(-1)).toMatchObject({ do: "look-around" });
  });

  it("soaks as many as the settings say, ten minutes each, and spends the points when all have landed", () => {
    const keg = burst(story().lit()).sees(everybody);
    const victims = keg.timedOut;
    expect(victims).toHaveLength(2);
    expect(keg.effects[0]).toMatchObject({ lasts: minutes(10), until: after(keg.now, minutes(10)) });

    const [first, second] = victims as [Chatter, Chatter];
    expect(keg.lands(first, "landed").effects).toEqual([]);
    keg.lands(second, "landed");
    expect(keg.said).toEqual(["keg-soaked"]);
    expect(keg.resolved).toEqual({ "ann-1": "FULFILLED" });
    expect(sayings(keg.effects)[0]?.text.args).toMatchObject({ host: "@ann", count: 2 });
  });

  it("never soaks whoever is spared", () => {
    const keg = burst(story({ victims: 50 }).lit()).sees(everybody, [person("eve"), person("joe")]);
    expect(keg.timedOut.map(({ id }) => id).toSorted()).toEqual(["ann", "bob"]);
  });

  it.each(["refused", "already"] as const)("takes somebody else where a timeout is %s", (landed) => {
    const keg = burst(story({ victims: 1 }).lit()).sees(everybody);
    const [victim] = keg.timedOut as [Chatter];
    const [substitute] = keg.lands(victim, landed).timedOut as [Chatter];
    expect(substitute.id).not.toBe(victim.id);
    expect(sayings(keg.lands(substitute, "landed").effects)[0]?.text.args).toMatchObject({
      names: `@${substitute.login}`,
    });
  });

  it("gives everybody's points back when not one timeout could be made", () => {
    const keg = burst(story({ victims: 1 }).lit().run(guest("bob"))).sees(everybody);
    const [victim] = keg.timedOut as [Chatter];
    keg.lands(victim, "failed");
    expect([keg.said, keg.resolved, keg.keg]).toEqual([
      ["keg-fizzled"],
      { "ann-1": "CANCELED", "bob-1": "CANCELED" },
      closed,
    ]);
  });

  it("counts an answer that comes twice once", () => {
    const keg = burst(story().lit()).sees(everybody);
    const [first] = keg.timedOut as [Chatter];
    keg.lands(first, "landed");
    expect(keg.lands(first, "landed").keg).toMatchObject({ phase: "soaking", soaked: [first] });
  });

  it("is forgotten, with all points returned, when the bot was away for minutes", () => {
    const keg = story()
      .lit()
      .hide(guest("bob"))
      .at(60 + 301)
      .wake();
    expect([keg.said, keg.resolved, keg.keg]).toEqual([
      ["keg-went-flat"],
      { "ann-1": "CANCELED", "bob-1": "CANCELED" },
      closed,
    ]);
  });
});

describe("the trash", () => {
  it("saves up to the moment of the draw, and somebody else is soaked instead", () => {
    const keg = story({ victims: 4 }).lit().burnUntil(61).hide(guest("eve"));
    expect(keg.effects).toEqual([]);
    expect(
      keg
        .sees(everybody)
        .timedOut.map(({ id }) => id)
        .toSorted(),
    ).toEqual(["ann", "bob", "joe"]);
    expect(keg.hide(guest("bob")).resolved).toEqual({ "bob-1": "CANCELED" });
  });

  it("takes nobody twice", () => {
    const keg = story().lit().hide(guest("eve"));
    expect(keg.hide(guest("eve", 2)).resolved).toEqual({ "eve-2": "CANCELED" });
  });

  it("is told afterwards: whom it saved, and who paid for nothing", () => {
    const keg = story({ victims: 4 })
      .lit()
      .hide(guest("eve"))
      .hide(guest("gone"))
      .burnUntil(61)
      .sees(everybody);
    for (const victim of keg.timedOut) keg.lands(victim, "landed");
    keg.burnUntil(75);
    expect(keg.said).toEqual(["keg-get-well", "keg-trash-saved", "keg-trash-wasted"]);
    expect(sayings(keg.effects)[1]?.text.args).toEqual({ count: 1, names: "@eve" });
    expect(sayings(keg.effects)[2]?.text.args).toEqual({ count: 1, names: "@gone", cost: 2_000 });
  });

  it("may save everybody: the keg bursts over nobody and the points are spent", () => {
    const keg = story().lit();
    for (const { login } of everybody) keg.hide(guest(login, 2));
    keg.burnUntil(61).sees(everybody);
    expect(keg.timedOut).toEqual([]);
    expect(Object.values(keg.resolved)).toEqual(Array(5).fill("FULFILLED"));
  });
});

it("is kept for good: who opened it, who ran, who hid, whom it hit", () => {
  const keg = story({ victims: 1 }).lit().run(guest("bob")).hide(guest("eve")).burnUntil(61).sees(everybody);
  const [victim] = keg.timedOut as [Chatter];
  keg.lands(victim, "landed");
  expect(keg.effects.at(-1)).toMatchObject({
    do: "record",
    result: {
      id: "ann-1",
      game: "keg",
      ending: "burst",
      details: { boars: [person("bob")], hiders: [person("eve")], soaked: [victim] },
    },
  });
});
