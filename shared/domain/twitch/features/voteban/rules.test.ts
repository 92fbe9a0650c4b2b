import { describe, expect, it } from "vitest";
import { after, type Instant, seconds } from "#kernel/clock";
import { translator } from "#kernel/i18n";
import type { ChatterId } from "#kernel/ids";
import { durationTexts } from "#domain/twitch/duration/duration";
import type { Chatter } from "#domain/twitch/chatter";
import type { Answer, Effect, Landing } from "#domain/twitch/effect";
import type { Outcome } from "#domain/twitch/features/feature";
import { noon, only, person, roster, said, scene } from "#domain/twitch/features/rehearsal";
import { voteban as feature } from "./index.ts";
import { votebanSettings, type VotebanSettings } from "./settings.ts";
import type { Votes } from "./state.ts";

const bob = person("bob");
const boar: Chatter = { id: "7" as ChatterId, login: "kabanchik", name: "Кабанчик" };
const streamer = person("streamer");
const moderator = person("mod");
/** Everybody whom Twitch knows. */
const onTwitch = [
  bob,
  boar,
  streamer,
  moderator,
  person("nightbot"),
  person("joe"),
  person("kim"),
  person("lee"),
];

/** A chat in which `!voteban` is typed, and the answers Twitch gives. */
class Court {
  state: unknown = undefined;
  effects: readonly Effect[] = [];
  now: Instant = noon;
  moderators = new Set(["mod"]);
  readonly settings: VotebanSettings;

  constructor(settings: Partial<VotebanSettings> = {}) {
    this.settings = votebanSettings.parse(settings);
  }

  at(second: number): this {
    this.now = after(noon, seconds(second));
    return this;
  }

  types = (by: string, rest: string) =>
    this.#take(feature.obey("voteban", { line: "line", by: person(by), rest }, this.#saved, this.#scene));

  hears = (answer: Answer) => this.#take(feature.answer(answer, this.#saved, this.#scene));

  /** Twitch answers the look-up that was asked for last. */
  found(): this {
    const people = only("look-up", this.effects).flatMap((asked) => asked.people);
    const found = onTwitch.filter(
      ({ login, name }) => people.includes(login) || people.includes(name.toLowerCase()),
    );
    return this.hears({ to: "look-up", people, found });
  }

  votes(rest: string, ...voters: readonly string[]): this {
    for (const by of voters) {
      this.types(by, rest);
      if (only("look-up", this.effects).length > 0) this.found();
    }
    return this;
  }

  lands = (landed: Landing, chatter = bob) => this.hears({ to: "time-out", chatter, landed });

  ring = () => this.#take(feature.wake(this.#saved, this.#scene));

  get alarm(): Instant | undefined {
    return feature.wakesAt(this.#saved);
  }

  get said(): string[] {
    return said(this.effects);
  }

  /** Who is sent away, for how many seconds. */
  get sentAway(): [string, number][] {
    return only("time-out", this.effects).map(({ chatter, lasts }) => [chatter.login, lasts / 1_000]);
  }

  get running(): [string, number][] {
    const { votes } = (this.state ?? { votes: [] }) as Votes;
    return votes.map((vote) => [vote.names.join("/"), vote.voters.length]);
  }

  get #saved() {
    return { state: this.state, settings: this.settings };
  }

  get #scene() {
    return scene({
      now: this.now,
      roster: roster({ moderators: this.moderators, privileged: new Set(["kim"]) }),
    });
  }

  #take({ state, effects }: Outcome<unknown>): this {
    this.state = state;
    this.effects = effects;
    return this;
  }
}

const court = (settings?: Partial<VotebanSettings>) => new Court(settings);
const voters = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `voter${from + index}`);

