import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Channel, itemsIn, openChannel, type Person, person, stateOf } from "./channel.ts";
import { hmac, knock, type Knock } from "./knock.ts";
import { askPostgres, logged, place, until } from "./place.ts";

const redeemed = "channel.channel_points_custom_reward_redemption.add";
const chatMessage = "channel.chat.message";
const minute = 60_000;

const momentIn = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** A notification that a viewer has redeemed the boar, as Twitch writes it. */
function boarRedeemed({ id, broadcaster }: Channel, viewer: Person, redemption: string = randomUUID()) {
  return {
    subscription: {
      id: randomUUID(),
      type: redeemed,
      version: "1",
      status: "enabled",
      condition: { broadcaster_user_id: id },
      transport: { method: "webhook", callback: `${place.product}/twitch/eventsub` },
    },
    event: {
      id: redemption,
      broadcaster_user_id: id,
      broadcaster_user_login: broadcaster.login,
      broadcaster_user_name: broadcaster.name,
      user_id: viewer.id,
      user_login: viewer.login,
      user_name: viewer.name,
      user_input: "",
      status: "unfulfilled",
      reward: { id: `reward-${id}-boar`, title: "Прибежать кабанчиком на пиво", cost: 500, prompt: "" },
      redeemed_at: new Date().toISOString(),
    },
  };
}

/** A channel with somebody in it, and what Twitch would send of him. */
async function scene() {
  const ann = person("ann");
  const channel = await openChannel({ chatters: [ann] });
  const body = JSON.stringify(boarRedeemed(channel, ann));
  return { channel, ann, body };
}

describe.concurrent("a forged notification", () => {
  it.each<[string, (genuine: Knock) => Omit<Knock, "body"> & { readonly body?: string }]>([
    ["signed with another secret", () => ({ secret: "embedded-eventsub-secret" })],
    ["signed with an empty secret", () => ({ secret: "" })],
    ["that was changed after it was signed", (genuine) => signatureOf({ ...genuine, body: "{}" })],
    ["signed under another id", (genuine) => signatureOf({ ...genuine, id: randomUUID() })],
    ["signed for another moment", (genuine) => signatureOf({ ...genuine, timestamp: momentIn(-1_000) })],
    ["signed with SHA-1", (genuine) => ({ headers: { [header]: `sha1=${hmac("sha1", genuine)}` } })],
    ["with a SHA-1 that calls itself SHA-256", (genuine) => signature(hmac("sha1", genuine))],
    ["with a signature cut short", (genuine) => signature(hmac("sha256", genuine).slice(0, 63))],
    ["with a signature that is too long", (genuine) => signature(`${hmac("sha256", genuine)}0`)],
    ["with a signature that is no hex", () => signature("z".repeat(64))],
    ["with the bare hex", (genuine) => ({ headers: { [header]: hmac("sha256", genuine) } })],
    ["with an empty signature", () => ({ headers: { [header]: "" } })],
    ["without a signature", () => ({ headers: { [header]: undefined } })],
    ["without an id", () => ({ headers: { "Twitch-Eventsub-Message-Id": undefined } })],
    ["without a moment", () => ({ headers: { "Twitch-Eventsub-Message-Timestamp": undefined } })],
    ["with two signatures", (genuine) => twice(`sha256=${hmac("sha256", genuine)}`)],
    ["with a wrong signature before the right one", (genuine) => twice("sha256=0", hmac("sha256", genuine))],
  ])("%s is refused, leaves nothing, and does not spoil the real one", async (_, forge) => {
    const { channel, body } = await scene();
    const genuine = { id: randomUUID(), timestamp: momentIn(0), body };

    expect((await knock({ ...genuine, ...forge(genuine) })).status).toBe(403);
    expect(await channel.ledger()).toEqual([]);
    expect((await channel.counts())["taken"]).toBeUndefined();

    expect((await knock(genuine)).status).toBe(204);
    expect(await channel.ledger()).toHaveLength(1);
  });
});

const header = "Twitch-Eventsub-Message-Signature";
const signature = (hex: string) => ({ headers: { [header]: `sha256=${hex}` } });
const signatureOf = (other: Knock) => signature(hmac("sha256", other));
const twice = (one: string, other = one) => ({ headers: { [header]: [one, other] } });

