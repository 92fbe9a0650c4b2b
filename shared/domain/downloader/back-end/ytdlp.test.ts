import { describe, expect, it } from "vitest";
import { readYtdlp, ytdlpQuestion, type YtdlpWish } from "./ytdlp.ts";

const headers = { Authorization: "Bearer key" };
const wish: YtdlpWish = {
  post: { platform: "youtube", id: "a_B-c1D2e3F" },
  quality: "best",
  mostBytes: 50_000_000,
  backEnd: "https://ytdlp.example/",
  headers,
};
const answer = {
  title: "Кот пьёт",
  author: "Some Channel",
  duration: 59.4,
  width: 1_080,
  height: 1_920,
  bytes: 9_300_000,
  mime: "video/mp4",
  token: "t0ken-1.2_3~",
};
const read = (said: unknown, status = 200) => readYtdlp({ status, body: JSON.stringify(said) }, wish);

describe("a yt-dlp back end is asked", () => {
  it.each([
    ["best", { maxHeight: 1_080 }],
    ["480", { maxHeight: 480 }],
    ["audio", { maxHeight: 1_080, audio: true }],
  ] as const)("for %s", (quality, words) => {
    expect(JSON.parse(ytdlpQuestion({ ...wish, quality }))).toEqual({
      url: "https://www.youtube.com/watch?v=a_B-c1D2e3F",
      maxBytes: 50_000_000,
      ...words,
    });
  });
});

describe("a yt-dlp back end tells", () => {
  it("of the one file it has made, and where to fetch it with its key", () => {
    expect(read(answer)).toEqual({
      is: "media",
      media: {
        title: "Кот пьёт",
        author: "Some Channel",
        duration: 59.4,
        content: {
          is: "single",
          renditions: [
            {
              kind: "video",
              url: "https://ytdlp.example/file/t0ken-1.2_3~",
              headers,
              bytes: 9_300_000,
              width: 1_080,
              height: 1_920,
              codec: "h264",
            },
          ],
        },
        offers: [{ quality: "audio" }],
      },
    });
  });

  it("of a sound", () => {
    expect(read({ ...answer, mime: "audio/mp4", width: null, height: null })).toMatchObject({
      media: { content: { renditions: [{ kind: "audio", bytes: 9_300_000 }] } },
    });
  });

  it("of what else it could make, and of no more than can be sent", () => {
    const offers = [
      { height: 1_080, bytes: 60_000_000 },
      { height: 720, bytes: 20_000_000 },
      { height: 608 },
      { height: 360 },
      { height: "many" },
    ];
    expect(read({ ...answer, offers })).toMatchObject({
      media: {
        offers: [
          { quality: "480", height: 360 },
          { quality: "720", height: 720, bytes: 20_000_000 },
          { quality: "audio" },
        ],
      },
    });
  });

  it("of a cover that lies at the platform, which never sees the key", () => {
    const thumbnail = "https://i.ytimg.com/vi/a_B-c1D2e3F/hq.jpg";
    expect(read({ ...answer, thumbnail })).toMatchObject({
      media: { thumbnail: { kind: "photo", url: thumbnail } },
    });
    expect(JSON.stringify(read({ ...answer, thumbnail: "https://evil.example/x.jpg" }))).not.toContain(
      "evil",
    );
  });

  it.each([
    ["no token", { ...answer, token: undefined }],
    ["a token that leads elsewhere", { ...answer, token: "../../admin" }],
    ["a page", { ...answer, mime: "text/html" }],
    ["nothing", null],
  ])("nothing that can be used: %s", (_, said) => {
    expect(read(said)).toMatchObject({ is: "refused", reason: "upstream-changed" });
  });
});

describe("a yt-dlp back end refuses", () => {
  it.each([
    ["private", "private"],
    ["age_restricted", "age-restricted"],
    ["age-restricted", "age-restricted"],
    ["bot_check", "bot-check"],
    ["too_large", "too-large"],
    ["unreachable", "unreachable"],
    ["telegram-failed", "upstream-changed"],
    ["internal", "upstream-changed"],
    ["https://evil.example/?token=1", "upstream-changed"],
  ])("with %s: %s", (error, reason) => {
    const found = read({ error }, 502);
    expect(found).toMatchObject({ is: "refused", reason });
    expect(JSON.stringify(found)).not.toContain("evil");
  });

  it.each([
    [401, "rate-limited"],
    [503, "unreachable"],
  ])("with the status %i alone: %s", (status, reason) => {
    expect(readYtdlp({ status, body: "" }, wish)).toMatchObject({ is: "refused", reason });
  });
});
