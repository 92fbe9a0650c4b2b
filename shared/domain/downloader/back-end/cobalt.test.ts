import { describe, expect, it } from "vitest";
import type { Platform } from "../platform.ts";
import { cobaltQuestion, type CobaltWish, readCobalt } from "./cobalt.ts";

const backEnd = "https://cobalt.example/";
const ids: Readonly<Record<Platform, string>> = {
  tiktok: "7301",
  instagram: "C_a-B1c2D3e",
  youtube: "a_B-c1D2e3F",
};
const wishOf = (platform: Platform, more: Partial<CobaltWish> = {}): CobaltWish => ({
  post: { platform, id: ids[platform] },
  quality: "best",
  backEnd,
  ...more,
});
const read = (answer: unknown, wish = wishOf("youtube"), status = 200) =>
  readCobalt({ status, body: JSON.stringify(answer) }, wish);

describe("cobalt is asked", () => {
  it.each([
    ["best", { downloadMode: "auto", videoQuality: "1080" }],
    ["480", { downloadMode: "auto", videoQuality: "480" }],
    ["audio", { downloadMode: "audio", audioFormat: "mp3" }],
  ] as const)("for %s in its own words", (quality, words) => {
    const question = cobaltQuestion({ platform: "youtube", id: ids.youtube }, quality);
    expect(JSON.parse(question)).toMatchObject({
      url: `https://www.youtube.com/watch?v=${ids.youtube}`,
      youtubeVideoCodec: "h264",
      ...words,
    });
    expect(question.length).toBeLessThan(1_024);
  });
});

describe("cobalt tells", () => {
  it("a title and a height by the name of the file, and no size", () => {
    const url = "https://cobalt.example/tunnel?id=1&sig=secret";
    const answer = { status: "tunnel", url, filename: "Кот (всё) пьёт (720p, h264).mp4" };
    expect(read(answer)).toEqual({
      is: "media",
      media: {
        title: "Кот (всё) пьёт",
        author: "",
        content: { is: "single", renditions: [{ kind: "video", url, codec: "h264" }] },
        offers: [{ quality: "720", height: 720 }, { quality: "audio" }],
      },
    });
  });

  it("an author, where the file is named by one", () => {
    const url = "https://cobalt.example/tunnel?id=1";
    const found = read({ status: "tunnel", url, filename: "tiktok_some_user_7301.mp4" }, wishOf("tiktok"));
    expect(found).toMatchObject({
      media: { title: "", author: "some_user", offers: [{ quality: "audio" }] },
    });
  });

  it("a sound as a sound", () => {
    const url = "https://cobalt.example/tunnel?id=1";
    const wish = wishOf("youtube", { quality: "audio" });
    expect(read({ status: "tunnel", url, filename: "Song - Band.mp3" }, wish)).toEqual({
      is: "media",
      media: {
        title: "Song - Band",
        author: "",
        content: { is: "single", renditions: [{ kind: "audio", url }] },
      },
    });
  });

  it("where the platform keeps the file", () => {
    const url = "https://scontent.cdninstagram.com/v/x.mp4?oe=1";
    const found = read({ status: "redirect", url, filename: "instagram_C.mp4" }, wishOf("instagram"));
    expect(found).toMatchObject({ media: { content: { renditions: [{ kind: "video", url }] } } });
  });

  it("a photo as an album of one", () => {
    const url = "https://cobalt.example/tunnel?id=1";
    const found = read({ status: "tunnel", url, filename: "instagram_C.jpg" }, wishOf("instagram"));
    expect(found).toMatchObject({ media: { content: { is: "album", items: [{ kind: "photo", url }] } } });
  });

  it("an album, with its sound", () => {
    const found = read(
      {
        status: "picker",
        audio: "https://cobalt.example/tunnel?id=9",
        picker: [
          { type: "photo", url: "https://p16.tiktokcdn.com/1.jpeg" },
          { type: "video", url: "https://cobalt.example/tunnel?id=2", thumb: "https://x.example/" },
          { type: "gif", url: "https://cobalt.example/tunnel?id=3" },
        ],
      },
      wishOf("tiktok"),
    );
    expect(found).toEqual({
      is: "media",
      media: {
        title: "",
        author: "",
        sound: { kind: "audio", url: "https://cobalt.example/tunnel?id=9" },
        content: {
          is: "album",
          items: [
            { kind: "photo", url: "https://p16.tiktokcdn.com/1.jpeg" },
            { kind: "video", url: "https://cobalt.example/tunnel?id=2" },
            { kind: "video", url: "https://cobalt.example/tunnel?id=3" },
          ],
        },
      },
    });
  });
});

