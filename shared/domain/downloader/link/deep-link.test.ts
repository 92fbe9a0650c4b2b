import { describe, expect, it } from "vitest";
import { pick, type Random, seeded } from "#kernel/random";
import type { Post } from "../post.ts";
import { qualities } from "../quality.ts";
import { postOfStartParameter, startParameterOf } from "./deep-link.ts";

const digits = [..."123456789"] as [string, ...string[]];
const signs = [..."ABCxyz0189__--"] as [string, ...string[]];
const drawn = (random: Random, from: [string, ...string[]], length: number) =>
  Array.from({ length }, () => pick(random, from)).join("");

/** A post that could be, of any platform, with an id of any length. */
function anyPost(random: Random): Post {
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  return pick<() => Post>(random, [
    () => ({ platform: "tiktok", id: drawn(random, digits, upTo(20)) }),
    () => ({ platform: "instagram", id: drawn(random, signs, 4 + upTo(36)) }),
    () => ({ platform: "youtube", id: drawn(random, signs, 11) }),
  ])();
}

describe("a deep link", () => {
  it("leads to its post, whatever the id, in what Telegram lets through", () => {
    const random = seeded(20_261_121);
    for (let n = 0; n < 5_000; n++) {
      const post = anyPost(random);
      const quality = pick(random, [undefined, ...qualities]);
      const parameter = startParameterOf(post, quality);
      expect(parameter).toMatch(/^[\w-]{1,64}$/);
      expect(postOfStartParameter(parameter)).toEqual(quality ? { post, quality } : { post });
    }
  });

  it("is base64url", () => {
    expect(startParameterOf({ platform: "youtube", id: "_-_-_-_-_-_" }, "720")).toBe(
      Buffer.from("y:_-_-_-_-_-_:720").toString("base64url"),
    );
  });

  it.each([
    ["tiktok_7301", { platform: "tiktok", id: "7301" }],
    ["instagram_C_a-B1_c2D3", { platform: "instagram", id: "C_a-B1_c2D3" }],
    ["instagram__Ca_B1c2D3_", { platform: "instagram", id: "_Ca_B1c2D3_" }],
    ["youtube_a_B-c1D2e3F", { platform: "youtube", id: "a_B-c1D2e3F" }],
    ["youtube____________", { platform: "youtube", id: "___________" }],
  ])("of the old form still leads there: %s", (parameter, post) => {
    expect(postOfStartParameter(parameter)).toEqual({ post });
  });

  it.each([
    "",
    "ref_ABC123",
    "hello",
    "tiktok_",
    "tiktok_abc",
    "vimeo_7301",
    "youtube_short",
    "tiktok",
    "!!!",
    Buffer.from("t:abc").toString("base64url"),
    Buffer.from("t:7301:2160").toString("base64url"),
    Buffer.from("t:7301:720:x").toString("base64url"),
    Buffer.from("x:7301").toString("base64url"),
    `${Buffer.from("t:7301").toString("base64url")}=`,
  ])("of something else leads to no post: %j", (parameter) => {
    expect(postOfStartParameter(parameter)).toBeUndefined();
  });
});
