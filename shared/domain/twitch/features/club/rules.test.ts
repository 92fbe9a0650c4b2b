import { expect, it } from "vitest";
import { after, type Instant, seconds } from "#kernel/clock";
import type { ChatterId } from "#kernel/ids";
import { type Random, seeded } from "#kernel/random";
import type { Chatter } from "#domain/twitch/chatter";
import type { Answer, Effect, Landing } from "#domain/twitch/effect";
import type { Outcome } from "#domain/twitch/features/feature";
import { noon, only, people, person, roster, said, scene } from "#domain/twitch/features/rehearsal";
import { club as feature } from "./index.ts";
import { type Club, play, resting } from "./rules.ts";
import { clubSettings, type ClubSettings } from "./settings.ts";

const [first, last] = [() => 0, () => 0.999];

/** A moderator with a club, in a chat with another moderator and two bots. */
class Swinging {
  club: Club = resting;
  effects: readonly Effect[] = [];
  now: Instant = noon;
  random: Random = first;
  readonly #settings: ClubSettings;

  constructor(settings: Partial<ClubSettings> = {}) {
    this.#settings = clubSettings.parse(settings);
  }

  at(second: number): this {
    this.now = after(noon, seconds(second));
    return this;
  }

  draws(random: Random): this {
    this.random = random;
    return this;
  }

  swing = (by = person("mod")) => this.#take(play(this.club, { move: "swing", by }, this.#table()));

  sees = (...names: readonly string[]) => this.#hear({ to: "look-around", chatters: people(...names) });

  lands = (landed: Landing, chatter = person("ann")) => this.#hear({ to: "time-out", chatter, landed });

  get hit(): Chatter[] {
    return only("time-out", this.effects).map(({ chatter }) => chatter);
  }

  #hear = (answer: Answer) => this.#take(play(this.club, { move: "hear", answer }, this.#table()));

  #table = () => ({
    ...scene({
      now: this.now,
      random: this.random,
      roster: roster({ moderators: new Set(["mod", "other-mod"]), privileged: new Set(["friend"]) }),
    }),
    settings: this.#settings,
  });

  #take({ state, effects }: Outcome<Club>): this {
    this.club = state;
    this.effects = effects;
    return this;
  }
}

const swinging = (settings?: Partial<ClubSettings>) => new Swinging(settings);

it("looks around among those who wrote lately before it says anything", () => {
  expect(swinging().swing().effects).toEqual([
    { do: "look-around", among: "recent", staleAt: after(noon, seconds(10)) },
  ]);
});

it("sends whoever it hits away for 15 seconds", () => {
  const [hit] = only("time-out", swinging().swing().sees("ann", "mod").effects);
  expect(hit).toMatchObject({ chatter: person("ann"), lasts: 15_000, until: after(noon, seconds(15)) });
});

it("says nothing of a hit before Twitch has carried it out", () => {
  const swing = swinging().swing().sees("ann", "mod");
  expect(said(swing.effects)).toEqual([]);
  expect(said(swing.lands("landed").effects)).toEqual(["club-hit"]);
});

it.each([
  ["already", "club-already"],
  ["refused", "club-bounced"],
  ["failed", "club-missed"],
] as const)("tells what really happened when the timeout is answered with %s", (landed, words) => {
  expect(said(swinging().swing().sees("ann").lands(landed).effects)).toEqual([words]);
});

it("may come down on whoever swings it, and then it is only words", () => {
  const swing = swinging().draws(last).swing().sees("ann", "mod");
  expect([said(swing.effects), swing.hit]).toEqual([["club-self"], []]);
});

it("never hits moderators, the broadcaster, the privileged or bots", () => {
  for (let seed = 0; seed < 50; seed++) {
    const swing = swinging().draws(seeded(seed)).swing();
    swing.sees("other-mod", "ann", "streamer", "friend", "taproom", "nightbot");
    expect(swing.hit).toEqual([person("ann")]);
  }
});

it("hits everybody who may be hit equally often, the one who swings it too", () => {
  const random = seeded(7);
  const [swings, names] = [8_000, ["ann", "mod", "bob", "cid"]];
  const hits = new Map<string, number>();
  for (let n = 0; n < swings; n++) {
    const swing = swinging()
      .draws(random)
      .swing()
      .sees(...names, "other-mod");
    const name = swing.hit[0]?.name ?? "mod";
    hits.set(name, (hits.get(name) ?? 0) + 1);
  }
  // Four standard deviations for each of the four.
  const tolerance = 4 * Math.sqrt((swings * 3) / 16);
  expect([...hits.keys()].toSorted()).toEqual(names.toSorted());
  for (const count of hits.values()) expect(Math.abs(count - swings / 4)).toBeLessThan(tolerance);
});

it.each([[[]], [["other-mod", "streamer", "nightbot"]]])(
  "keeps silent and is ready again when there is nobody to hit: %j",
  (names) => {
    const swing = swinging()
      .swing()
      .sees(...names);
    expect([swing.effects, swing.club]).toEqual([[], resting]);
    expect(only("look-around", swing.swing().effects)).toHaveLength(1);
  },
);

it.each([
  ["a hit", (swing: Swinging) => swing.sees("ann").lands("landed")],
  ["a miss", (swing: Swinging) => swing.sees("ann").lands("failed")],
  ["a blow at himself", (swing: Swinging) => swing.sees("mod")],
])("rests for 45 seconds after %s", (_what, strike) => {
  const swing = strike(swinging().swing());
  expect(swing.at(44.9).swing().effects).toEqual([]);
  expect(swing.at(45).swing().effects).toHaveLength(1);
});

it("rests as long as the channel likes", () => {
  const swing = swinging({ cooldownSeconds: 5 }).swing().sees("mod");
  expect(swing.at(5).swing().effects).toHaveLength(1);
});

it("is swung once at a time", () => {
  const swing = swinging({ cooldownSeconds: 0 }).swing();
  expect(swing.swing(person("other-mod")).effects).toEqual([]);
  swing.sees("ann");
  expect(swing.swing(person("other-mod")).effects).toEqual([]);
  expect(said(swing.lands("landed").effects)).toEqual(["club-hit"]);
});

it("ignores answers that come twice or were meant for somebody else", () => {
  const swing = swinging().swing().sees("ann");
  expect(swing.sees("bob").effects).toEqual([]);
  expect(swing.lands("landed", person("bob")).effects).toEqual([]);
  expect(swing.lands("landed").lands("landed").effects).toEqual([]);
});

it("mentions people so that Twitch tells them: by login where the name is in other letters", () => {
  const cyrillic: Chatter = { id: "7" as ChatterId, login: "kabanchik", name: "Кабанчик" };
  const table = { ...scene({ random: first }), settings: clubSettings.parse({}) };
  const swung: Club = { phase: "swung", by: person("mod") };
  const fell = play(swung, { move: "hear", answer: { to: "look-around", chatters: [cyrillic] } }, table);
  const answer = { to: "time-out", chatter: cyrillic, landed: "landed" } as const;
  const [words] = only("say", play(fell.state, { move: "hear", answer }, table).effects);
  expect(words?.text.args).toMatchObject({ by: "@mod", victim: "@kabanchik" });
});

it("is for moderators and the privileged", () => {
  expect(feature.commands["club"]).toEqual({ names: ["дрын", "club"], for: "privileged" });
});
