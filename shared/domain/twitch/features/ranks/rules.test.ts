import { describe, expect, it } from "vitest";
import { after, type Instant, seconds } from "#kernel/clock";
import { translator } from "#kernel/i18n";
import { text } from "#kernel/text";
import type { Chatter } from "#domain/twitch/chatter";
import type { Answer, Effect } from "#domain/twitch/effect";
import { noon, only, person, players, said, scene } from "#domain/twitch/features/rehearsal";
import type { Players, Score } from "#domain/twitch/players";
import { ranks } from "./index.ts";
import { ranksSettings, type RanksSettings } from "./settings.ts";

type Scores = Readonly<Record<string, Partial<Score>>>;

/** A channel in which people ask, and Twitch answers. */
class Chat {
  state: unknown = undefined;
  effects: readonly Effect[] = [];
  now: Instant = noon;
  players: Players;
  readonly #settings: RanksSettings;

  constructor(scores: Scores = {}, changes: Partial<RanksSettings> = {}) {
    this.players = players(scores);
    this.#settings = { ...ranksSettings.parse({}), ...changes };
  }

  at(second: number): this {
    this.now = after(noon, seconds(second));
    return this;
  }

  asks(command: "me" | "top", name = "viewer"): this {
    const asking = { line: "m1", by: person(name), rest: "" };
    return this.#take(ranks.obey(command, asking, this.#saved(), this.#scene()));
  }

  hears(answer: Answer): this {
    return this.#take(ranks.answer(answer, this.#saved(), this.#scene()));
  }

  /** Twitch answers the question that stands; undefined: it does not tell. */
  finds(found: readonly Chatter[] | undefined): this {
    const [question] = only("look-up", this.effects);
    return this.hears({ to: "look-up", people: question?.people ?? [], found });
  }

  get said(): string[] {
    return said(this.effects);
  }

  get words(): string {
    const [line] = only("say", this.effects);
    return translator("ru", [ranks.texts])(line?.text ?? text("nothing"));
  }

  #saved = () => ({ state: this.state, settings: this.#settings });
  #scene = () => scene({ now: this.now, players: this.players });

  #take({ state, effects }: ReturnType<typeof ranks.obey>): this {
    this.state = state;
    this.effects = effects;
    return this;
  }
}

const chat = (scores?: Scores, changes?: Partial<RanksSettings>) => new Chat(scores, changes);
const renamed = (id: string, login: string, name: string): Chatter => ({ ...person(id), login, name });

describe("!me", () => {
  it("answers a player, then is silent for everybody for 45 seconds", () => {
    const scores = { ann: { wins: 3 }, bob: { losses: 1 } };
    const asked = chat(scores).asks("me", "ann");
    expect(asked.said).toEqual(["ranks-me"]);
    const before = asked.at(44.9).state;
    expect(asked.asks("me", "bob").effects).toEqual([]);
    expect(asked.state).toBe(before);
    expect(asked.at(45).asks("me", "bob").said).toEqual(["ranks-me"]);
  });

  it("is silent after a newcomer's answer as well", () => {
    const asked = chat().asks("me", "ann");
    expect(asked.said).toEqual(["ranks-newcomer"]);
    expect(asked.at(30).asks("me", "ann").effects).toEqual([]);
  });

  it("rests as long as the channel wants", () => {
    const asked = chat({}, { meCooldownSeconds: 0 }).asks("me").asks("me");
    expect(asked.said).toEqual(["ranks-newcomer"]);
  });

  it("does not make !top wait", () => {
    expect(chat().asks("me").asks("top").said).toEqual(["ranks-top-empty"]);
  });

  it("addresses whoever writes in other letters by the login", () => {
    const asking = { line: "m1", by: renamed("1", "anya_cat", "Аня_Котик"), rest: "" };
    const saved = { state: undefined, settings: ranksSettings.parse({}) };
    const [line] = only("say", ranks.obey("me", asking, saved, scene()).effects);
    expect(line?.text.args?.["viewer"]).toBe("@anya_cat");
  });
});

