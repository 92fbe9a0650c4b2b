/** A channel as its owner sees to it over the API: settings, commands, rewards. */
import { describe, expect, it } from "vitest";
import { allRewards, type Channel, itemsIn, openChannel, people } from "../channel.ts";
import { askProduct, askWorld } from "../place.ts";

const read = async <Answer>(channel: Channel, path: string) =>
  (await (await channel.ask("GET", path)).json()) as Answer;

interface Change {
  readonly what: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly ending: string;
}

/** What the audit tells of this channel, the latest first. */
async function changesOf({ id }: Channel): Promise<readonly Change[]> {
  const answer = await askProduct("GET", "/api/audit?limit=1000");
  return itemsIn<Change>(await answer.json()).filter(({ subject }) => subject.split(" ").includes(id));
}

interface Setting {
  readonly path: string;
  readonly section: string;
  readonly schema: object;
  readonly default: unknown;
  readonly value: unknown;
  readonly isDefault: boolean;
  readonly description: { readonly ru: string; readonly en: string };
}

const settingOf = async (channel: Channel, path: string) =>
  itemsIn<Setting>(await read(channel, "settings/form")).find((setting) => setting.path === path);

describe.concurrent("a setting", () => {
  it("that is changed is obeyed at once, stands in the audit, and is its default again when it is null", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    await channel.ask("PUT", "settings", { language: "en", commands: { me: ["rank"] } });
    await channel.say(ann, "!rank");
    await channel.untilSaid(/@ann/);

    expect(await settingOf(channel, "language")).toMatchObject({ value: "en", isDefault: false });
    await channel.ask("PUT", "settings", { language: null, commands: null });
    expect(await settingOf(channel, "language")).toMatchObject({ value: "ru", isDefault: true });
    const [latest, first] = (await changesOf(channel)).filter(({ what }) => what.startsWith("PUT"));
    expect(first).toMatchObject({
      before: { language: "ru", commands: { me: ["я", "me"] } },
      after: { language: "en", commands: { me: ["rank"] } },
      ending: "done",
    });
    expect(latest).toMatchObject({ after: { language: "ru" } });
  });

  it("is told with its bounds, its default and what it means in both languages", async () => {
    const channel = await openChannel({ keg: { victims: 7 } });
    expect(await settingOf(channel, "keg.victims")).toEqual({
      path: "keg.victims",
      section: "keg",
      schema: { type: "integer", minimum: 1, maximum: 100, default: 50 },
      default: 50,
      value: 7,
      isDefault: false,
      description: {
        ru: "Сколько зрителей обольёт самое большее",
        en: "At most so many chatters are soaked",
      },
    });
    expect(await settingOf(channel, "sleep.schedule.from")).toMatchObject({
      section: "sleep",
      value: "19:00",
    });
    expect(await settingOf(channel, "privilegedVips")).toMatchObject({ section: "channel", value: false });
  });

  it("of a command's names shows in the list of commands", async () => {
    const channel = await openChannel({ commands: { me: ["rank"] } });
    expect(itemsIn(await read(channel, "commands"))).toContainEqual({
      key: "me",
      feature: "ranks",
      for: "everyone",
      names: ["rank"],
      usualNames: ["я", "me"],
      description: expect.objectContaining({ en: expect.stringContaining("rank") }),
    });
  });
});

interface Reward {
  readonly id: string;
  readonly key: string | null;
  readonly title: string;
  readonly cost: number;
  readonly isPaused: boolean;
  readonly isEnabled: boolean;
}

const atTwitch = (channel: Channel) =>
  askWorld<Reward[]>("GET", `/twitch/rewards?broadcasterId=${channel.id}`);
const keyed = (rewards: readonly Reward[], key: string) => rewards.find((reward) => reward.key === key);

interface Shelf {
  readonly items: readonly {
    readonly key: string;
    readonly atTwitch?: Reward;
    readonly pausedWhile?: string;
  }[];
  readonly problem?: string;
}

/** Why the bot pauses rewards, by the keys of those that it pauses. */
async function why(channel: Channel): Promise<Record<string, string>> {
  const { items } = await read<Shelf>(channel, "rewards");
  return Object.fromEntries(items.flatMap(({ key, pausedWhile: said }) => (said ? [[key, said]] : [])));
}

const onShelf = async (channel: Channel, key: string) =>
  (await read<Shelf>(channel, "rewards")).items.find((item) => item.key === key)?.atTwitch;

const status = ({ status: code }: Response) => code;

