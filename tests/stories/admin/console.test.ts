/** What somebody at the dashboard does in a channel without being in its chat. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { allRewards, type Channel, ends, openChannel, people, stateOf } from "../channel.ts";
import { askProduct, askWorld, until } from "../place.ts";
import { moderator } from "./browser.ts";

const of = (channel: Channel, path: string) => `/api/console/channels/${channel.id}/${path}`;

async function done(answer: Promise<Response>) {
  const { status, ...rest } = await answer.then(async (one) => ({
    status: one.status,
    ...(await told(one)),
  }));
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(rest)}`);
  return rest as {
    readonly became: string;
    readonly lines: readonly string[];
    readonly effects: readonly string[];
  };
}
const told = async (answer: Response) => (await answer.json()) as Record<string, unknown>;

const say = (channel: Channel, text: string, key: string = randomUUID()) =>
  done(askProduct("POST", of(channel, "say"), { key, text }));
const command = (channel: Channel, name: string, body: object = {}) =>
  askProduct("POST", of(channel, `commands/${name}`), { key: randomUUID(), ...body });
const run = (channel: Channel, running: boolean) => askProduct("PUT", of(channel, "running"), { running });

describe.concurrent("somebody speaks as the bot", () => {
  it("and is heard once, however often the button is pressed", async () => {
    const channel = await openChannel();
    const key = randomUUID();
    expect(await say(channel, "Добрый вечер, {$все}! /me", key)).toMatchObject({
      became: "done",
      lines: ["Добрый вечер, {$все}! /me"],
    });
    expect(await say(channel, "Добрый вечер, {$все}! /me", key)).toMatchObject({
      became: "before",
      lines: [],
    });
    await say(channel, "/ban everybody");
    const { lines } = await channel.untilSaid(/ban everybody/);
    expect(lines).toEqual(["Добрый вечер, {$все}! /me", "\u200B/ban everybody"]);
  });

  it("and what is too long for one line comes in several, in order", async () => {
    const channel = await openChannel();
    const words = Array.from({ length: 200 }, (_, place) => `word${place}`).join(" ");
    const { lines } = await say(channel, words);
    expect(lines.length).toBeGreaterThan(1);
    const seen = await channel.until((now) => now.lines.length === lines.length);
    expect(seen.lines.join(" ")).toBe(words);
  });

  it("with the right to, and it is written down who it was", async () => {
    const channel = await openChannel();
    const looker = await moderator(`looker${channel.id}`, { console: "see" });
    const speaker = await moderator(`speaker${channel.id}`, { console: "change" });
    const body = { key: randomUUID(), text: "Всем привет" };
    expect((await looker.ask("POST", of(channel, "say"), { body })).status).toBe(403);
    expect((await speaker.ask("POST", of(channel, "say"), { body })).status).toBe(200);
    await channel.untilSaid(/Всем привет/);
    const audit = await told(await askProduct("GET", `/api/audit?who=name:speaker${channel.id}`));
    expect(audit["items"]).toEqual([
      expect.objectContaining({
        what: "POST /api/console/channels/:id/say",
        subject: channel.id,
        after: expect.objectContaining({ text: "Всем привет" }),
        ending: "done",
      }),
    ]);
  });
});

describe.concurrent("a command by hand", () => {
  it("does what it does in chat, as if the broadcaster had typed it", async () => {
    const channel = await openChannel({ commands: { sleep: ["спать"] } });
    const known = (await told(await askProduct("GET", of(channel, "").slice(0, -1)))) as {
      commands: readonly { command: string; names: readonly string[] }[];
    };
    expect(known.commands).toContainEqual(expect.objectContaining({ command: "sleep", names: ["спать"] }));
    const deed = await done(command(channel, "sleep"));
    expect(deed).toMatchObject({ became: "done", lines: [expect.stringContaining("Ладно, молчу")] });
    await channel.untilSaid(/Ладно, молчу/);
  });

  it("takes what follows its name, and pressed twice is given once", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const key = randomUUID();
    const [first, second] = [
      await done(command(channel, "butt", { key })),
      await done(command(channel, "butt", { key })),
    ];
    expect(first.became).toBe("done");
    expect(second.became).toBe("before");
    await channel.until(({ lines }) => lines.length > 0);
  });

  it("that nobody knows is refused, and so is one whose feature is off", async () => {
    const channel = await openChannel();
    expect((await command(channel, "nonsense")).status).toBe(404);
    expect((await askProduct("PUT", of(channel, "features/butt"), { on: false })).status).toBe(200);
    expect((await command(channel, "butt")).status).toBe(409);
  });
});

describe.concurrent("a feature that is switched off", () => {
  it("is not heard, gives points back, and is there again as soon as it is on", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 60 }, chatters: [ann, bob] });
    const inPlay = await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает кегу/);
    await askProduct("PUT", of(channel, "features/keg"), { on: false });
    await channel.until((now) => stateOf(now, inPlay) === "CANCELED");
    await channel.untilPaused("keg", "boar", "trash");
    await askProduct("PUT", of(channel, "features/keg"), { on: true });
    await channel.untilPaused();
    await channel.redeem("keg", bob);
    const { lines } = await channel.untilSaid(/bob.* вскрывает кегу/);
    expect(lines.filter((line) => line.includes("вскрывает"))).toHaveLength(2);
    expect(await ends(channel, inPlay)).toEqual(["CANCELED"]);
  });

  it("is not sold as soon as Twitch is back, and what was bought until then is given back", async () => {
    const [bob] = people("bob");
    const channel = await openChannel({ keg: { fuseSeconds: 60 }, chatters: [bob] });
    const mend = await channel.goesWrong({ path: "/custom_rewards", method: "PATCH", status: 503 });
    await askProduct("PUT", of(channel, "features/keg"), { on: false });
    const late = await channel.redeem("keg", bob);
    expect(await channel.paused()).toEqual([]);
    await mend();
    await channel.untilPaused("keg", "boar", "trash");
    const { lines } = await channel.until((now) => stateOf(now, late) === "CANCELED");
    expect(lines).toEqual([]);
    expect(await ends(channel, late)).toEqual(["CANCELED"]);
  });
});

describe.concurrent("a bot that is stopped", () => {
  it("hears nobody, gives every point back, and plays again as soon as it is started", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 60 }, chatters: [ann, bob] });
    const inPlay = await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает кегу/);
    expect((await run(channel, false)).status).toBe(200);
    // Nor does it obey its broadcaster.
    await channel.say(channel.broadcaster, "!ботговори");
    await channel.say(ann, "!жопа");
    await channel.until((now) => stateOf(now, inPlay) === "CANCELED");
    await channel.untilPaused(...allRewards);
    expect((await command(channel, "butt")).status).toBe(409);
    const overview = JSON.stringify(await told(await askProduct("GET", "/api/overview")));
    expect(overview).toContain("bot-stopped");

    expect((await run(channel, true)).status).toBe(200);
    await channel.untilPaused();
    await channel.redeem("keg", bob);
    const { lines } = await channel.untilSaid(/bob.* вскрывает кегу/);
    expect(lines.filter((line) => line.includes("@"))).toEqual([
      expect.stringContaining("@ann вскрывает кегу"),
      expect.stringContaining("@bob вскрывает кегу"),
    ]);
    expect(await ends(channel, inPlay)).toEqual(["CANCELED"]);
  });

  it("gives back what somebody has bought before Twitch has heard of it", async () => {
    const [bob] = people("bob");
    const channel = await openChannel({ chatters: [bob] });
    const mend = await channel.goesWrong({ path: "/custom_rewards", method: "PATCH", status: 503 });
    await run(channel, false);
    const late = await channel.redeem("boar", bob);
    await mend();
    await channel.until((now) => stateOf(now, late) === "CANCELED");
    expect(await ends(channel, late)).toEqual(["CANCELED"]);
  });

  it("leaves nothing undone where the broadcaster has taken the consent back", async () => {
    const channel = await openChannel();
    await askWorld("POST", "/twitch/tokens/expire", { userId: channel.id, consent: "withdraw" });
    await until(
      () => channel.standing(),
      ({ problems }) => problems.some((problem) => problem.startsWith("Rewards are off")),
    );
    await run(channel, false);
    const counts = await until(
      () => channel.counts(),
      ({ outbox }) => outbox === 0,
    );
    expect(counts).toMatchObject({ deadLetters: 0 });
    await channel.connect();
    await channel.untilPaused(...allRewards);
  });

  it("says still what a person says by hand", async () => {
    const channel = await openChannel();
    await run(channel, false);
    await say(channel, "Техническая пауза");
    expect((await channel.untilSaid(/Техническая пауза/)).lines).toHaveLength(1);
  });
});

describe.concurrent("a job by hand", () => {
  it("looks after a channel at once", async () => {
    const channel = await openChannel();
    const looks = async () =>
      (await channel.calls()).filter(({ path }) => path.endsWith("/moderation/moderators")).length;
    const before = await looks();
    const answer = await askProduct("POST", "/api/console/jobs/channel-upkeep", { channel: channel.id });
    expect(await told(answer)).toEqual({ problems: [] });
    expect(await looks()).toBeGreaterThan(before);
    expect((await askProduct("POST", "/api/console/jobs/channel-setup", {})).status).toBe(400);
    expect((await askProduct("POST", "/api/console/jobs/nonsense", {})).status).toBe(400);
  });

  it("is one of a list, and the forwarder's are among them", async () => {
    const jobs = await told(await askProduct("GET", "/api/console/jobs"));
    expect(jobs["items"]).toContainEqual({ job: "forwarder-check", isOfChannel: false, isOn: true });
    for (const job of ["forwarder-check", "forwarder-rebuild"])
      expect(await told(await askProduct("POST", `/api/console/jobs/${job}`, {}))).toEqual({ problems: [] });
  });
});
