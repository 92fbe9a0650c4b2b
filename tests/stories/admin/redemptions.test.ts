/** The ledger in an owner's hands: ends by hand, and second tries at what was given up. */
import { describe, expect, it } from "vitest";
import { type Channel, ends, itemsIn, openChannel, people, type Person, stateOf } from "../channel.ts";
import { askProduct, until } from "../place.ts";

const status = ({ status: code }: Response) => code;
const entryOf = async (channel: Channel, id: string) =>
  (await channel.ledger()).find((entry) => entry.id === id);

/** Somebody who waits at the table of 21, alone. */
async function waiting(): Promise<{ channel: Channel; ann: Person; id: string }> {
  const [ann] = people("ann");
  const channel = await openChannel({ chatters: [ann] });
  return { channel, ann, id: await channel.redeem("twenty-one", ann) };
}

const toTwitch = { path: "/custom_rewards/redemptions", method: "PATCH" } as const;

describe.concurrent("a redemption that is in play", () => {
  it("is refunded by hand once, however often it is asked", async () => {
    const { channel, id } = await waiting();
    expect(await entryOf(channel, id)).toMatchObject({ state: "UNFULFILLED", stands: "in-play" });
    const refund = () => channel.ask("POST", `redemptions/${id}/refund`);
    // Both are to come before Twitch has answered to the first.
    await channel.goesWrong({ path: "/redemptions", method: "PATCH", delayMs: 3_000, times: 1 });
    expect((await Promise.all([refund(), refund()])).map(status)).toEqual([200, 200]);

    await channel.until(
      (look) => stateOf(look, id) === "CANCELED" && look.redemptions.get(id) === "CANCELED",
    );
    expect(await ends(channel, id)).toEqual(["CANCELED"]);
    const late = await refund();
    expect([late.status, await late.json()]).toEqual([
      409,
      expect.objectContaining({ detail: "It has ended: its points were given back" }),
    ]);
    const changes = itemsIn<{ subject: string; what: string; ending: string; after: unknown }>(
      await (await askProduct("GET", "/api/audit?limit=1000")).json(),
    ).filter(({ subject }) => subject === `${channel.id} ${id}`);
    expect(changes.map(({ ending }) => ending).toSorted()).toEqual(["done", "done", "refused"]);
    expect(changes.at(-1)).toMatchObject({ after: { state: "CANCELED", viewer: "ann" } });
  });

  it("leaves its game: whoever was refunded waits for no opponent", async () => {
    const { channel, ann, id } = await waiting();
    await channel.ask("POST", `redemptions/${id}/refund`);
    await channel.until((look) => stateOf(look, id) === "CANCELED");
    const features = (await (await channel.ask("GET", "features")).json()) as Record<string, unknown>;
    expect(JSON.stringify(features["twenty-one"])).not.toContain(ann.id);
  });

  it("is spent by hand, and its game cannot give it back any more", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann], keg: { fuseSeconds: 3, boarsNeeded: 1 } });
    const keg = await channel.redeem("keg", ann);
    expect(status(await channel.ask("POST", `redemptions/${keg}/fulfil`))).toBe(200);
    await channel.untilOver(/Выздоравливайте|[Бб]аллы|спас/);
    expect(await ends(channel, keg)).toEqual(["FULFILLED"]);
  });

  it("keeps the end that was chosen first while Twitch is away, and gets it when Twitch is back", async () => {
    const { channel, id } = await waiting();
    const mend = await channel.goesWrong({ ...toTwitch, status: 500 });
    expect(status(await channel.ask("POST", `redemptions/${id}/refund`))).toBe(200);
    expect(await entryOf(channel, id)).toMatchObject({ state: "UNFULFILLED", stands: "ending" });
    expect(status(await channel.ask("POST", `redemptions/${id}/refund`))).toBe(200);
    expect(status(await channel.ask("POST", `redemptions/${id}/fulfil`))).toBe(409);
    await mend();
    await channel.until((look) => stateOf(look, id) === "CANCELED");
    expect(await ends(channel, id)).toEqual(["CANCELED"]);
  });

  it("that nobody knows is not found", async () => {
    const channel = await openChannel();
    expect(status(await channel.ask("POST", "redemptions/no-such-thing/refund"))).toBe(404);
  });
});