describe("a vote", () => {
  it("sends somebody away for 300 seconds when ten viewers want it, and says so when it is done", () => {
    const vote = court().votes("bob", ...voters(1, 9));
    expect([vote.said, vote.sentAway]).toEqual([[], []]);
    vote.votes("bob", "voter10");
    expect([vote.said, vote.sentAway]).toEqual([[], [["bob", 300]]]);
    vote.lands("landed");
    expect([vote.said, vote.running]).toEqual([["voteban-landed"], []]);
    expect(only("say", vote.effects)[0]?.text.args).toMatchObject({ target: "@bob", votes: 10, needed: 10 });
  });

  it("tells at the start and half way how it stands", () => {
    const vote = court();
    const heard = voters(1, 10).flatMap((voter, n) =>
      vote.votes("bob", voter).said.map((key) => [n + 1, key] as const),
    );
    expect(heard).toEqual([
      [1, "voteban-begun"],
      [5, "voteban-half-way"],
    ]);
  });

  it.each([
    ["already", "voteban-already"],
    ["refused", "voteban-refused"],
    ["failed", "voteban-failed"],
  ] as const)("tells what happened instead when the timeout is answered with %s", (landed, words) => {
    expect(
      court()
        .votes("bob", ...voters(1, 10))
        .lands(landed).said,
    ).toEqual([words]);
  });

  it("counts every viewer once, whatever name is typed", () => {
    const vote = court().votes("bob", ...voters(1, 9), "voter1", "voter9");
    expect(vote.running).toEqual([["bob", 9]]);
  });

  it("counts nobody against himself", () => {
    expect(court().types("bob", "@BOB").effects).toEqual([]);
    const vote = court().votes("Кабанчик", ...voters(1, 9));
    const self = { ...boar, name: "somebody-else" };
    const { state } = feature.obey(
      "voteban",
      { line: "line", by: self, rest: "Кабанчик" },
      { state: vote.state, settings: vote.settings },
      scene(),
    );
    expect(state).toBe(vote.state);
  });

  it("follows the settings of the channel", () => {
    const settings = { votesNeeded: 2, voteSeconds: 20, timeoutSeconds: 40 };
    const vote = court(settings).votes("bob", "ann").at(19.9).votes("bob", "eve");
    expect(vote.sentAway).toEqual([["bob", 40]]);
    expect(court({ votesNeeded: 1 }).votes("bob", "ann").sentAway).toEqual([["bob", 300]]);
  });

  it("takes no more voices while Twitch carries it out, and begins anew afterwards", () => {
    const vote = court({ votesNeeded: 2 }).votes("bob", "ann", "eve", "kay");
    expect([vote.effects, vote.running]).toEqual([[], [["bob", 2]]]);
    expect(vote.lands("landed").votes("bob", "kay").said).toEqual(["voteban-begun"]);
  });
});

describe("the name", () => {
  it.each(["bob", "BOB", "@bob", "@Bob, за спам", "  @@bob!!! ", "/bob", "bob\u3000и не только"])(
    "is read out of %j",
    (rest) => {
      const [asked] = only("look-up", court().types("ann", rest).effects);
      expect(asked).toMatchObject({ people: ["bob"], by: "name", staleAt: after(noon, seconds(10)) });
    },
  );

  it.each(["", "   ", "@", "!!!", "🐗", "x".repeat(51)])("is missing in %j, and nothing happens", (rest) => {
    const vote = court().types("ann", rest);
    expect([vote.effects, vote.state]).toEqual([[], undefined]);
  });

  it("may be the login and the display name of one person: that is one vote", () => {
    const vote = court().votes("kabanchik", "ann").votes("@КАБАНЧИК", "eve").votes("Kabanchik", "kay");
    expect([vote.running, only("look-up", vote.effects)]).toEqual([[["kabanchik", 3]], []]);
  });

  it("may turn out to be that of somebody there is a vote on already", () => {
    const vote = court();
    vote.types("ann", "кабанчик");
    vote.types("eve", "kabanchik");
    vote.types("ann", "kabanchik");
    vote.hears({ to: "look-up", people: ["кабанчик"], found: [boar] });
    vote.hears({ to: "look-up", people: ["kabanchik"], found: [boar] });
    expect([vote.running, vote.said]).toEqual([[["кабанчик/kabanchik", 2]], []]);
    expect(vote.votes("Кабанчик", "eve").running).toEqual([["кабанчик/kabanchik", 2]]);
  });

  it("prefers the login where it is somebody else's display name as well", () => {
    const copycat: Chatter = { id: "666" as ChatterId, login: "copycat", name: "Bob" };
    const vote = court({ votesNeeded: 1 }).types("ann", "bob");
    expect(vote.hears({ to: "look-up", people: ["bob"], found: [copycat, bob] }).sentAway).toEqual([
      ["bob", 300],
    ]);
  });
});

