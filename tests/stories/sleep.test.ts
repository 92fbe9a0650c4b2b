import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { allRewards, ends, openChannel, people, person, stateOf } from "./channel.ts";
import { askWorld } from "./place.ts";

const chatMessage = "channel.chat.message";
const minute = 60_000;

/** The time of day so many minutes from a moment, on the clocks of UTC. */
const clock = (moment: number) => new Date(moment).toISOString().slice(11, 16);

/** Hours of sleep around now. */
const hoursNow = () => ({
  schedule: { enabled: true, from: clock(Date.now() - 30 * minute), to: clock(Date.now() + 30 * minute) },
  timeZone: "UTC",
});

describe.concurrent("asleep by order", () => {
  it("the bot hears no command and gives every point back, until it is woken", async () => {
    const [ann, bob] = people(`ann${randomInt(1e9)}`, `bob${randomInt(1e9)}`);
    const mod = person("mod", "moderator");
    const channel = await openChannel({ voteban: { votesNeeded: 1 }, chatters: [ann, bob, mod] });
    await channel.say(channel.broadcaster, "!БОТЗАТКНИСЬ");
    await channel.untilSaid(/Ладно, молчу/);
    for (const words of ["!жопа", "!butt", `!voteban ${bob.login}`, "!я", "!топ", "!очко"])
      await channel.say(ann, words);
    await channel.say(mod, "!дрын");
    const redemptions = [await channel.redeem("keg", ann), await channel.redeem("boar", bob)];
    await channel.until((now) => redemptions.every((id) => stateOf(now, id) === "CANCELED"));
    await channel.say(channel.broadcaster, "!wake");
    await channel.untilSaid(/Меня растолкали/);
    await channel.say(ann, "!жопа");

    const { lines, timeouts } = await channel.untilSaid(/жоп/i);
    expect(lines).toEqual([
      expect.stringMatching(/^🤐 Ладно, молчу\. .* проснусь через (\d+ час\S*)? ?(\d+ минут\S*)?\.$/),
      "☕ Меня растолкали! Команды и награды снова в деле.",
      expect.stringContaining(`@${ann.login}`),
    ]);
    expect(timeouts.filter(({ user }) => user.id !== ann.id)).toEqual([]);
    expect(await ends(channel, redemptions[0] ?? "")).toEqual(["CANCELED"]);
  });

  it("the bot listens to its admins and to nobody else", async () => {
    const [boss, ann] = people("boss", "ann");
    const mod = person("mod", "moderator");
    const channel = await openChannel({ admins: [boss.id], chatters: [boss, ann, mod] });
    for (const viewer of [ann, mod]) await channel.say(viewer, "!sleep");
    await channel.say(boss, "!sleep");
    await channel.untilSaid(/Ладно, молчу/);
    for (const viewer of [ann, mod]) await channel.say(viewer, "!ботговори");
    await channel.say(ann, "!жопа");
    // Who sleeps does not answer to the same order again.
    await channel.say(boss, "!sleep");
    await channel.say(boss, "!Ботговори");
    await channel.untilSaid(/растолкали/);
    await channel.say(boss, "!wake");

    const { lines } = await channel.untilSaid(/А я и не сплю/);
    expect(lines).toEqual([
      expect.stringContaining("Ладно, молчу"),
      expect.stringContaining("растолкали"),
      "👀 А я и не сплю, я просто слушаю.",
    ]);
  });

  it("the bot does not hear dangerous words, nor remember them when it wakes up", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({ chatters: [ann, bob, carl] });
    await channel.say(channel.broadcaster, "!sleep");
    await channel.untilSaid(/Ладно, молчу/);
    for (const viewer of [ann, bob, carl]) await channel.say(viewer, "gnome");
    await channel.say(channel.broadcaster, "!wake");
    for (const viewer of [ann, bob]) await channel.say(viewer, "gnome");
    await channel.say(channel.broadcaster, "!жопа");
    expect((await channel.untilSaid(/жоп/i)).timeouts).toEqual([]);
    await channel.say(carl, "gnome");

    expect((await channel.untilSaid(/Гномы/)).timeouts).toHaveLength(1);
  });

  it("a keg that burns already is played to its end", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 3 }, chatters: [ann, bob] });
    const keg = await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    await channel.say(channel.broadcaster, "!sleep");
    const late = await channel.redeem("trash", bob);

    const seen = await channel.untilOver(/Выздоравливайте/);
    expect([stateOf(seen, keg), stateOf(seen, late)]).toEqual(["FULFILLED", "CANCELED"]);
    expect(seen.timeouts).toHaveLength(2);
  });

  it("an order that Twitch tells twice, or that was given in another channel of a shared chat, counts not again", async () => {
    const [neighbour] = people("neighbour");
    const channel = await openChannel();
    const by = { chatter_user_id: channel.broadcaster.id };
    const order = { ...by, message_id: randomUUID(), message: { text: "!sleep" } };
    const elsewhere = { ...by, message: { text: "!sleep" }, source_broadcaster_user_id: neighbour.id };
    expect((await channel.notify(chatMessage, { event: elsewhere })).status).toBe(204);
    await channel.notify(chatMessage, { event: order });
    await channel.untilSaid(/Ладно, молчу/);
    await channel.say(channel.broadcaster, "!wake");
    await channel.untilSaid(/растолкали/);
    await channel.notify(chatMessage, { event: order });
    await channel.say(channel.broadcaster, "!wake");

    expect((await channel.untilSaid(/А я и не сплю/)).lines).toHaveLength(3);
  });

  it("the rewards are paused meanwhile where the channel wants that", async () => {
    const channel = await openChannel({ sleep: { redemptions: "pause" } });
    expect(await channel.paused()).toEqual([]);
    await channel.say(channel.broadcaster, "!sleep");
    await channel.untilPaused(...allRewards);
    await channel.say(channel.broadcaster, "!wake");
    await channel.untilPaused();
  });

  it("the rewards of what is switched off meanwhile are not sold when it wakes up", async () => {
    const channel = await openChannel({ sleep: { redemptions: "pause" } });
    await channel.say(channel.broadcaster, "!sleep");
    await channel.untilPaused(...allRewards);
    await channel.set({ switchedOff: ["keg"] });
    await channel.say(channel.broadcaster, "!wake");
    await channel.untilPaused("keg", "boar", "trash");
    expect((await channel.ask("PATCH", "rewards/keg", { isPaused: false })).status).toBe(409);
    await channel.set({ switchedOff: [] });
    await channel.untilPaused();
  });

  it("the rewards are paused, and let go, as soon as the channel changes its mind; others' pauses stay", async () => {
    const channel = await openChannel();
    await askWorld("POST", "/twitch/rewards/boar", { isPaused: true, broadcasterId: channel.id });
    await channel.say(channel.broadcaster, "!sleep");
    await channel.untilSaid(/молчу/);
    expect(await channel.paused()).toEqual(["boar"]);
    await channel.set({ sleep: { redemptions: "pause" } });
    await channel.untilPaused(...allRewards);
    await channel.set({ sleep: { redemptions: "refund" } });
    await channel.untilPaused("boar");
  });
});

