import { describe, expect, it } from "vitest";
import { askWorld } from "../place.ts";
import { buttonsOf, type Seen } from "../telegram.ts";
import {
  forwardedFrom,
  makesMapping,
  mappingsBetween,
  newChannel,
  openPanel,
  type Visitor,
} from "./panel.ts";

const { newAdmin } = openPanel();

/** What the bot has said last, the newest last. */
const lastOf = async (admin: Visitor, count: number) =>
  (await admin.hears()).slice(-count).map(({ text }) => text);

/** The file that the bot has sent last, as text. */
async function fileOf(admin: Visitor): Promise<string> {
  const sent = (await admin.hears()).findLast(({ files }) => files.length > 0);
  const path = new URL(sent?.files[0]?.url ?? "", "http://world").pathname;
  return JSON.stringify(await askWorld("GET", path));
}

const document = (content: string, file_name = "file.json") => ({ document: { content, file_name } });

async function withMapping(name: string): Promise<{
  admin: Visitor;
  card: Seen;
  news: { id: number };
  mirror: { id: number };
  settings: () => Promise<unknown>;
}> {
  const admin = newAdmin();
  const [news, mirror] = [await newChannel(`News ${name}`), await newChannel(`Mirror ${name}`)];
  const card = await makesMapping(admin, news, mirror);
  const settings = async () => (await mappingsBetween([news], [mirror]))[0]?.["settings"];
  return { admin, card, news, mirror, settings };
}