describe.concurrent("a notification", () => {
  it.each([
    ["11 minutes old", momentIn(-11 * minute)],
    ["11 minutes ahead", momentIn(11 * minute)],
    ["of no moment", "yesterday"],
    ["of a moment that cannot be", "2026-13-45T25:61:61Z"],
    ["of the year zero", "0000-01-01T00:00:00Z"],
  ])("%s is accepted, so that Twitch does not send it again, and not played", async (_, timestamp) => {
    const { channel, body } = await scene();

    expect((await knock({ body, timestamp })).status).toBe(204);
    expect(await channel.ledger()).toEqual([]);
  });

  it.each([
    ["almost 10 minutes old", -10 * minute + 5_000],
    ["almost 10 minutes ahead", 10 * minute - 5_000],
    ["of now", 0],
  ])("%s is played", async (_, milliseconds) => {
    const { channel, body } = await scene();
    // Twitch writes nanoseconds.
    const timestamp = momentIn(milliseconds).replace("Z", "123456Z");

    expect((await knock({ body, timestamp })).status).toBe(204);
    expect(await channel.ledger()).toHaveLength(1);
  });

  it.each([
    ["an unknown type", { type: "channel.watch_streak.begin" }],
    ["a type we take no part in", { type: "stream.online" }],
    ["a chat line with nothing in it", { type: chatMessage, event: { message: null } }],
    ["a redemption without a reward", { type: redeemed, event: { reward: null } }],
    ["a redemption without an event", { type: redeemed, event: null }],
    ["a redemption that is a list", { type: redeemed, event: [] }],
    ["an unknown kind of message", { type: redeemed, messageType: "conduit_hint" }],
    [
      "a redemption by nobody",
      { type: redeemed, event: { user_id: null, user_login: null, user_name: null } },
    ],
  ])("with %s is accepted and leaves nothing", async (_, { type, ...message }) => {
    const channel = await openChannel();

    expect((await channel.notify(type, message)).status).toBe(204);
    expect(await channel.ledger()).toEqual([]);
  });

  it("of a type nobody knows is counted in its channel", async () => {
    const channel = await openChannel();
    await channel.notify("channel.watch_streak.begin");

    const counts = await until(
      () => channel.counts(),
      (now) => "type channel.watch_streak.begin" in now,
    );
    expect(counts["type channel.watch_streak.begin"]).toBe(1);
  });

  it.each([
    ["a version nobody knows", { version: "2" }, {}],
    ["fields nobody knows", {}, { streak: { days: 5 }, user_pronouns: null }],
  ])("of %s is understood as far as it can be", async (_, message, fields) => {
    const { channel, ann } = await scene();
    const event = { user_id: ann.id, reward: { key: "boar" }, ...fields };

    expect((await channel.notify(redeemed, { ...message, event })).status).toBe(204);
    expect(await channel.ledger()).toHaveLength(1);
  });

  it("of a chat line with fragments nobody knows is heard", async () => {
    const { channel, ann } = await scene();
    const message = { text: "hi", fragments: [{ type: "gif", text: "hi", gif: { id: 1 } }, null] };
    await channel.notify(chatMessage, { event: { chatter_user_id: ann.id, message } });

    expect(await channel.counts()).toMatchObject({ quiet: 1 });
  });

  it("of a line that was written in another channel of a shared chat is not heard", async () => {
    const { channel, ann } = await scene();
    const said = { chatter_user_id: ann.id, message: { text: "hi" } };
    const elsewhere = { ...said, source_broadcaster_user_id: "1" };
    const here = { ...said, source_broadcaster_user_id: channel.id };
    for (const event of [elsewhere, here]) await channel.notify(chatMessage, { event });

    expect(await channel.counts()).toMatchObject({ quiet: 1 });
  });
});

describe.concurrent("a challenge", () => {
  it.each(["pogchamp-kappa-360noscope-vohiyo", randomUUID(), "<b>&amp;\u00e9 🐗", " spaces "])(
    "is answered with itself alone: %s",
    async (challenge) => {
      const body = JSON.stringify({ challenge, subscription: { type: redeemed, version: "1" } });
      const answer = await knock({ type: "webhook_callback_verification", body });

      expect(answer).toMatchObject({ status: 200, body: challenge });
      expect(answer.type).toMatch(/^text\/plain\b/);
    },
  );

  it("that is forged is not answered", async () => {
    const body = JSON.stringify({ challenge: "psst", subscription: { type: redeemed, version: "1" } });
    const answer = await knock({ type: "webhook_callback_verification", body, secret: "not-the-secret" });

    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain("psst");
  });
});

describe.concurrent("a revocation", () => {
  it.each([
    "authorization_revoked",
    "user_removed",
    "notification_failures_exceeded",
    "version_removed",
    "moderator_removed",
    "chat_user_banned",
    "a_reason_of_next_year",
  ])("for %s is accepted and logged", async (status) => {
    const channel = await openChannel();
    const answer = await channel.notify(redeemed, { messageType: "revocation", subscription: { status } });

    expect(answer.status).toBe(204);
    const lines = await until(
      async () => logged("eventsub.revoked").filter((line) => line.includes(channel.id)),
      ({ length }) => length > 0,
    );
    expect(lines).toEqual([expect.stringContaining(status)]);
  });
});