describe.concurrent("asleep by schedule", () => {
  it("the bot says good night once when its hours are set to now, and an admin gets it up", async () => {
    const ann = person("ann");
    const channel = await openChannel({ chatters: [ann] });
    await channel.set({ sleep: hoursNow() });
    await channel.untilSaid(/Тихий час! Ложусь на/);
    await channel.say(ann, "!жопа");
    const keg = await channel.redeem("keg", ann);
    await channel.until((now) => stateOf(now, keg) === "CANCELED");
    await channel.say(channel.broadcaster, "!ботговори");
    await channel.untilSaid(/Тихий час отменяется/);
    await channel.say(ann, "!жопа");

    const { lines } = await channel.untilSaid(/жоп/i);
    expect(lines).toEqual([
      expect.stringMatching(/^🌙 Тихий час! Ложусь на (29 минут|30 минут|31 минуту): /),
      "☕ Тихий час отменяется, сегодня гуляем! Команды и награды снова в деле.",
      expect.stringContaining("@ann"),
    ]);
  });

  it("the bot wakes up at the minute", async () => {
    const channel = await openChannel();
    // At least five seconds ahead, so that it can fall asleep before.
    const wakes = Math.ceil((Date.now() + 5_000) / minute) * minute;
    const schedule = { enabled: true, from: clock(wakes - 30 * minute), to: clock(wakes) };
    await channel.set({ sleep: { schedule, timeZone: "UTC" } });
    await channel.untilSaid(/Тихий час/);
    await channel.untilSaid(/выспались/, 80_000);

    const { bot, chat } = await channel.state();
    const [goodNight, goodMorning] = chat.filter(({ user }) => user.id === bot.id);
    expect([goodNight?.text, goodMorning?.text]).toEqual([
      expect.stringContaining("🌙 Тихий час!"),
      "☀️ Всё, выспались! Команды и награды снова в деле.",
    ]);
    expect(goodMorning?.at).toBeGreaterThanOrEqual(wakes);
    expect((goodMorning?.at ?? 0) - wakes).toBeLessThan(5_000);
  }, 120_000);

  it("the bot gets up when the schedule is switched off, and says nothing where nobody wants its notices", async () => {
    const channel = await openChannel({ sleep: { ...hoursNow(), notices: false } });
    const keg = await channel.redeem("keg", channel.broadcaster);
    await channel.until((now) => stateOf(now, keg) === "CANCELED");
    await channel.set({ sleep: { schedule: { enabled: false } } });
    await channel.say(channel.broadcaster, "!жопа");

    expect((await channel.untilSaid(/жоп/i)).lines).toHaveLength(1);
  });

  it.each([
    ["sleep.timeZone", { timeZone: "Europe/Chat" }],
    ["sleep.schedule.from", { schedule: { from: "24:00" } }],
    ["sleep.schedule.to", { schedule: { from: "12:00", to: "12:00" } }],
  ])("a wrong %s is refused by name", async (name, sleep) => {
    const channel = await openChannel();
    const answer = await channel.ask("PUT", "settings", { sleep });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining(name) });
  });
});
