import { expect, it } from "vitest";
import { captionOf } from "./caption.ts";

const post = { platform: "tiktok", id: "7301234567890123456" } as const;
const page = "https://www.tiktok.com/@_/video/7301234567890123456";

it("tells title, author and where it is from", () => {
  expect(captionOf({ title: "A cat", author: "@cats" }, post)).toBe(`A cat\n\n@cats\n${page}`);
});

it("does without what nobody knows", () => {
  expect(captionOf({ title: "", author: "" }, post)).toBe(page);
});

it.each(["x".repeat(2_000), "🐈".repeat(1_000)])(
  "fits into 1,024 characters and never loses the link",
  (title) => {
    const caption = captionOf({ title, author: "@cats" }, post);
    expect(caption.length).toBeLessThanOrEqual(1_024);
    expect(caption.length).toBeGreaterThan(1_020);
    expect(caption.endsWith(`…\n\n@cats\n${page}`)).toBe(true);
    expect(caption.isWellFormed()).toBe(true);
  },
);
