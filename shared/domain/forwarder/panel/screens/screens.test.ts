import { describe, expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { languages } from "#kernel/i18n";
import type { Chat } from "../../chat.ts";
import { mappingSettings } from "../../mapping-settings.ts";
import { contentKinds } from "../../message.ts";
import { speaking } from "../../texts/texts.ts";
import { addingMapping } from "../add-mapping.ts";
import { addingKeywords, addingReplace } from "../add-rules.ts";
import { type Screen, verbatim } from "../button.ts";
import { choosing } from "../choose.ts";
import type { Dialogue } from "../dialogue.ts";
import { fieldNames } from "../fields.ts";
import type { NamedMapping } from "../labels.ts";
import { dialogueScreen } from "./dialogue.ts";
import { dead, deadJob, queue, statistics } from "./jobs.ts";
import * as mappingScreens from "./mapping.ts";
import * as menus from "./menus.ts";

const now = instant(1_800_000_000_000);
const longest = "-1001234567890#123456789";

/** With the longest ids there can be, and one of everything. */
const mapping: NamedMapping = {
  id: 2_147_483_647,
  source: { chat: "-1001234567890", topic: 123_456_789 },
  target: { chat: "-1009876543210" },
  sourceTitle: "A title as long as Telegram allows ".repeat(4).slice(0, 128),
  targetTitle: "🎉".repeat(64),
  label: "",
  enabled: true,
  trouble: "no_rights",
  lastMode: "copy (cannot_forward)",
  lastCarriedAt: instant(now - 90_000_000),
  settings: mappingSettings.parse({
    filters: { keywords: { include: Array.from({ length: 40 }, (_, at) => ({ find: `word ${at}` })) } },
    transforms: [
      { is: "replace", what: { find: "a" }, with: "" },
      { is: "mask-links" },
      { is: "header", text: "above" },
      { is: "footer", text: "below" },
      { is: "template", text: "{text}" },
      { is: "style", as: "bold" },
    ],
    quietHours: { from: "23:00", to: "07:00" },
  }),
};

const chat: Chat = {
  id: "-1001234567890",
  type: "channel",
  title: "News",
  username: "news",
  hasTopics: true,
  isProtected: true,
  access: { status: "left", canRead: false, canPost: false, canEdit: false, canDelete: false, canPin: false },
  trouble: "not_member",
  checkedAt: now,
};

const job = { id: 9_007_199_254_740_991, title: "News", kind: "flood", said: "Too many", endedAt: now };
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...mapping, id: at }));

const menuScreens: Record<string, Screen> = {
  home: menus.home({ total: 0, enabled: 0, troubled: 2 }),
  help: menus.help,
  accounts: menus.accounts,
  settings: menus.settings("ru"),
  sources: menus.chats("sources", [chat], 0),
  "no targets": menus.chats("targets", [], 0),
  chat: menus.chat(chat, { from: 1, to: 2 }, now),
  mappings: menus.mappings(many(100), 5),
  "no mappings": menus.mappings([], 0),
  mapping: mappingScreens.mappingCard(mapping, now),
  deletion: mappingScreens.deletion(mapping),
  options: mappingScreens.mappingOptions(mapping),
  filters: mappingScreens.mappingFilters(mapping),
  transforms: mappingScreens.mappingTransforms(mapping),
  styles: mappingScreens.mappingStyles(mapping),
  queue: queue([{ title: "News", waiting: 3, oldest: now }], now),
  dead: dead([job], 0),
  "dead job": deadJob(job, now),
  statistics: statistics({
    tallies: [{ what: "error", detail: "flood", count: 3 }],
    queue: [{ state: "waiting", jobs: 4 }],
    oldestSeconds: 12.3,
  }),
};

const of = mapping.id;
const dialogues: readonly Dialogue[] = [
  ...(["sources", "targets", "mode", "options", "summary"] as const).map((step) => ({
    ...addingMapping,
    step,
    sources: [longest],
    targets: [longest],
  })),
  ...(["list", "as", "words", "summary"] as const).map((step) => ({
    ...addingKeywords(of),
    step,
    words: ["a"],
  })),
  ...(["as", "find", "with", "summary"] as const).map((step) => ({ ...addingReplace(of), step })),
  ...(["choose", "confirm"] as const).flatMap((step) => [
    { ...choosing({ list: "mappings" }), step, act: "delete" },
    { ...choosing({ list: "copy-settings", mapping: of }), step, act: "filters" },
  ]),
  choosing({ list: "keywords", mapping: of }),
  choosing({ list: "transforms", mapping: of }),
  choosing({ list: "kinds", mapping: of }, contentKinds),
  ...fieldNames.map((field) => ({ is: "fill", step: "words", mapping: of, field }) as const),
  ...(["chat", "post", "file"] as const).map((step) => ({ is: "wait", step, mapping: of }) as const),
  { is: "wait", step: "file" },
];

const items = [longest, ...Array.from({ length: 30 }, (_, at) => `-100123456789${at}`)].map((key) => ({
  key,
  label: verbatim(`Chat ${key}`),
}));

const screens = [
  ...Object.entries(menuScreens),
  ...dialogues.map(
    (dialogue) =>
      [`${dialogue.is} ${dialogue.step}`, dialogueScreen({ dialogue, token: "abcdef" }, items)] as const,
  ),
];

describe.each(languages)("in %s, every screen", (language) => {
  const say = speaking(language);
  it.each(screens)(
    "%s has words for all it says, and room for what its buttons say",
    (_, { lines, rows }) => {
      const words = lines.map(say).join("\n");
      const buttons = rows.flat();
      for (const said of [words, ...buttons.map(({ label }) => say(label))]) {
        expect(said.trim()).not.toBe("");
        expect(said).not.toMatch(/forwarder-|undefined|\[object|\{\$/);
      }
      expect(words.length).toBeLessThanOrEqual(4_096);
      for (const { data } of buttons) expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64);
      // https://core.telegram.org/bots/api#inlinekeyboardmarkup takes a hundred buttons.
      expect(buttons.length).toBeLessThanOrEqual(100);
    },
  );
});
