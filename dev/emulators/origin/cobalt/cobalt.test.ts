import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, backEndKey, setStage, type Stage } from "../stage.ts";

let stage: Stage;
let now = Date.UTC(2026, 10, 20, 18);
beforeEach(async () => {
  stage = await setStage({ now: () => now });
});
afterEach(() => stage.close());

const home = "https://cobalt.taproom.test/";
const headers = {
  Accept: "application/json",
  "Content-Type": "application/json",
  Authorization: `Api-Key ${backEndKey}`,
};
const post = (body: object, more = {}) =>
  stage.ask(home, { ...headers, ...more }, { method: "POST", body: JSON.stringify(body) });
const answerTo = async (url: string, more: object = {}): Promise<unknown> =>
  (await post({ url, ...more })).json();
const codeOf = async (response: Promise<Response>) => at(await (await response).json(), "error", "code");

const tiktok = "https://www.tiktok.com/@_/video/7301";
const instagram = "https://www.instagram.com/p/CabcDEF_-12/";
const youtube = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

describe("cobalt", () => {
  it("tunnels a video of TikTok with its length", async () => {
    const answer = await answerTo(tiktok);
    expect(answer).toMatchObject({
      status: "tunnel",
      filename: expect.stringMatching(/^tiktok_author_\w+_7301\.mp4$/),
    });
    const file = await stage.ask(String(at(answer, "url")));
    expect([file.status, file.headers.get("Content-Length")]).toEqual([200, "2000000"]);
    expect((await file.bytes()).length).toBe(2_000_000);
    expect(await stage.tally("tiktok", "7301")).toEqual({
      platform: "tiktok",
      id: "7301",
      pages: 1,
      downloads: 1,
      bytes: 2_000_000,
    });
  });

  it("redirects to a video of Instagram, or tunnels it where that is wanted", async () => {
    const answer = await answerTo(instagram);
    expect(answer).toMatchObject({
      status: "redirect",
      url: expect.stringMatching(/^https:\/\/scontent\.cdninstagram\.com\//),
    });
    expect((await stage.ask(String(at(answer, "url")))).status).toBe(200);
    expect(await answerTo(instagram, { alwaysProxy: true })).toMatchObject({ status: "tunnel" });
  });

  it("merges a video of YouTube and knows about how long that gets, unless told otherwise", async () => {
    const answer = await answerTo(youtube, { videoQuality: "720" });
    expect(answer).toMatchObject({
      status: "tunnel",
      filename: expect.stringContaining(" (720p, h264).mp4"),
    });
    const merged = await stage.ask(String(at(answer, "url")));
    expect(merged.headers.get("Content-Length")).toBeNull();
    expect(merged.headers.get("Estimated-Content-Length")).toBe("1100000");
    expect((await merged.bytes()).length).toBe(1_000_000);

    await stage.set({ platform: "youtube", id: "dQw4w9WgXcQ", exactLength: true });
    const exact = await stage.ask(String(at(await answerTo(youtube), "url")));
    expect(exact.headers.get("Content-Length")).toBe("2000000");
  });

  it("lets one pick of an album", async () => {
    await stage.set({ platform: "instagram", id: "CabcDEF_-12", kind: "carousel" });
    await stage.set({ platform: "tiktok", id: "7301", kind: "slideshow" });
    const carousel = await answerTo(instagram);
    expect(at(carousel, "picker")).toMatchObject([{ type: "photo" }, { type: "video" }, { type: "photo" }]);
    const slideshow = await answerTo(tiktok);
    expect(slideshow).toMatchObject({
      status: "picker",
      audio: expect.stringContaining("/tunnel?"),
      audioFilename: expect.any(String),
    });
    const photo = await stage.ask(String(at(slideshow, "picker", 0, "url")));
    expect(photo.headers.get("Content-Type")).toBe("image/jpeg");
  });

  it("gives the sound alone", async () => {
    const answer = await answerTo(tiktok, { downloadMode: "audio", audioFormat: "mp3" });
    const sound = await stage.ask(String(at(answer, "url")));
    expect(sound.headers.get("Content-Type")).toBe("audio/mpeg");
  });

  it("lets a tunnel be used for 90 seconds, and only as it was dug", async () => {
    const url = String(at(await answerTo(tiktok), "url"));
    expect((await stage.ask(url, { Range: "bytes=0-9" })).status).toBe(206);
    expect((await stage.ask(url.replace("id=", "id=x"))).status).toBe(401);
    now += 90_000;
    expect((await stage.ask(url)).status).toBe(410);
  });

  it.each([
    [tiktok, "private", "content.post.private"],
    [tiktok, "age-restricted", "content.post.age"],
    [youtube, "private", "content.video.private"],
    [youtube, "geo-blocked", "content.video.region"],
    [youtube, "live", "content.video.live"],
    [youtube, "bot-check", "youtube.login"],
    [youtube, "too-long", "content.too_long"],
    [instagram, "removed", "content.post.unavailable"],
    [instagram, "rate-limited", "fetch.rate"],
    [instagram, "upstream-changed", "fetch.fail"],
  ])("says of %s that it is %s with the code %s", async (url, failure, code) => {
    const [platform, id] =
      url === tiktok
        ? ["tiktok", "7301"]
        : url === youtube
          ? ["youtube", "dQw4w9WgXcQ"]
          : ["instagram", "CabcDEF_-12"];
    await stage.set({ platform, id, failure });
    const response = await post({ url });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: "error", error: { code: `error.api.${code}` } });
  });

  it("refuses what it does not know, and whom", async () => {
    expect(await codeOf(post({ url: tiktok, quality: "1080" }))).toBe("error.api.invalid_body");
    expect(await codeOf(post({ url: `${tiktok}?${"x".repeat(1_024)}` }))).toBe("error.api.invalid_body");
    expect(await codeOf(post({ url: "https://example.com/1" }))).toBe("error.api.link.unsupported");
    expect(await codeOf(post({ url: tiktok }, { Authorization: "Api-Key other" }))).toBe(
      "error.api.auth.key.not_found",
    );
    expect(await codeOf(post({ url: tiktok }, { Accept: "*/*" }))).toBe("error.api.header.accept");
    expect((await stage.ask(home, {}, { method: "POST", body: "{}" })).status).toBe(401);
  });

  it("says who it is", async () => {
    expect(await (await stage.ask(home)).json()).toMatchObject({
      cobalt: { version: "11.7.1", services: ["instagram", "tiktok", "youtube"] },
    });
  });
});
