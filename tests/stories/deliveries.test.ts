import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ends, openChannel, type Person, person } from "./channel.ts";
import { until } from "./place.ts";

const redeemed = "channel.channel_points_custom_reward_redemption.add";
const lastWords = /Выздоравливайте/;
/** Twitch sends it, and it never arrives. */
const lost = { callback: "http://127.0.0.1:1/nobody-listens" };

const opened = (lines: readonly string[]) => lines.filter((line) => line.includes("вскрывает"));

const kegBy = ({ id }: Person, minutesAgo: number) => ({
  id: randomUUID(),
  user_id: id,
  redeemed_at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  reward: { key: "keg" },
});

describe.concurrent("a redemption", () => {
  it("told fifty times at once under one message id opens one keg", async () => {
    const ann = person("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    const message = {
      messageId: randomUUID(),
      event: { id: randomUUID(), user_id: ann.id, reward: { key: "keg" } },
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => channel.notify(redeemed, message)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    const seen = await channel.untilOver(lastWords);
    expect(seen.ledger).toHaveLength(1);
    expect(opened(seen.lines)).toHaveLength(1);
    expect(await ends(channel, message.event.id)).toEqual(["FULFILLED"]);
    expect(await channel.counts()).toMatchObject({ taken: 1, duplicate: 49 });
  });

  it("told again under other message ids opens one keg", async () => {
    const ann = person("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    const event = { id: randomUUID(), user_id: ann.id, reward: { key: "keg" } };
    const answers = await Promise.all([1, 2, 3].map(() => channel.notify(redeemed, { event })));

    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(3);
    const seen = await channel.untilOver(lastWords);
    expect(opened(seen.lines)).toHaveLength(1);
    expect(await ends(channel, event.id)).toEqual(["FULFILLED"]);
    expect(await channel.counts()).toMatchObject({ taken: 1, duplicate: 2 });
  });

  it("told again after its end changes nothing", async () => {
    const ann = person("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    const event = { id: randomUUID(), user_id: ann.id, reward: { key: "keg" } };
    const { messageId } = await channel.notify(redeemed, { event });
    const { lines, timeouts, ledger } = await channel.untilOver(lastWords);
    await channel.notify(redeemed, { event, messageId });
    await channel.notify(redeemed, { event });

    await until(
      () => channel.counts(),
      ({ duplicate, outbox }) => duplicate === 2 && outbox === 0,
    );
    expect(await channel.look()).toMatchObject({ lines, timeouts, ledger });
    expect(await ends(channel, event.id)).toEqual(["FULFILLED"]);
  });

  it.each([
    ["played while it is fresh", 9, "FULFILLED", 1],
    ["given back when it is old", 11, "CANCELED", 0],
  ])("that never reached us is caught up: %s", async (_, minutes, end, kegs) => {
    const ann = person("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    const event = kegBy(ann, minutes);
    expect((await channel.notify(redeemed, { event, ...lost })).status).toBe(0);
    expect((await channel.look()).ledger).toEqual([]);

    expect((await channel.ask("POST", "setup")).status).toBe(200);
    const seen = await channel.until(({ redemptions }) => redemptions.get(event.id) === end);
    expect(opened(seen.lines)).toHaveLength(kegs);
    expect(await ends(channel, event.id)).toEqual([end]);
  });

  it("that was caught up and then arrives after all is not played twice", async () => {
    const ann = person("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    const event = { id: randomUUID(), user_id: ann.id, reward: { key: "keg" } };
    await channel.notify(redeemed, { event, ...lost });
    await channel.ask("POST", "setup");
    const { status } = await channel.notify(redeemed, { event });

    expect(status).toBe(204);
    const seen = await channel.untilOver(lastWords);
    expect(opened(seen.lines)).toHaveLength(1);
    expect(await channel.counts()).toMatchObject({ duplicate: 1 });
  });
});

describe.concurrent("setting up", () => {
  it("asks anew, once each, for the subscriptions that Twitch has taken away", async () => {
    const ann = person("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    await channel.revoke("notification_failures_exceeded");
    expect((await channel.ask("POST", "setup")).status).toBe(200);
    expect((await channel.ask("POST", "setup")).status).toBe(200);

    const { subscriptions } = await channel.untilSubscribed();
    const types = subscriptions.map(({ type }) => type);
    expect(types).toEqual([...new Set(types)]);
    expect(types).toEqual(expect.arrayContaining([redeemed, "channel.chat.message"]));
    await channel.redeem("keg", ann);
    await channel.untilOver(lastWords);
  });

  it("changes nothing when everything is there", async () => {
    const channel = await openChannel();
    const before = await channel.state();
    const first = await (await channel.ask("POST", "setup")).json();
    const second = await (await channel.ask("POST", "setup")).json();

    expect(second).toEqual(first);
    expect(second).toMatchObject({ problems: [], rewards: { keg: `reward-${channel.id}-keg` } });
    expect(await channel.state()).toEqual(before);
  });
});
