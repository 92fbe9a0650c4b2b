import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askPostgres, moveTo, place } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { buttonsOf } from "../telegram.ts";
import { forwardedFrom, newChannel, newId, Visitor } from "./panel.ts";

/** Administrators who do not meet. */
const admins = Array.from({ length: 12 }, newId);
let taken = 0;
const newAdmin = (language = "en") => new Visitor(admins[taken++] ?? 0, language);

let close = async () => {};
beforeAll(async () => {
  const taproom = await openTaproom({ TELEGRAM_ADMIN_IDS: admins.join(",") }, place.bundle);
  ({ close } = taproom);
  moveTo(taproom.place);
});
afterAll(() => close());

const mappingsBetween = (source: { id: number }, target: { id: number }) =>
  askPostgres(
    "select id, enabled, settings from forward_mappings where source_chat = $1 and target_chat = $2",
    String(source.id),
    String(target.id),
  );

describe("the forwarder's panel", () => {
  it.each([
    ["en", "➕ Add mapping", "📋 Copy", "Created: 1, skipped: 0", "No post yet"],
    ["ru", "➕ Добавить связку", "📋 Копия", "Создано: 1, пропущено: 0", "Постов ещё не было"],
  ])("leads a new administrator from /start to a mapping (%s)", async (language, add, copy, done, card) => {
    const ann = newAdmin(language);
    const [news, mirror] = [await newChannel(`News ${language}`), await newChannel(`Mirror ${language}`)];
    const start = await ann.say("/start");
    expect(buttonsOf(start)).toContain(add);
    await ann.press(add);
    await ann.say(forwardedFrom(news));
    await ann.press(/\(1\) ➡/);
    await ann.say(String(mirror.id));
    await ann.press(/\(1\) ➡/);
    await ann.press(copy);
    await ann.press(/➡/);
    const summary = await ann.screen();
    expect(summary.text).toContain(`News ${language}`);
    expect(summary.text).toContain(`Mirror ${language}`);
    const report = await ann.press(/✅/);
    expect(report.text).toContain(done);
    const [only] = buttonsOf(report);
    expect((await ann.press(only ?? "")).text).toContain(card);
    expect(await mappingsBetween(news, mirror)).toMatchObject([{ enabled: true }]);
  });
});
