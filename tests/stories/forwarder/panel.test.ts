import { describe, expect, it } from "vitest";
import { askPostgres, goesWrong } from "../place.ts";
import { buttonsOf, type Seen } from "../telegram.ts";
import {
  forwardedFrom,
  makesMapping,
  mappingsBetween,
  newChannel,
  newId,
  openPanel,
  Visitor,
} from "./panel.ts";

const { newAdmin } = openPanel();

/** The buttons of things that can be marked or opened. */
const marksOf = (screen: Seen) => buttonsOf(screen).filter((label) => /^[☑⬜]/u.test(label));

describe("the forwarder's panel", () => {
  it.each([
    ["en", "➕ Add mapping", "📋 Copy", "Created: 1, skipped: 0", "No post yet"],
    ["ru", "➕ Добавить связку", "📋 Копия", "Создано: 1, пропущено: 0", "Постов ещё не было"],
  ])("leads a new administrator from /start to a mapping (%s)", async (language, add, copy, made, card) => {
    const ann = newAdmin(language);
    const [news, mirror] = [await newChannel(`News ${language}`), await newChannel(`Mirror ${language}`)];
    await ann.say("/start");
    await ann.press(add);
    await ann.say(forwardedFrom(news));
    await ann.press(/\(1\) ➡/);
    await ann.say(String(mirror.id));
    await ann.press(/\(1\) ➡/);
    await ann.press(copy);
    const summary = await ann.press(/➡/);
    expect(summary.text).toContain(`News ${language}`);
    expect(summary.text).toContain(`Mirror ${language}`);
    const report = await ann.press(/^✅/);
    expect(report.text).toContain(made);
    const [open] = buttonsOf(report);
    expect((await ann.press(open ?? "")).text).toContain(card);
    expect(await mappingsBetween([news], [mirror])).toMatchObject([{ enabled: true }]);
  });

  it.each([
    ["en", "This bot is run by its administrators"],
    ["ru", "Этим ботом управляют его администраторы"],
  ])("tells strangers that it is not for them, once for each message (%s)", async (language, words) => {
    const bob = new Visitor(newId(), language);
    for (const text of ["/start", "/admin", "hello"]) expect((await bob.say(text)).text).toContain(words);
    expect(await bob.hears()).toHaveLength(3);
    const ann = newAdmin();
    const menu = await ann.say("/start");
    // Somebody who has got hold of the bot's data presses what an administrator would.
    const [refusal] = await bob.hears();
    expect(await bob.pressData(refusal as Seen, "do:delete:1")).toContain(words);
    expect(buttonsOf(menu)).toContain("🔀 Mappings");
  });

  it("shows every menu, and speaks the language that is chosen", async () => {
    const ann = newAdmin();
    await ann.say("/start");
    const menus = [
      ["📥 Sources", /^📥 Sources/],
      ["📤 Targets", /^📤 Targets/],
      ["🔀 Mappings", /^🔀 Mappings/],
      ["⏳ Queue", /^⏳ In line: 0/],
      ["☠ Dead letters", /^☠ Dead letters: 0/],
      ["📊 Statistics", /^📊 Statistics\nCarried: \d+/],
      ["👤 Accounts", /Accounts of users come later/],
      ["❓ Help", /^How it works/],
    ] as const;
    for (const [label, words] of menus) {
      expect((await ann.press(label)).text).toMatch(words);
      await ann.press("🏠 Menu");
    }
    await ann.press("⚙ Settings");
    expect((await ann.press(/Русский/)).text).toContain("На каком языке");
    expect((await ann.say("/help")).text).toContain("Как это работает");
    // All of it in one message, as it is pressed; the help is an answer of its own.
    expect(await ann.hears()).toHaveLength(2);
  });

  it("makes every source flow to every target, and leaves out what is there, with the reason", async () => {
    const ann = newAdmin();
    const sources = await Promise.all([1, 2, 3, 4, 5].map((number) => newChannel(`From ${number}`)));
    const targets = await Promise.all([1, 2, 3, 4, 5].map((number) => newChannel(`To ${number}`)));
    await makesMapping(ann, sources[0] as never, targets[0] as never);
    await ann.say("/start");
    await ann.press("➕ Add mapping");
    for (const { id } of sources) await ann.say(String(id));
    await ann.press("Next (5) ➡");
    for (const { id } of targets) await ann.say(String(id));
    await ann.press("Next (5) ➡");
    await ann.press("↪ Forward");
    await ann.press("Sound: 🔔 on");
    await ann.press("Next ➡");
    expect((await ann.screen()).text).toContain("New mappings: 25");
    const report = await ann.press("✅ Confirm");
    expect(report.text).toContain("Created: 24, skipped: 1");
    expect(report.text).toContain("• From 1 → To 1: There is such a mapping already.");
    const made = await mappingsBetween(sources, targets);
    expect(made).toHaveLength(25);
    expect(made.at(-1)?.["settings"]).toEqual({ mode: "forward", silent: true });

    // Pages: in the same order each time, every mapping on one of them.
    const [, first = "", pages = ""] =
      /(\d+)\/(\d+)/.exec(buttonsOf(await ann.press("🔀 Mappings")).join()) ?? [];
    expect([first, Number(pages) >= 4]).toEqual(["1", true]);
    const seen: string[] = [];
    for (let page = 1; page <= Number(pages); page++) {
      const screen = await ann.screen();
      expect(buttonsOf(screen)).toContain(`${page}/${pages}`);
      seen.push(...buttonsOf(screen).filter((label) => label.includes("→")));
      await ann.press("▶");
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(25);
    await ann.press("◀");
    expect(buttonsOf(await ann.screen())).toContain(`${Number(pages) - 1}/${pages}`);

    // Many at once.
    await ann.press("☑ Several at once");
    expect(marksOf(await ann.press("Page")).filter((label) => label.startsWith("☑"))).toHaveLength(8);
    expect((await ann.press("All")).text).toContain(`Marked: ${seen.length}`);
    expect((await ann.press("None")).text).toContain("Marked: 0");
    expect((await ann.press(/^✅ Turn on/)).text).toContain("Nothing is marked yet.");
    await ann.press("▶");
    await ann.press(/^⬜ ✅ From/u);
    await ann.press(/^⬜ ✅ From/u);
    expect((await ann.screen()).text).toContain("Marked: 2");
    expect((await ann.press("❌ Turn off (2)")).text).toContain("Done: 2");
    const off = (await mappingsBetween(sources, targets)).filter(({ enabled }) => !enabled);
    expect(off).toHaveLength(2);
  });

  it("turns a mapping off and on, names it, changes it and deletes it", async () => {
    const ann = newAdmin();
    const [news, mirror] = [await newChannel("News"), await newChannel("Mirror")];
    const only = async () => (await mappingsBetween([news], [mirror]))[0];
    expect((await makesMapping(ann, news, mirror)).text).toMatch(/^✅ News → Mirror\nMode: copy/);
    expect((await ann.press("❌ Turn off")).text).toMatch(/^❌ News → Mirror/);
    expect(await only()).toMatchObject({ enabled: false });
    await ann.press("✅ Turn on");
    await ann.press("🏷 Label");
    expect((await ann.say("x".repeat(65))).text).toContain("at most 64 characters");
    expect((await ann.say("Breaking")).text).toContain("✅ Breaking\nNews → Mirror");
    expect((await ann.press("Mode: copy")).text).toContain("Mode: forward, with the author");
    await ann.press("🎛 Options");
    await ann.press("Edits: follow");
    expect(buttonsOf(await ann.screen())).toContain("Edits: post again");
    await ann.press("Quiet hours");
    expect((await ann.say("at night")).text).toContain("two times such as 23:00-07:30");
    expect((await ann.say("23:00-07:30 Europe/Berlin")).text).toContain("23:00–07:30 Europe/Berlin");
    const { id, settings } = (await only()) ?? {};
    expect(settings).toEqual({
      mode: "forward",
      edits: "repost",
      quietHours: { from: "23:00", to: "07:30" },
      timeZone: "Europe/Berlin",
    });

    await askPostgres(
      "update forward_mappings set last_mode = 'copy (cannot_forward)', last_carried_at = now() - interval '3 hours', trouble = 'no_rights' where id = $1",
      id,
    );
    const card = await ann.press("⬅ Back");
    expect(card.text).toContain("✅⚠️ Breaking");
    expect(card.text).toContain("forward (fell back to copy: it cannot be forwarded)");
    expect(card.text).toContain("Last post 3 h ago");
    expect(card.text).toContain("⚠️ the bot may not post there");

    await ann.press("🗑 Delete");
    expect((await ann.press("🗑 Yes, delete")).text).toContain("🔀 Mappings");
    expect(await only()).toBeUndefined();
    // Every change was noted, with who made it.
    const audit = await askPostgres("select who, what from audit where subject = $1 order by id", String(id));
    expect(new Set(audit.map(({ who }) => who))).toEqual(new Set([`telegram:${ann.id}`]));
    expect(audit.at(0)).toMatchObject({ what: "mapping.created" });
    expect(audit.at(-1)).toMatchObject({ what: "mapping.removed" });
    // And the old card says that it is gone.
    expect(await ann.pressData(card, `do:enable:${String(id)}:false`)).toBe(`There is no mapping ${id}.`);
  });

  it("refuses a loop until it is confirmed", async () => {
    const ann = newAdmin();
    const [here, there] = [await newChannel("Here"), await newChannel("There")];
    await makesMapping(ann, here, there);
    await ann.say("/start");
    await ann.press("➕ Add mapping");
    await ann.say(String(there.id));
    await ann.press("Next (1) ➡");
    await ann.say(String(here.id));
    await ann.press("Next (1) ➡");
    await ann.press("📋 Copy");
    await ann.press("Next ➡");
    const report = await ann.press("✅ Confirm");
    expect(report.text).toContain("Created: 0, skipped: 1");
    expect(report.text).toContain("close a loop");
    expect((await ann.press("🔁 Create the loop all the same")).text).toContain("Created: 1, skipped: 0");
  });

  it("slows down whoever presses faster than a person can, and nobody while Redis is away", async () => {
    const [ann, bob] = [newAdmin(), newAdmin()];
    const menu = await ann.say("/start");
    const presses = Array.from({ length: 130 }, () => ann.pressData(menu, "see:help"));
    expect(await Promise.all(presses)).toContain("Not so fast, please. Try again in a minute.");
    const mended = await goesWrong("redis", { reset: true });
    expect((await bob.say("/start")).text).toContain("🔀 Forwarder");
    await mended();
  });
});