describe("while it is being found out who is meant", () => {
  it("counts who votes meanwhile, and is asked once", () => {
    const vote = court({ votesNeeded: 3 }).types("ann", "bob");
    const asked = vote.effects;
    expect(vote.types("eve", "@Bob").types("kay", "bob").effects).toEqual([]);
    vote.effects = asked;
    expect(vote.found().sentAway).toEqual([["bob", 300]]);
  });

  it("tells once what it found, with all the voices there are by then", () => {
    const vote = court().types("ann", "bob");
    const asked = vote.effects;
    for (const voter of voters(1, 5)) vote.types(voter, "bob");
    vote.effects = asked;
    expect(vote.found().said).toEqual(["voteban-begun"]);
    expect(only("say", vote.effects)[0]?.text.args).toMatchObject({ votes: 6, missing: 4 });
  });

  it("does not count whoever turns out to vote against himself", () => {
    const self = { line: "line", by: { ...bob, name: "Robert" }, rest: "bobby" };
    const renamed = feature.obey(
      "voteban",
      self,
      { state: undefined, settings: votebanSettings.parse({}) },
      scene(),
    );
    const vote = court();
    vote.state = renamed.state;
    vote.hears({ to: "look-up", people: ["bobby"], found: [bob] });
    expect([vote.effects, vote.running]).toEqual([[], []]);
  });

  it("ignores an answer that comes twice", () => {
    const vote = court().types("ann", "bob");
    const asked = vote.effects;
    vote.found();
    vote.effects = asked;
    expect(vote.found().effects).toEqual([]);
  });
});

describe("a vote that cannot begin", () => {
  it("is answered with a line when nobody has that name, and never repeats what was typed", () => {
    const vote = court().votes("somebody_rude", "ann");
    expect([vote.said, vote.running]).toEqual([["voteban-unknown"], []]);
    expect(JSON.stringify(vote.effects)).not.toContain("rude");
  });

  it("is answered once in a while only", () => {
    const vote = court().votes("nobody1", "ann");
    expect(vote.votes("nobody2", "eve").said).toEqual([]);
    expect(vote.at(29).votes("nobody3", "kay").said).toEqual([]);
    expect(vote.at(30).votes("nobody4", "joe").said).toEqual(["voteban-unknown"]);
  });

  it("costs Twitch one question in half a minute for each viewer", () => {
    const vote = court().votes("nobody1", "ann");
    expect(vote.types("ann", "nobody2").effects).toEqual([]);
    expect(only("look-up", vote.at(30).types("ann", "nobody2").effects)).toHaveLength(1);
  });

  it("leaves viewers who missed free to vote with the others", () => {
    const vote = court().votes("nobody", "ann").votes("bob", "eve").votes("bob", "ann");
    expect(vote.running).toEqual([["bob", 2]]);
  });

  it.each([
    ["a moderator", "mod"],
    ["the broadcaster", "streamer"],
    ["the privileged", "kim"],
    ["a bot", "nightbot"],
  ])("spares %s", (_who, name) => {
    const vote = court().votes(name, "ann");
    expect([vote.said, vote.running]).toEqual([["voteban-exempt"], []]);
  });

  it("spares somebody who is made a moderator while the votes come in", () => {
    const vote = court({ votesNeeded: 2 }).votes("bob", "ann");
    vote.moderators.add("bob");
    expect(vote.votes("bob", "eve").said).toEqual(["voteban-exempt"]);
    expect([vote.sentAway, vote.running]).toEqual([[], []]);
  });

  it("is dropped with a line when Twitch does not tell, and nobody has to wait", () => {
    const vote = court()
      .types("ann", "bob")
      .hears({ to: "look-up", people: ["bob"], found: undefined });
    expect([vote.said, vote.running]).toEqual([["voteban-not-told"], []]);
    expect(vote.votes("bob", "ann").running).toEqual([["bob", 1]]);
  });
});

