import { expect, it } from "vitest";
import { cancelButton, cancelledBy, getButton, offerButtons } from "./buttons.ts";
import { postOfStartParameter } from "./link/deep-link.ts";
import type { Offer } from "./quality.ts";
import { speaking } from "./texts/texts.ts";

const post = { platform: "instagram", id: `C${"a_-".repeat(13)}` } as const;
const offers: readonly Offer[] = [
  { quality: "1080", height: 1_080, bytes: 21_000_000 },
  { quality: "720", height: 716, bytes: 9_500_000 },
  { quality: "480", height: 480 },
  { quality: "audio", bytes: 900_000 },
];

const rows = (given: Offer["quality"], cached: readonly Offer["quality"][] = []) =>
  offerButtons(post, offers, given, cached).map((row) => row.map(({ label }) => speaking("en")(label)));

it("offers real heights and sizes, two in a row, and not what is there already", () => {
  expect(rows("1080")).toEqual([["716p · 9.5 MB", "480p"], ["🎵 Sound · 0.9 MB"]]);
});

it("marks what lies at Telegram", () => {
  expect(rows("best", ["720"])[0]).toEqual(["1080p · 21 MB", "⚡ 716p · 9.5 MB"]);
});

it("never asks more of Telegram than 64 bytes, and reads back what it wrote", () => {
  for (const { data } of [
    ...offerButtons(post, offers, "best", []).flat(),
    getButton(post, "downloader-get", "audio"),
  ]) {
    expect(data.length).toBeLessThanOrEqual(64);
    expect(postOfStartParameter(data)?.post).toEqual(post);
  }
  expect(cancelledBy(cancelButton("m123.0").data)).toBe("m123.0");
  expect(cancelledBy(getButton(post).data)).toBeUndefined();
});