describe.concurrent("a body", () => {
  const mebibyte = 1024 * 1024;

  it.each([
    ["a byte over 1 MiB", mebibyte + 1, false],
    ["a byte over 1 MiB, in chunks", mebibyte + 1, true],
  ])("%s is too large", async (_, size, chunked) => {
    const body = Buffer.alloc(size, " ");
    // The door hangs up on whoever still talks, who may not hear why; asking again, he does.
    const answer = await until(
      () => knock({ body, chunked }).catch(() => undefined),
      (heard) => heard !== undefined,
    );
    expect(answer?.status).toBe(413);
  });

  it("of 20 MiB is not listened to to the end", async () => {
    const body = Buffer.alloc(20 * mebibyte, " ");
    // Whoever is still talking when the door hangs up may not hear why.
    const outcome = await knock({ body, chunked: true }).then(
      ({ status }) => status,
      () => "hung up",
    );
    expect([413, "hung up"]).toContain(outcome);
  });

  it.each([false, true])("of 1 MiB is read (in chunks: %s)", async (chunked) => {
    const { channel, body } = await scene();
    const padded = body + " ".repeat(mebibyte - Buffer.byteLength(body));

    expect((await knock({ body: padded, chunked })).status).toBe(204);
    expect(await channel.ledger()).toHaveLength(1);
  });

  it.each<[string, string | Uint8Array]>([
    ["nothing", ""],
    ["no JSON", '{"subscription":'],
    ["null", "null"],
    ["a number", "1"],
    ["a string", '"keg"'],
    ["an empty list", "[]"],
    ["an empty object", "{}"],
    ["100,000 lists in each other", "[".repeat(100_000) + "]".repeat(100_000)],
    ["100,000 lists never closed", "[".repeat(100_000)],
    ["bytes that are no UTF-8", Uint8Array.of(0xff, 0xfe, 0x00, 0xff)],
    ["NULs", "\0\0\0"],
    ["a prototype", '{"__proto__":{"subscription":{"type":"x","version":"1"}}}'],
    ["subscription: null", '{"subscription":null,"event":{}}'],
  ])("of %s is accepted, for Twitch has signed it, and means nothing", async (_, body) => {
    expect((await knock({ body })).status).toBe(204);
    expect((await knock({ body, type: "webhook_callback_verification" })).status).toBe(204);
    expect((await knock({ body, type: "revocation" })).status).toBe(204);
  });

  it("with an event 100,000 deep means nothing", async () => {
    const { channel, body } = await scene();
    const deep = body.replace(/"event":.*$/, `"event":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);

    expect((await knock({ body: deep })).status).toBe(204);
    expect(await channel.ledger()).toEqual([]);
  });

  it("that begins with a byte order mark is read", async () => {
    const { channel, body } = await scene();

    expect((await knock({ body: `\uFEFF${body}` })).status).toBe(204);
    expect(await channel.ledger()).toHaveLength(1);
  });
});

describe.concurrent("what a viewer is called and types", () => {
  it.each([
    ["NUL", "a\0b"],
    ["half an emoji", "\uD83D"],
    ["right to left", "\u202Egnp.exe"],
    ["nothing to see", "\u200B\u200D\u2060"],
    ["a prototype", "__proto__"],
    ["a command", "/ban everybody"],
    ["SQL", `'); drop table "players"; --`],
    ["a template", "{ $host } {{x}} ${x}"],
    ["markup", "<script>alert(1)</script>"],
    ["an essay", "я".repeat(5_000)],
  ])("may be %s: the keg is played, and Postgres keeps it", async (_, name) => {
    const ann = person("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [{ ...ann, name }] });
    const id = randomUUID();
    const event = { id, user_id: ann.id, user_login: "ann", user_name: name, user_input: name };
    const { status } = await channel.notify(redeemed, { event: { ...event, reward: { key: "keg" } } });

    expect(status).toBe(204);
    const seen = await channel.untilOver(/Выздоравливайте/);
    expect(stateOf(seen, id)).toBe("FULFILLED");
    expect(seen.lines).toContainEqual(expect.stringMatching(/^💥 @ann угощает! Облит 1 зритель: @ann$/));
    const kept = () => askPostgres("select input from redemptions where channel_id = $1", channel.id);
    await until(kept, ({ length }) => length === 1);
  });
});

describe("a row that Postgres refuses", () => {
  it("does not hold up the others", async () => {
    const { channel, ann } = await scene();
    const dear = { id: randomUUID(), user_id: ann.id, reward: { key: "boar", cost: 3_000_000_000 } };
    await channel.notify(redeemed, { event: dear });
    await channel.set({ keg: { fuseSeconds: 1 } });
    const keg = await channel.redeem("keg", ann);

    const kept = () => askPostgres("select id from redemptions where channel_id = $1", channel.id);
    expect(await until(kept, ({ length }) => length > 0)).toEqual([{ id: keg }]);
    const buried = itemsIn<{ key: string }>(await (await channel.ask("GET", "dead-letters")).json());
    expect(buried.map(({ key }) => key)).toEqual([`history:redemptions:${dear.id}`]);
  });
});

describe("the door", () => {
  it.each(["GET", "PUT", "DELETE", "OPTIONS"])("is no place for %s", async (method) => {
    const answer = await fetch(`${place.product}/twitch/eventsub`, { method });

    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "not-found" });
  });

  it("stands after all that, and never failed by itself", async () => {
    const { channel, body } = await scene();

    expect((await knock({ body })).status).toBe(204);
    expect(await channel.ledger()).toHaveLength(1);
    expect(logged("workerd has died")).toEqual([]);
    // Whoever asks for something impossible is told so, and that is no failure of the door.
    const failures = logged("door.failed").filter((line) => line.includes('"level":"error"'));
    expect(failures).toEqual([]);
    expect(logged("channel.poison")).toEqual([]);
  });
});