describe("votes side by side", () => {
  it("leave each other alone", () => {
    const vote = court()
      .votes("bob", ...voters(1, 9))
      .votes("joe", "voter10")
      .votes("joe", "voter1");
    expect(vote.running).toEqual([
      ["bob", 9],
      ["joe", 2],
    ]);
    expect(vote.votes("bob", "voter11").sentAway).toEqual([["bob", 300]]);
    expect(vote.lands("landed").running).toEqual([["joe", 2]]);
  });

  it("are five at most", () => {
    const vote = court();
    for (const [n, name] of ["bob", "joe", "lee", "kabanchik"].entries()) vote.votes(name, `voter${n}`);
    vote.types("voter8", "unheard-of");
    expect(only("look-up", vote.effects)).toHaveLength(1);
    expect(vote.types("voter9", "somebody").effects).toEqual([]);
  });

  it("are one of each viewer's own, so that nobody takes up all the room", () => {
    const vote = court().votes("bob", "ann");
    expect(vote.types("ann", "joe").effects).toEqual([]);
    expect(vote.votes("joe", "eve").votes("joe", "ann").running).toEqual([
      ["bob", 1],
      ["joe", 2],
    ]);
  });
});

describe("the time", () => {
  it("is 300 seconds from the first voice on", () => {
    const vote = court().votes("bob", ...voters(1, 9));
    expect(vote.alarm).toBe(after(noon, seconds(300)));
    expect(vote.at(299.9).ring().said).toEqual([]);
    expect(vote.votes("bob", "voter10").sentAway).toEqual([["bob", 300]]);
    expect(vote.alarm).toBe(undefined);
  });

  it("runs out with a line, and the next voice begins anew", () => {
    const vote = court()
      .votes("bob", ...voters(1, 9))
      .at(300)
      .ring();
    expect([vote.said, vote.running, vote.alarm]).toEqual([["voteban-ran-out"], [], undefined]);
    expect(only("say", vote.effects)[0]?.text.args).toMatchObject({ votes: 9, needed: 10 });
    expect(vote.votes("bob", "voter10").said).toEqual(["voteban-begun"]);
    expect(vote.running).toEqual([["bob", 1]]);
  });

  it("is over although the alarm is late", () => {
    const vote = court()
      .votes("bob", ...voters(1, 9))
      .at(301)
      .types("voter10", "bob");
    expect([vote.said, vote.sentAway]).toEqual([["voteban-ran-out"], []]);
    expect(vote.found().running).toEqual([["bob", 1]]);
  });

  it("rings for the vote that ends next", () => {
    const vote = court().votes("bob", "ann").at(100).votes("joe", "eve").at(300).ring();
    expect([vote.running, vote.alarm]).toEqual([[["joe", 1]], after(noon, seconds(400))]);
  });

  it("is not told of a vote that never began", () => {
    const vote = court().types("ann", "bob").at(300).ring();
    expect([vote.said, vote.running]).toEqual([[], []]);
  });
});

it.each([
  [1, "За: 1 голос из 10."],
  [3, "За: 3 голоса из 10."],
  [9, "За: 9 голосов из 10."],
])("speaks of %i votes as Russian does", (count, words) => {
  const vote = court()
    .votes("bob", ...voters(1, count))
    .at(300)
    .ring();
  const [line] = only("say", vote.effects);
  expect(line && translator("ru", [feature.texts, durationTexts])(line.text)).toBe(
    `⌛ Время вышло, @bob остаётся с нами. ${words}`,
  );
});

it("is for everyone", () => {
  expect(feature.commands["voteban"]).toEqual({ names: ["voteban", "вотбан"], for: "everyone" });
});
