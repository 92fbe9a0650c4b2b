import { describe, expect, it } from "vitest";
import { after, type Instant, minutes, seconds } from "#kernel/clock";
import { type Language, translator } from "#kernel/i18n";
import { type Random, seeded } from "#kernel/random";
import { text } from "#kernel/text";
import type { Chatter } from "#domain/twitch/chatter";
import { longestLine } from "#domain/twitch/chat-line";
import { durationTexts } from "#domain/twitch/duration/duration";
import type { Effect, Landing } from "#domain/twitch/effect";
import { noon, only, person, roster, said, scene } from "#domain/twitch/features/rehearsal";
import type { Roster } from "#domain/twitch/roster";
import { collectors } from "./index.ts";
import { collectorsSettings } from "./settings.ts";
import type { Collectors } from "./state.ts";

/** A chat in which words fall. */
class Chat {
  state: unknown = undefined;
  effects: readonly Effect[] = [];
  now: Instant = noon;
  roster: Roster = roster();
  settings: unknown;
  readonly #random: Random;

  constructor(settings: object = {}, random: Random = seeded(1)) {
    this.settings = collectorsSettings.parse(settings);
    this.#random = random;
  }

  at(second: number): this {
    this.now = after(noon, seconds(second));
    return this;
  }

  says(name: string, words = "gnome"): this {
    const line = { id: "m1", chatter: person(name), text: words, roles: [], forReward: false };
    return this.#take(collectors.listen(line, this.#saved(), this.#scene()));
  }

  all(names: readonly string[], words?: string): this {
    return names.reduce((chat, name) => chat.says(name, words), this);
  }

  lands(landed: Landing, whom?: Chatter): this {
    const chatter = whom ?? this.timedOut[0] ?? person("nobody");
    const answer = { to: "time-out", chatter, landed } as const;
    return this.#take(collectors.answer(answer, this.#saved(), this.#scene()));
  }

  /** Nobody was counted, nobody was caught, and nothing is to be written. */
  ignores(name: string, words?: string): boolean {
    const before = this.state;
    return this.says(name, words).state === before && this.effects.length === 0;
  }

  get timedOut(): Chatter[] {
    return only("time-out", this.effects).map(({ chatter }) => chatter);
  }

  get remembered(): Collectors {
    return this.state as Collectors;
  }

  words(language: Language = "ru"): string[] {
    const says = translator(language, [collectors.texts, durationTexts]);
    return only("say", this.effects).map((line) => says(line.text));
  }

  #saved = () => ({ state: this.state, settings: this.settings });
  #scene = () => scene({ now: this.now, random: this.#random, roster: this.roster });

  #take({ state, effects }: ReturnType<typeof collectors.listen>): this {
    this.state = state;
    this.effects = effects;
    return this;
  }
}

const chat = (settings?: object, random?: Random) => new Chat(settings, random);
const trio = ["ann", "bob", "eve"];

describe("three people who say a word", () => {
  it("have one of them timed out for a minute, and nothing is said before it has landed", () => {
    const [one] = only("time-out", chat().all(trio).effects);
    expect(trio).toContain(one?.chatter.login);
    expect(one).toMatchObject({ lasts: minutes(1), until: after(noon, minutes(1)) });
    expect(said(chat().all(trio).effects)).toEqual([]);
  });

  it("hear who it is once that is so, and begin anew", () => {
    const story = chat().all(trio);
    const [caught] = story.timedOut;
    story.at(1).lands("landed");
    expect(story.effects).toHaveLength(1);
    expect(story.words()).toEqual([expect.stringContaining(`@${caught?.login}`)]);
    expect(story.all(["joe", "kim"]).timedOut).toEqual([]);
    expect(story.says("lee").timedOut).toHaveLength(1);
  });

  it("may say different words of the set", () => {
    const story = chat().says("ann", "gnome").says("bob", "GNOMERGE").says("eve", "привет aimlulGnom!");
    expect(story.timedOut).toHaveLength(1);
  });

  it("have to be three: the same person thrice is one", () => {
    const story = chat();
    for (const second of [0, 40, 80, 120]) story.at(second).says("ann");
    expect(story.says("bob").timedOut).toEqual([]);
    expect(story.remembered.collectors[0]).toMatchObject({ people: [person("ann"), person("bob")] });
  });

  it("are two when one of them says a word of another set", () => {
    const story = chat().says("ann").says("bob").says("eve", "applecatrun");
    expect(story.timedOut).toEqual([]);
  });

  it("are all caught by one line that has words of two sets", () => {
    const story = chat({ userCooldownSeconds: 0 }).all(["ann", "bob"]).all(["ann", "bob"], "applecatgun");
    expect(story.says("eve", "gnome applecatgun").timedOut).toHaveLength(2);
  });

  it.each(trio)("are each as likely to be caught (%s)", (name) => {
    const random = seeded(11);
    const games = 9_000;
    let caught = 0;
    for (let game = 0; game < games; game++)
      if (chat({}, random).all(trio).timedOut[0]?.login === name) caught += 1;
    // Four standard deviations of one chance in three.
    expect(Math.abs(caught - games / 3)).toBeLessThan(4 * Math.sqrt(games * (1 / 3) * (2 / 3)));
  });
});