describe("the rules of a mapping, in the forwarder's panel", () => {
  it("has keywords added and removed by buttons", async () => {
    const { admin: ann, settings } = await withMapping("keywords");
    await ann.press("🔍 Filters");
    await ann.press("➕ Keywords");
    await ann.press(/^➖ Unwanted/);
    await ann.press("Regular expression");
    expect((await ann.say("(a+")).text).toMatch(/“\(a\+”: is no regex that RE2 can read/);
    expect((await ann.say(String.raw`(.)\1`)).text).toContain("RE2 has no back references");
    const summary = await ann.say("casino\n\nb[ae]ts?\ncasino");
    expect(summary.text).toContain("• casino\n• b[ae]ts?");
    expect((await ann.press("✅ Confirm")).text).toContain("Unwanted keywords: “casino”, “b[ae]ts?”");
    await ann.press("➕ Keywords");
    await ann.press(/^➕ Wanted/);
    await ann.press("Whole word");
    // A list that is too long to type comes as a file.
    await ann.say(document("sale\nоткрытие", "words.txt"));
    await ann.press("⬜ Case matters");
    await ann.press("✅ Confirm");
    expect(await settings()).toMatchObject({
      filters: {
        keywords: {
          include: [
            { find: "sale", as: "word", caseSensitive: true },
            { find: "открытие", as: "word", caseSensitive: true },
          ],
          exclude: [
            { find: "casino", as: "regex", caseSensitive: false },
            { find: "b[ae]ts?", as: "regex", caseSensitive: false },
          ],
        },
      },
    });
    await ann.press("➖ Keywords");
    await ann.press("⬜ ➖ casino");
    await ann.press("⬜ ➕ sale");
    expect((await ann.press("🗑 Remove (2)")).text).toContain("Unwanted keywords: “b[ae]ts?”");
    await ann.press("🖼 Kinds of posts");
    await ann.press("⬜ a photo");
    await ann.press("⬜ a video");
    expect((await ann.press("✅ Apply (2)")).text).toContain("Kinds: 2 chosen");
    await ann.press("Size");
    expect((await ann.say("huge")).text).toContain("a whole number from 0 to 4000");
    await ann.say("20");
    await ann.press("Links: any posts");
    expect(await settings()).toMatchObject({
      filters: { media: { allow: ["photo", "video"] }, size: { mostBytes: 20_000_000 }, links: "only" },
    });
  });

  it("can be tested: the filter that decides is named, and the text is shown here and nowhere else", async () => {
    const { admin: ann, news, mirror } = await withMapping("test");
    await ann.press("🔍 Filters");
    await ann.press("➕ Keywords");
    await ann.press(/^➖ Unwanted/);
    await ann.press("Whole word");
    await ann.say("casino");
    await ann.press("✅ Confirm");
    await ann.press("⬅ Back");
    await ann.press("✏ Transforms");
    await ann.press("➕ Replace");
    await ann.press("Whole word");
    await ann.say("News");
    expect((await ann.say("Old tales")).text).toContain("“News” → “Old tales”");
    await ann.press("✅ Confirm");
    await ann.press("➕ Text below");
    await ann.say("— from us");
    await ann.press("🧪 Test");

    await ann.say("Come to the casino!");
    const [refused] = await lastOf(ann, 2);
    expect(refused).toBe("❌ The post stays. Decided by: Keywords\nWhy: it contains “casino”");
    await ann.say(forwardedFrom(news, "News of the day"));
    const [carried, result, again] = await lastOf(ann, 3);
    expect(carried).toMatch(/^✅ The post goes\.[^]*sent as a text/);
    expect(result).toMatch(/^Old tales of the day\s+— from us$/);
    expect(again).toContain("Send or forward a message");
    const { chats } = await askWorld<{ chats: { messages: unknown[] }[] }>(
      "GET",
      `/telegram/state?chat=${mirror.id}`,
    );
    expect(chats[0]?.messages).toEqual([]);
    expect((await ann.press("⬅ Back")).text).toContain("✅ News test");
  });

  it("go to a file, and from it to another mapping", async () => {
    const one = await withMapping("one");
    const ann = one.admin;
    await ann.press("✏ Transforms");
    await ann.press("➕ Text above");
    await ann.say("📰");
    await ann.press("⬅ Back");
    await ann.press("💾 Rules to file");
    const file = await fileOf(ann);
    const other = await withMapping("other");
    const bob = other.admin;
    await bob.press("📂 Rules from file");
    expect((await bob.say(document("no JSON"))).text).toContain("This is no JSON file");
    expect((await bob.say(document('{"version":1,"filter":{}}'))).text).toContain("These are no rules");
    expect(await bob.say("words")).toMatchObject({ text: expect.stringContaining("I need a file.") });
    expect((await bob.say(document(file))).text).toContain("transforms: 1");
    expect(await other.settings()).toEqual({ transforms: [{ is: "header", text: "📰" }] });
  });

  it("and all mappings go to a file, and come back from it", async () => {
    const { admin: ann, news, mirror } = await withMapping("exported");
    await ann.press("🔀 Mappings");
    await ann.press("💾 Export");
    const file = JSON.parse(await fileOf(ann)) as { mappings: { source: string }[] };
    const ours = file.mappings.filter(({ source }) => source === String(news.id));
    expect(ours).toHaveLength(1);
    await ann.say("/mappings");
    await ann.press("📂 Import");
    const spare = await newChannel("Spare");
    const wanted = {
      version: 1,
      mappings: [
        { ...ours[0], settings: { silent: true } },
        { ...ours[0], target: String(spare.id), label: "Brought" },
        { ...ours[0], target: "@nobody_has_this_name" },
      ],
    };
    const report = await ann.say(document(JSON.stringify(wanted)));
    expect(report.text).toMatch(/Created: 1, changed: 1, as before: 0, skipped: 1[^]*Telegram knows no chat/);
    expect(await mappingsBetween([news], [mirror, spare])).toMatchObject([
      { settings: { silent: true } },
      { label: "Brought" },
    ]);
  });

  it("are copied to other mappings, when that is confirmed", async () => {
    const [one, other] = [await withMapping("giver"), await withMapping("taker")];
    const ann = one.admin;
    await ann.press("🎛 Options");
    await ann.press("Sound: 🔔 on");
    await ann.press("⬅ Back");
    await ann.press("📋 Copy settings to…");
    while (!buttonsOf(await ann.screen()).some((label) => label.includes("News taker"))) await ann.press("▶");
    await ann.press(/News taker/);
    await ann.press("📋 Everything (1)");
    expect((await ann.screen()).text).toContain("All settings of these are overwritten. Mappings: 1");
    expect(await other.settings()).toEqual({});
    expect((await ann.press("✅ Confirm")).text).toContain("✅ Settings copied to mappings: 1");
    expect(await other.settings()).toEqual({ silent: true });
  });
});
