import { describe, expect, it } from "vitest";
import { askPostgres, askWorld } from "../place.ts";
import { buttonsOf } from "../telegram.ts";
import {
  dataOf,
  forwardedFrom,
  makesMapping,
  mappingsBetween,
  newChannel,
  newId,
  openPanel,
  type Visitor,
} from "./panel.ts";

const { newAdmin, restart } = openPanel();

/** Fifteen minutes go by. */
const timePasses = ({ id }: Visitor) =>
  askPostgres(
    "update panel_sessions set value = jsonb_set(value, '{kept,until}', '1') where key = $1",
    `panel:${id}`,
  );

describe("a dialogue of the forwarder's panel", () => {
  it("goes on after a deployment in the middle of it", async () => {
    const ann = newAdmin();
    const [news, mirror] = [await newChannel("News"), await newChannel("Mirror")];
    await ann.say("/start");
    await ann.press("➕ Add mapping");
    await ann.say(forwardedFrom(news));
    await ann.press("Next (1) ➡");
    await restart();
    await ann.say(String(mirror.id));
    await ann.press("Next (1) ➡");
    await restart();
    await ann.press("↪ Forward");
    await ann.press("Next ➡");
    expect((await ann.press("✅ Confirm")).text).toContain("Created: 1, skipped: 0");
    expect(await mappingsBetween([news], [mirror])).toMatchObject([{ settings: { mode: "forward" } }]);
  });

  it("ends politely when nobody goes on with it for 15 minutes", async () => {
    const ann = newAdmin();
    const news = await newChannel("News");
    await ann.say("/start");
    const step = await ann.press("➕ Add mapping");
    await timePasses(ann);
    expect(await ann.pressOn(step, "All")).toContain("The dialogue has expired");
    expect((await ann.screen()).text).toContain("The dialogue has expired");
    await ann.press("➕ Add mapping");
    await timePasses(ann);
    expect((await ann.say(forwardedFrom(news))).text).toContain("The dialogue has expired");
    expect((await ann.say("hello?")).text).toContain("I have not asked for anything just now");
  });

  it("goes back step by step, and can be left at any of them", async () => {
    const ann = newAdmin();
    const [news, mirror] = [await newChannel("News"), await newChannel("Mirror")];
    await ann.say("/start");
    await ann.press("➕ Add mapping");
    expect((await ann.press("Next (0) ➡")).text).toContain("Nothing is marked yet.");
    await ann.say(String(news.id));
    await ann.press("Next (1) ➡");
    await ann.say(String(mirror.id));
    await ann.press("Next (1) ➡");
    expect((await ann.say("forward")).text).toContain("Please answer with a button.");
    await ann.press("📋 Copy");
    await ann.press("⬅ Back");
    await ann.press("⬅ Back");
    expect((await ann.screen()).text).toContain("Step 2 of 5");
    await ann.press("⬅ Back");
    // What was marked is marked still.
    expect(buttonsOf(await ann.screen())).toContain("Next (1) ➡");
    expect((await ann.press("✖ Cancel")).text).toContain("Cancelled, nothing has changed.");
    expect(await mappingsBetween([news], [mirror])).toEqual([]);
    await ann.press("➕ Add mapping");
    expect((await ann.press("⬅ Back")).text).toContain("🔀 Forwarder");
    await ann.press("➕ Add mapping");
    expect((await ann.say("/cancel")).text).toContain("Cancelled");
  });

  it("says of an old button that it has expired, and does nothing", async () => {
    const ann = newAdmin();
    const [news, mirror] = [await newChannel("News"), await newChannel("Mirror")];
    await ann.say("/start");
    await ann.press("➕ Add mapping");
    const first = await ann.say(String(news.id));
    const second = await ann.press("Next (1) ➡");
    const old = "This button has expired. Open the menu again: /start";
    const next = dataOf(first, "Next (1) ➡");
    // Of an earlier step, of an earlier dialogue, of an earlier version, of nobody.
    expect(await ann.pressData(second, next)).toBe(old);
    await ann.say("/start");
    await ann.press("➕ Add mapping");
    expect(await ann.pressData(second, next)).toBe(old);
    for (const data of ["step:abc:sources:next:", "do:explode:1", "begin:nothing", "???", "7"])
      expect(await ann.pressData(second, data)).toBe(old);
    expect(await mappingsBetween([news], [mirror])).toEqual([]);
  });

  it("says of a chat that cannot be used what is wrong with it", async () => {
    const ann = newAdmin();
    const silent = await newChannel("Silent", { botRights: { can_post_messages: false } });
    const left = await newChannel("Left", { botRights: "left" });
    const source = await newChannel("Source");
    const named = await newChannel("Named", { username: `named${newId()}` });
    await ann.say("/start");
    await ann.press("➕ Add mapping");
    const answers = [
      ["what?", /names no chat/],
      ["https://t.me/+AbCdEf", /private invite link/],
      ["@nobody_has_this_name", /Telegram knows no chat/],
      [String(left.id), /The bot is not in “/],
      [`${source.id}#7`, /has no topics/],
    ] as const;
    for (const [input, words] of answers) expect((await ann.say(input)).text).toMatch(words);
    const somebody = { text: "Hi", forwardedFrom: { user: { id: newId(), first_name: "Zoe" } } };
    expect((await ann.say(somebody)).text).toMatch(/Zoe is a person/);
    expect((await ann.say({ text: "Hi", forwardedFrom: { name: "Hidden" } })).text).toMatch(/hides/);

    // By its name, by a link to a post, by its id, by Telegram's own list.
    const { chats } = await askWorld<{ chats: { username?: string }[] }>(
      "GET",
      `/telegram/state?chat=${named.id}`,
    );
    await ann.say(`@${chats[0]?.username}`);
    await ann.say(`https://t.me/c/${String(source.id).slice(4)}/12`);
    await ann.press("📇 Choose from Telegram's list");
    const third = await newChannel("Third");
    await ann.sends({ chat_shared: { request_id: 1, chat_id: third.id } });
    await ann.press("Next (3) ➡");
    await ann.say(String(silent.id));
    await ann.press("Next (1) ➡");
    await ann.press("📋 Copy");
    await ann.press("Next ➡");
    const report = await ann.press("✅ Confirm");
    expect(report.text).toContain("Created: 0, skipped: 3");
    expect(report.text).toContain("In “Silent” the bot may not post.");
  });

  it("does what an update says once, however often Telegram brings it", async () => {
    const ann = newAdmin();
    const [news, mirror] = [await newChannel("News"), await newChannel("Mirror")];
    await makesMapping(ann, news, mirror);
    const message = {
      from: ann.card,
      chat: { id: ann.id, type: "private" },
      text: "/help",
      message_id: 5_000,
    };
    const update = { update_id: 900_000_000 + (newId() % 1_000_000), message };
    for (const _ of [1, 2, 3]) await askWorld("POST", "/telegram/forwarder/update", update);
    const helped = (await ann.hears()).filter(({ text }) => text?.startsWith("How it works"));
    expect(helped).toHaveLength(1);
  });
});