describe("the window", () => {
  it("is five minutes from whoever was counted last", () => {
    expect(chat().says("ann").at(299).says("bob").at(599).says("eve").timedOut).toHaveLength(1);
  });

  it("forgets everybody when it is over", () => {
    const story = chat().says("ann").says("bob").at(300.1).says("eve");
    expect(story.timedOut).toEqual([]);
    expect(story.says("ann").says("joe").timedOut).toHaveLength(1);
  });

  it("is not held open by somebody who was counted before", () => {
    expect(chat().says("ann").says("bob").at(200).says("ann").at(301).says("eve").timedOut).toEqual([]);
  });
});

describe("whoever was counted", () => {
  it("is not counted for another set within half a minute", () => {
    const story = chat().says("ann").at(29.9);
    expect(story.ignores("ann", "applecatrun")).toBe(true);
    expect(story.at(30).ignores("ann", "applecatrun")).toBe(false);
  });

  it("does not rest any longer for saying it again", () => {
    const story = chat().says("ann");
    expect(story.at(20).ignores("ann")).toBe(true);
    expect(story.at(31).ignores("ann")).toBe(true);
    expect(story.at(32).says("ann", "applecatrun").remembered.collectors).toHaveLength(2);
  });

  it("is forgotten when the rest is over", () => {
    const story = chat().says("ann").at(31).says("bob");
    expect(Object.keys(story.remembered.readyAt)).toEqual(["bob"]);
  });
});

describe("moderators and whoever is spared", () => {
  it.each([
    ["a moderator", "mod", roster({ moderators: new Set(["mod"]) })],
    ["an admin", "admin", roster({ admins: new Set(["admin"]) })],
    ["somebody privileged", "friend", roster({ privileged: new Set(["friend"]) })],
    ["the broadcaster", "streamer", roster()],
    ["the bot", "taproom", roster()],
    ["a known bot", "nightbot", roster()],
  ])("are not counted at all: %s", (_, name, who) => {
    const story = chat().says("ann").says("bob");
    story.roster = who;
    expect(story.ignores(name)).toBe(true);
    expect(story.says("eve").timedOut).toHaveLength(1);
  });

  it("are not counted any more when they become so in the meantime", () => {
    const story = chat().says("ann").says("bob");
    story.roster = roster({ moderators: new Set(["ann"]) });
    expect(story.says("eve").timedOut).toEqual([]);
    const [caught] = story.says("joe").timedOut;
    expect(["bob", "eve", "joe"]).toContain(caught?.login);
  });
});

