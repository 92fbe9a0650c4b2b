import { FluentResource } from "@fluent/bundle";
import { expect, it } from "vitest";
import { languages } from "#kernel/i18n";
import { platforms } from "../platform.ts";
import { reasonKinds } from "../reason.ts";
import { progressText, refusalText } from "../says.ts";
import { downloaderTexts, speaking } from "./texts.ts";

const keys = (source: string) => new FluentResource(source).body.map(({ id }) => id).toSorted();
const limits = { mostBytes: 50_000_000, freeDownloads: 10, mostWaiting: 20 };

it("says the same things in Russian and English", () => {
  expect(keys(downloaderTexts.en)).toEqual(keys(downloaderTexts.ru));
});

it.each(languages)("has words for every reason, in %s", (language) => {
  for (const platform of platforms)
    for (const reason of reasonKinds) {
      const said = speaking(language)(refusalText({ is: "refused", reason, errorId: "e" }, platform, limits));
      expect(said).not.toContain("downloader-");
      expect(said).not.toMatch(/[{}]/);
    }
});

it("tells how far it is: place, size, share", () => {
  const say = speaking("en");
  expect(say(progressText({ is: "queued" }, "tiktok", 2))).toContain("Number 2");
  expect(say(progressText({ is: "looking" }, "tiktok", 1))).toContain("TikTok");
  expect(say(progressText({ is: "carrying", bytes: 12_340_000 }, "tiktok", 1))).toContain("12.3 MB");
  expect(say(progressText({ is: "carrying", bytes: 20_000_000, sent: 8_000_000 }, "youtube", 1))).toContain(
    "40 %",
  );
});