describe("cobalt leads nowhere else", () => {
  const elsewhere = [
    "https://evil.example/x.mp4",
    "http://cobalt.example/x.mp4",
    "https://cobalt.example:8443/x.mp4",
    "https://cobalt.example@evil.example/x.mp4",
    "https://user:pw@cobalt.example/x.mp4",
    "https://cobalt.example.evil.example/x.mp4",
    "https://127.0.0.1/x.mp4",
    "file:///etc/passwd",
    "nonsense",
  ];

  it.each(elsewhere)("by a tunnel, a redirect or an album: %s", (url) => {
    const answers = [
      { status: "tunnel", url, filename: "x.mp4" },
      { status: "redirect", url, filename: "x.mp4" },
      { status: "picker", picker: [{ type: "video", url }] },
      { status: "picker", picker: [], audio: url },
    ];
    for (const answer of answers) {
      const found = read(answer);
      expect(found.is).toBe("refused");
      expect(JSON.stringify(found)).not.toContain(url);
    }
  });

  it("by a tunnel to a platform, or by a redirect to another platform", () => {
    const url = "https://scontent.cdninstagram.com/v/x.mp4";
    const wrong = { is: "refused", reason: "upstream-changed" };
    expect(read({ status: "tunnel", url }, wishOf("instagram"))).toMatchObject(wrong);
    expect(read({ status: "redirect", url }, wishOf("tiktok"))).toMatchObject(wrong);
  });
});

describe("cobalt refuses", () => {
  it.each([
    ["content.post.private", "private"],
    ["content.video.private", "private"],
    ["content.post.age", "age-restricted"],
    ["content.video.age", "age-restricted"],
    ["content.video.region", "geo-blocked"],
    ["content.region", "geo-blocked"],
    ["content.paid", "paid"],
    ["content.post.unavailable", "removed"],
    ["content.video.unavailable", "removed"],
    ["content.video.live", "live"],
    ["content.too_long", "too-long"],
    ["fetch.empty", "no-video"],
    ["fetch.rate", "rate-limited"],
    ["fetch.short_link", "dead-link"],
    ["rate_exceeded", "rate-limited"],
    ["capacity", "rate-limited"],
    ["youtube.login", "bot-check"],
    ["youtube.drm", "drm"],
    ["service.audio_not_supported", "quality-gone"],
    ["fetch.fail", "upstream-changed"],
    ["fetch.critical", "upstream-changed"],
    ["youtube.decipher", "upstream-changed"],
    ["auth.key.invalid", "upstream-changed"],
    ["something.new", "upstream-changed"],
  ])("with %s: %s", (code, reason) => {
    const answer = { status: "error", error: { code: `error.api.${code}` } };
    expect(read(answer, wishOf("youtube"), 400)).toEqual({
      is: "refused",
      reason,
      detail: `cobalt: error.api.${code}`,
    });
  });

  it.each([
    [429, "rate-limited"],
    [401, "rate-limited"],
    [502, "unreachable"],
    [200, "upstream-changed"],
  ])("with the status %i and no word: %s", (status, reason) => {
    expect(readCobalt({ status, body: "<html>" }, wishOf("youtube"))).toMatchObject({ reason });
  });

  it("what it cannot do without our help", () => {
    const answer = { status: "local-processing", type: "merge", tunnel: [] };
    expect(read(answer)).toMatchObject({ reason: "upstream-changed" });
    expect(read({ status: "picker", picker: [] })).toMatchObject({ reason: "no-video" });
  });

  it("the sound of a photo", () => {
    const answer = { status: "tunnel", url: "https://cobalt.example/t", filename: "x.jpg" };
    expect(read(answer, wishOf("instagram", { quality: "audio" }))).toMatchObject({ reason: "quality-gone" });
  });

  it("and nothing but its code gets into the log", () => {
    const answer = { status: "error", error: { code: "see https://evil.example/?key=1" } };
    expect(read(answer)).toMatchObject({ detail: "cobalt: an error without a code" });
  });
});
