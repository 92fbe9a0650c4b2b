import { afterEach, describe, expect, it, vi } from "vitest";
import { tiktokSettings } from "#domain/downloader/tiktok/settings";
import { type Config, readConfig } from "#kernel/config";
import { Secret } from "#kernel/secret";
import { backEnd, configuredBackEnd, mediaGuard } from "./back-end/back-end.ts";
import { find } from "./find.ts";
import type { Question } from "./provider.ts";
import { html, json, outside, redirect } from "./rehearsal.ts";

afterEach(() => vi.unstubAllGlobals());

const page = "https://www.tiktok.com/@_/video/7301";
const cobalt = { url: "https://cobalt.example/", key: new Secret("the-key") };
const tunnel = "https://cobalt.example/tunnel?id=1";
const file = json({ status: "tunnel", url: tunnel, filename: "tiktok_some.user_7301.mp4" });
const failed = (code: string) => () =>
  Response.json({ status: "error", error: { code: `error.api.${code}` } }, { status: 400 });
const challenge = html('<p id="cs">Please wait...</p>');
const privatePost = html(
  `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify({
    __DEFAULT_SCOPE__: { "webapp.video-detail": { statusCode: 10_216 } },
  })}</script>`,
);

const question = (settings: object = {}): Question<"tiktok"> => ({
  post: { platform: "tiktok", id: "7301" },
  quality: "best",
  mostBytes: 50_000_000,
  settings: tiktokSettings.parse({ paths: ["page"], ...settings }),
});

function world(answers: Parameters<typeof outside>[0]) {
  const there = outside(answers);
  vi.stubGlobal("fetch", there.fetch);
  return there;
}

const withCobalt = { backEnd: backEnd("cobalt", cobalt) };

describe("a post is looked for", () => {
  it("at the back end, when the platform wants a proof of being human", async () => {
    const there = world({ [page]: challenge, [cobalt.url]: file });
    expect(await find(question(), withCobalt)).toMatchObject({
      is: "media",
      media: { author: "some.user", content: { renditions: [{ url: tunnel }] } },
    });
    expect(there.asked.at(-1)).toMatchObject({
      method: "POST",
      url: cobalt.url,
      headers: {
        authorization: "Api-Key the-key",
        accept: "application/json",
        "content-type": "application/json",
      },
    });
  });

  it("nowhere else, when the platform says what no other way would see otherwise", async () => {
    const there = world({ [page]: privatePost, [cobalt.url]: file });
    expect(await find(question(), withCobalt)).toMatchObject({ is: "refused", reason: "private" });
    expect(there.asked.map(({ url }) => url)).toEqual([page]);
  });

  it("in the order of the settings", async () => {
    const there = world({ [page]: privatePost, [cobalt.url]: file });
    const settings = { ways: ["back-end", "native"] };
    expect(await find(question(settings), withCobalt)).toMatchObject({ is: "media" });
    expect(there.asked.map(({ url }) => url)).toEqual([cobalt.url]);
  });

  it("at the platform alone, where there is no back end", async () => {
    world({ [page]: challenge });
    expect(await find(question(), {})).toMatchObject({ reason: "bot-check" });
  });

  it("nowhere, when the platform is switched off or no way is left", async () => {
    const there = world({});
    const off = { is: "refused", reason: "platform-off" };
    expect(await find(question({ enabled: false }), withCobalt)).toMatchObject(off);
    expect(await find(question({ ways: [] }), withCobalt)).toMatchObject(off);
    expect(await find(question({ ways: ["back-end"] }), {})).toMatchObject(off);
    expect(there.asked).toEqual([]);
  });

  it("with a yt-dlp back end just as well", async () => {
    const url = "https://ytdlp.example/base";
    const resolved = json({ title: "T", author: "A", bytes: 9, mime: "video/mp4", token: "t1" });
    const there = world({ [`${url}/resolve`]: resolved });
    const wiring = { backEnd: backEnd("ytdlp", { url, key: new Secret("the-key") }) };
    expect(await find(question({ ways: ["back-end"] }), wiring)).toMatchObject({
      media: {
        content: {
          renditions: [{ url: `${url}/file/t1`, headers: { Authorization: "Bearer the-key" }, bytes: 9 }],
        },
      },
    });
    expect(there.asked[0]).toMatchObject({
      url: `${url}/resolve`,
      headers: { authorization: "Bearer the-key" },
    });
  });
});

describe("when every way fails", () => {
  it.each([
    ["what passes by itself is told before what does not", "youtube.decipher", "bot-check"],
    ["the limit is told before anything", "fetch.rate", "rate-limited"],
    ["what the last one knows of the post is told", "content.post.age", "age-restricted"],
  ])("%s", async (_, code, reason) => {
    world({ [page]: challenge, [cobalt.url]: failed(code) });
    expect(await find(question(), withCobalt)).toMatchObject({ is: "refused", reason });
  });

  it("the log hears of each, and of no secret", async () => {
    world({ [page]: challenge });
    const found = await find(question(), withCobalt);
    expect(found).toEqual({
      is: "refused",
      reason: "bot-check",
      detail: "native: a challenge instead of the page; back-end: cobalt.example gave no answer",
    });
  });

  it("a back end that sends us elsewhere is not followed", async () => {
    const there = world({ [cobalt.url]: redirect("https://evil.example/", 307) });
    expect(await find(question({ ways: ["back-end"] }), withCobalt)).toMatchObject({
      reason: "upstream-changed",
    });
    expect(there.asked).toHaveLength(1);
  });
});

describe("the configuration", () => {
  const config: Config = readConfig({ MODE: "embedded" });
  const guard = (url: string) => mediaGuard("tiktok", config)(new URL(url));

  it("names the back end, or none", () => {
    expect(configuredBackEnd(config)).toBeTypeOf("function");
    expect(configuredBackEnd({ ...config, MODE: "cloud", DOWNLOAD_BACKEND_URL: undefined } as Config)).toBe(
      undefined,
    );
  });

  it.each([
    ["https://v16.tiktokcdn.com/x", true],
    ["https://cobalt.taproom.test/tunnel?id=1", true],
    ["http://cobalt.taproom.test/tunnel?id=1", false],
    ["https://cobalt.taproom.test:8443/tunnel?id=1", false],
    ["https://user@cobalt.taproom.test/tunnel?id=1", false],
    ["https://x.cobalt.taproom.test/tunnel?id=1", false],
    ["https://scontent.cdninstagram.com/x", false],
    ["https://localhost/", false],
  ])("says where files are fetched: %s, %s", (url, is) => {
    expect(guard(url)).toBe(is);
  });
});