const table = { ann: { wins: 150 }, bob: { wins: 21, losses: 2 }, eve: { wins: 1 }, joe: { wins: 1 } };

describe("!top", () => {
  it("says that nobody has won yet, and then rests", () => {
    const asked = chat().asks("top");
    expect(asked.said).toEqual(["ranks-top-empty"]);
    expect(asked.at(44).asks("top").effects).toEqual([]);
  });

  it("asks Twitch what the best three are called now, before it says anything", () => {
    expect(chat(table).asks("top").effects).toEqual([
      { do: "look-up", people: ["ann", "bob", "eve"], by: "id", staleAt: after(noon, seconds(4)) },
    ]);
  });

  it("shows the best three with medals, ranks and wins", () => {
    const shown = chat(table).asks("top").finds(["ann", "bob", "eve"].map(person));
    expect(shown.words).toBe(
      "🏆 Лучшие за столом: 🥇 ann (Хряк-виртуоз) — 150 побед 🥈 bob (Краплёный хряк) — 21 победа 🥉 eve (Гном-лудоман) — 1 победа",
    );
    expect(only("score", shown.effects)).toEqual([]);
  });

  it("shows one or two where there are no more", () => {
    const [one] = Object.entries(table);
    const shown = chat(Object.fromEntries(one ? [one] : []))
      .asks("top")
      .finds([person("ann")]);
    expect(shown.words).toBe("🏆 Лучшие за столом: 🥇 ann (Хряк-виртуоз) — 150 побед");
  });

  it("calls people as they are called now, and has the room remember it", () => {
    const anya = renamed("ann", "anya_cat", "Аня_Котик");
    const shown = chat(table)
      .asks("top")
      .finds([person("eve"), anya, person("bob")]);
    expect(shown.words).toContain("🥇 Аня_Котик (");
    expect(only("score", shown.effects)).toEqual([{ do: "score", player: anya }]);
  });

  it("uses the names last seen of whom Twitch does not know any more", () => {
    const shown = chat(table)
      .asks("top")
      .finds([renamed("bob", "bobby", "Bobby")]);
    expect(shown.words).toMatch(/🥇 ann .* 🥈 Bobby .* 🥉 eve /);
  });

  it("uses the names last seen when Twitch does not tell", () => {
    const shown = chat(table).asks("top").finds(undefined);
    expect(shown.words).toMatch(/🥇 ann .* 🥈 bob .* 🥉 eve /);
    expect(only("score", shown.effects)).toEqual([]);
  });

  it("shows the wins as they are when Twitch has answered", () => {
    const asked = chat(table).asks("top");
    asked.players = players({ joe: { wins: 200 }, ann: { wins: 150 } });
    expect(asked.finds([renamed("ann", "anna", "Anna")]).words).toMatch(/🥇 joe .*200 побед 🥈 Anna /);
  });

  it("answers once, even if Twitch does twice", () => {
    const asked = chat(table).asks("top");
    const answer: Answer = { to: "look-up", people: ["ann", "bob", "eve"], found: undefined };
    const told = asked.hears(answer).state;
    expect(asked.said).toEqual(["ranks-top"]);
    expect(asked.hears(answer).effects).toEqual([]);
    expect(asked.state).toBe(told);
  });

  it("leaves alone what was not its question", () => {
    const asked = chat(table).asks("top");
    const waiting = asked.state;
    expect(asked.hears({ to: "look-up", people: ["bob"], found: [] }).effects).toEqual([]);
    expect(asked.hears({ to: "look-around", chatters: [] }).effects).toEqual([]);
    expect(asked.state).toBe(waiting);
  });

  it("is silent for 45 seconds from the question on, and for those !me is not", () => {
    const asked = chat(table).asks("top").finds(undefined).at(44);
    expect(asked.asks("top").effects).toEqual([]);
    expect(asked.asks("me").said).toEqual(["ranks-newcomer"]);
    expect(asked.at(45).asks("top").effects).toHaveLength(1);
  });
});