describe("a timeout that does not land", () => {
  it.each(["refused", "already"] as const)("goes to another of them when it was %s", (landed) => {
    const story = chat().all(trio);
    const tried = new Set([story.timedOut[0]?.login]);
    tried.add(story.lands(landed).timedOut[0]?.login);
    tried.add(story.lands(landed).timedOut[0]?.login);
    expect(tried).toEqual(new Set(trio));
    expect(story.lands(landed).effects).toEqual([]);
    expect(story.remembered.collectors).toEqual([]);
  });

  it("keeps those collected when Twitch could not do it, and the next word tries again", () => {
    const story = chat().all(trio).at(20).lands("failed");
    expect(story.effects).toEqual([]);
    expect(story.says("joe").timedOut).toHaveLength(1);
  });

  it("is tried again too when somebody says it who is counted already", () => {
    const story = chat().all(trio).at(20).lands("failed");
    expect(story.ignores("ann")).toBe(true);
    expect(story.at(31).says("ann").timedOut).toHaveLength(1);
    expect(story.remembered.readyAt).toEqual({});
  });

  it("leaves nothing behind when the window has passed meanwhile", () => {
    const story = chat().all(trio).at(301).lands("failed");
    expect(story.remembered).toEqual({ collectors: [], readyAt: {} });
  });
});

describe("while somebody is being caught", () => {
  it("nobody else is counted", () => {
    const story = chat().all(trio);
    expect(story.ignores("joe")).toBe(true);
    expect(story.ignores("kim")).toBe(true);
  });

  it("answers that are not about it change nothing", () => {
    const story = chat().all(trio);
    const [caught] = story.timedOut;
    const waiting = story.state;
    expect(story.lands("landed", person("stranger")).effects).toEqual([]);
    expect(story.state).toBe(waiting);
    const over = story.lands("landed", caught).state;
    expect(story.lands("landed", caught).effects).toEqual([]);
    expect(story.state).toBe(over);
  });

  it("the channel may give up the set", () => {
    const story = chat().all(trio);
    story.settings = collectorsSettings.parse({ sets: [] });
    expect(story.lands("landed").effects).toEqual([]);
    expect(story.remembered.collectors).toEqual([]);
  });
});

describe("a set of the channel's own", () => {
  const owls = { name: "owls", words: ["Сова"], peopleNeeded: 2, windowSeconds: 10, timeoutSeconds: 90 };

  it("has its own words, people, window and timeout", () => {
    const story = chat({ sets: [owls] });
    expect(story.ignores("ann", "gnome")).toBe(true);
    story.says("ann", "СОВА").at(11).says("bob", "сова!");
    expect(story.timedOut).toEqual([]);
    expect(only("time-out", story.says("eve", "сова").effects)[0]?.lasts).toBe(seconds(90));
    expect(story.lands("landed").words()).toEqual([
      expect.stringMatching(/@(bob|eve) идёт остыть на 1 минуту 30 секунд\.$/),
    ]);
  });

  it("says what the channel wants", () => {
    const own = { ...owls, announcement: "Ух, {viewer}! {viewer} — $& сова", reason: "ухнул" };
    const story = chat({ sets: [own] }).all(["ann", "bob"], "сова");
    expect(only("time-out", story.effects)[0]?.reason).toEqual(text("collectors-own", { words: "ухнул" }));
    const [name] = story.timedOut.map(({ login }) => login);
    expect(story.lands("landed").words()).toEqual([`Ух, @${name}! @${name} — $& сова`]);
  });

  it.each(["constructor", "__proto__", "toString"])("may have the odd name %s", (name) => {
    const story = chat({ sets: [{ ...owls, name }] }).all(["ann", "bob"], "сова");
    expect(story.timedOut).toHaveLength(1);
    expect(said(story.lands("landed").effects)).toEqual(["collectors-caught"]);
  });
});

it.each(["ru", "en"] as const)("announces every set in one whole line (%s)", (language) => {
  const sets = ["gnome", "applecatpanik", "owls"].map((name) => ({ name, words: [name], peopleNeeded: 1 }));
  for (const { name } of sets) {
    const [line = ""] = chat({ sets }).says("w".repeat(25), name).lands("landed").words(language);
    expect(line).toContain("@www");
    expect(line).not.toMatch(/[{}$]|collectors-|duration-/);
    expect(line.length).toBeLessThanOrEqual(longestLine);
  }
});

it("remembers little however many say it", () => {
  const story = chat();
  for (let second = 0; second < 600; second++) {
    story.at(second / 10).says(`viewer${second}`);
    if (story.timedOut.length > 0) story.lands("landed");
  }
  expect(Object.keys(story.remembered.readyAt).length).toBeLessThanOrEqual(300);
  expect(story.remembered.collectors.length).toBeLessThanOrEqual(2);
});