describe.concurrent("a reward", () => {
  it("is priced, named and paused at Twitch, and stays so when the channel is looked after", async () => {
    const channel = await openChannel();
    const change = { title: "Бочка", cost: 250, isPaused: true };
    expect(await (await channel.ask("PATCH", "rewards/keg", change)).json()).toMatchObject(change);
    await channel.ask("POST", "setup");

    expect(keyed(await atTwitch(channel), "keg")).toMatchObject(change);
    expect(await onShelf(channel, "keg")).toMatchObject(change);
    await channel.ask("PATCH", "rewards/keg", { isPaused: false });
    expect(keyed(await atTwitch(channel), "keg")).toMatchObject({ cost: 250, isPaused: false });
    const [latest, first] = (await changesOf(channel)).filter(({ what }) => what.startsWith("PATCH"));
    expect(first).toMatchObject({ before: { cost: 5_000, isPaused: false }, after: change });
    expect(latest).toMatchObject({ before: { isPaused: true }, after: { isPaused: false } });
  });

  it("that a person has paused is not opened again when the bot wakes up", async () => {
    const channel = await openChannel({ sleep: { redemptions: "pause" } });
    await channel.ask("PATCH", "rewards/keg", { isPaused: true });
    await channel.say(channel.broadcaster, "!sleep");
    await channel.untilPaused(...allRewards);
    expect(status(await channel.ask("PATCH", "rewards/keg", { isPaused: false }))).toBe(409);

    await channel.say(channel.broadcaster, "!wake");
    await channel.untilPaused("keg");
  });

  it("of a feature that is switched off is paused, and sold again when it is on, unless a person has paused it", async () => {
    const channel = await openChannel();
    await askWorld("POST", "/twitch/rewards/boar", { isPaused: true, broadcasterId: channel.id });
    await channel.set({ switchedOff: ["keg"] });
    await channel.untilPaused("keg", "boar", "trash");
    // Whatever the bot has paused a person may pause too.
    await channel.ask("PATCH", "rewards/trash", { isPaused: true });
    expect(await why(channel)).toEqual({ keg: "switched-off", boar: "switched-off", trash: "switched-off" });
    const refused = await channel.ask("PATCH", "rewards/keg", { isPaused: false });
    expect([refused.status, await refused.json()]).toEqual([
      409,
      expect.objectContaining({ detail: expect.stringContaining("feature is switched off") }),
    ]);

    await channel.set({ switchedOff: [] });
    await channel.untilPaused("boar", "trash");
    expect(await why(channel)).toEqual({});
    expect(status(await channel.ask("PATCH", "rewards/boar", { isPaused: false }))).toBe(200);
  });

  it("that is made while its feature is off waits for it to be on", async () => {
    const channel = await openChannel({ switchedOff: ["beer"] });
    await channel.untilPaused("beer");
    await askWorld("DELETE", `/twitch/rewards/beer?broadcasterId=${channel.id}`);
    const made = await channel.ask("POST", "rewards/beer");
    expect(await made.json()).toMatchObject({ isPaused: true });
    await channel.set({ switchedOff: [] });
    await channel.untilPaused();
  });

  it("that is gone is made anew as its owner wanted it, once", async () => {
    const channel = await openChannel();
    await channel.ask("PATCH", "rewards/boar", { cost: 77, background: "#112233" });
    await askWorld("DELETE", `/twitch/rewards/boar?broadcasterId=${channel.id}`);
    expect(await onShelf(channel, "boar")).toBeUndefined();
    expect(status(await channel.ask("PATCH", "rewards/boar", { cost: 78 }))).not.toBe(200);

    const made = await Promise.all([
      channel.ask("POST", "rewards/boar"),
      channel.ask("POST", "rewards/boar"),
    ]);
    expect(made.map(status).toSorted()).toEqual([200, 409]);
    expect(keyed(await atTwitch(channel), "boar")).toMatchObject({ cost: 77 });
    expect(await onShelf(channel, "boar")).toMatchObject({ background: "#112233" });
  });

  it("is refused in words: of nobody's, of a wrong price, of another's title, without the broadcaster", async () => {
    const channel = await openChannel();
    const { title = "" } = keyed(await atTwitch(channel), "boar") ?? {};
    const refused = async (key: string, change: object) => {
      const answer = await channel.ask("PATCH", `rewards/${key}`, change);
      const { code, detail } = (await answer.json()) as { readonly code: string; readonly detail: string };
      return [answer.status, code, detail];
    };
    expect(await refused("cake", { cost: 1 })).toEqual([404, "not-found", "No feature knows a reward cake"]);
    expect(await refused("keg", { cost: 0 })).toEqual([400, "bad-input", expect.stringContaining("cost")]);
    expect(await refused("keg", {})).toEqual([
      400,
      "bad-input",
      expect.stringContaining("something to change"),
    ]);
    expect(await refused("keg", { title })).toEqual([
      502,
      "reward-title",
      expect.stringContaining("another reward"),
    ]);
    await channel.goesWrong({
      path: "/custom_rewards",
      method: "PATCH",
      status: 403,
      times: 1,
      body: { status: 403, message: "The broadcaster must have affiliate or partner status." },
    });
    expect(await refused("keg", { cost: 5 })).toEqual([
      502,
      "reward-affiliate",
      expect.stringContaining("affiliates"),
    ]);

    const stranger = await openChannel({ signedIn: false });
    expect((await read<Shelf>(stranger, "rewards")).problem).toMatch(/has not signed in/);
    expect(status(await stranger.ask("POST", "rewards/keg"))).toBe(409);
  });
});