describe.concurrent("the ledger", () => {
  it("is looked through by state, reward and viewer, part by part", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ chatters: [ann, bob] });
    await channel.redeem("twenty-one", ann);
    for (const viewer of [ann, bob, ann]) await channel.redeem("boar", viewer);
    await channel.until(({ ledger }) => ledger.filter(({ state }) => state === "CANCELED").length === 3);
    const found = async (query: string) => {
      const answer: unknown = await (await channel.ask("GET", `redemptions?${query}`)).json();
      return itemsIn<{ reward: string; viewer: string }>(answer).map(
        ({ reward, viewer }) => `${viewer} ${reward}`,
      );
    };
    expect(await found("state=UNFULFILLED")).toEqual(["ann twenty-one"]);
    expect(await found("reward=boar&viewer=AN")).toEqual(["ann boar", "ann boar"]);
    expect(await found("viewer=nobody")).toEqual([]);

    const first = (await (await channel.ask("GET", "redemptions?limit=3")).json()) as { next: string };
    expect(await found(`limit=3&cursor=${encodeURIComponent(first.next)}`)).toEqual(["ann twenty-one"]);
    expect(status(await channel.ask("GET", "redemptions?cursor=nonsense"))).toBe(400);
  });
});

interface Letter {
  readonly key: string;
  readonly about: string;
  readonly why: string;
  readonly obstacle?: string;
}

const letters = async (channel: Channel) =>
  itemsIn<Letter>(await (await channel.ask("GET", "dead-letters")).json());

async function untilBuried(channel: Channel): Promise<string> {
  const [letter] = await until(
    () => letters(channel),
    ({ length }) => length > 0,
  );
  return encodeURIComponent(letter?.key ?? "");
}

describe.concurrent("a dead letter", () => {
  it("of a refund that Twitch would not take is tried again after the outage, once", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const mend = await channel.goesWrong({ ...toTwitch, status: 403 });
    const boar = await channel.redeem("boar", ann);
    const key = await untilBuried(channel);
    expect(await letters(channel)).toMatchObject([{ about: "errand" }]);
    expect(await entryOf(channel, boar)).toMatchObject({ stands: "given-up" });
    await mend();

    const replay = () => channel.ask("POST", `dead-letters/${key}/replay`);
    expect((await Promise.all([replay(), replay()])).map(status).toSorted()).toEqual([200, 404]);
    await channel.until((look) => stateOf(look, boar) === "CANCELED");
    expect(await ends(channel, boar)).toEqual(["CANCELED"]);
    expect(await letters(channel)).toEqual([]);
  });

  it("comes back when Twitch says no again, and may be refunded by hand instead", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const mend = await channel.goesWrong({ ...toTwitch, status: 403 });
    const boar = await channel.redeem("boar", ann);
    const key = await untilBuried(channel);
    await channel.ask("POST", `dead-letters/${key}/replay`);
    await untilBuried(channel);
    await mend();
    expect(status(await channel.ask("POST", `redemptions/${boar}/refund`))).toBe(200);
    await channel.until((look) => stateOf(look, boar) === "CANCELED");

    const refused = await channel.ask("POST", `dead-letters/${key}/replay`);
    expect([refused.status, await refused.json()]).toEqual([
      409,
      expect.objectContaining({ detail: expect.stringContaining("has ended") }),
    ]);
    expect(status(await channel.ask("DELETE", `dead-letters/${key}`))).toBe(200);
    expect(status(await channel.ask("DELETE", `dead-letters/${key}`))).toBe(404);
    expect(await letters(channel)).toEqual([]);
  });

  it("of a line that Twitch would not show is said, if it is not too late", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const drop_reason = { code: "msg_rejected", message: "Your message is being checked by mods." };
    const body = { data: [{ message_id: "", is_sent: false, drop_reason }] };
    await channel.goesWrong({ path: "/chat/messages", status: 200, body, times: 1 });
    await channel.redeem("boar", ann);
    const key = await untilBuried(channel);
    expect(status(await channel.ask("POST", `dead-letters/${key}/replay`))).toBe(200);
    expect((await channel.untilSaid(/@ann/)).lines).toHaveLength(1);
  });

  it("of a row that Postgres refuses can be tried again, and comes back", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const dear = { id: crypto.randomUUID(), user_id: ann.id, reward: { key: "boar", cost: 3_000_000_000 } };
    await channel.notify("channel.channel_points_custom_reward_redemption.add", { event: dear });
    const key = await untilBuried(channel);
    const [before] = await letters(channel);
    expect(before).toMatchObject({ about: "row" });
    expect(status(await channel.ask("POST", `dead-letters/${key}/replay`))).toBe(200);
    await untilBuried(channel);
  });
});
