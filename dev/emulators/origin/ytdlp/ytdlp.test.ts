import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backEndKey, setStage, type Stage } from "../stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const home = "https://ytdlp.taproom.test";
const url = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
const key = { Authorization: `Bearer ${backEndKey}` };
const resolve = (more: object = {}, headers: Record<string, string> = key) =>
  stage.ask(`${home}/resolve`, headers, {
    method: "POST",
    body: JSON.stringify({ url, maxBytes: 50_000_000, maxHeight: 1_080, ...more }),
  });
const resolved = async (more: object = {}) =>
  (await resolve(more)).json() as Promise<Record<string, unknown>>;

describe("the yt-dlp back end", () => {
  it("makes one file of a video and keeps it ready", async () => {
    const answer = await resolved({ maxHeight: 720 });
    expect(answer).toMatchObject({
      title: expect.stringContaining("dQw4w9WgXcQ"),
      author: expect.any(String),
      duration: 2,
      width: 720,
      height: 1_280,
      bytes: 1_000_000,
      mime: "video/mp4",
      thumbnail: "https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg",
    });
    expect(answer["offers"]).toEqual([
      { height: 1_080, bytes: 2_000_000 },
      { height: 720, bytes: 1_000_000 },
      { height: 480, bytes: 500_000 },
      { height: 360, bytes: 250_000 },
    ]);
    const file = await stage.ask(`${home}/file/${String(answer["token"])}`, key);
    expect(file.headers.get("Content-Length")).toBe("1000000");
    expect((await file.bytes()).length).toBe(1_000_000);
  });

  it("takes a smaller rendition where the larger does not fit, and says so where none does", async () => {
    await stage.set({ platform: "youtube", id: "dQw4w9WgXcQ", bytes: 90_000_000 });
    expect(await resolved()).toMatchObject({ bytes: 45_000_000 });
    expect(await resolved({ maxBytes: 1_000_000 })).toEqual({ error: "too-large" });
  });

  it("gives the sound alone", async () => {
    expect(await resolved({ audio: true })).toMatchObject({ mime: "audio/mp4" });
  });

  it.each(["private", "age-restricted", "geo-blocked", "bot-check", "rate-limited", "live", "too-long"])(
    "says that a post is %s",
    async (failure) => {
      await stage.set({ platform: "youtube", id: "dQw4w9WgXcQ", failure });
      const response = await resolve();
      expect(response.ok).toBe(false);
      expect(await response.json()).toEqual({ error: failure });
    },
  );

  it("may answer where the platform does not", async () => {
    await stage.set({ platform: "youtube", id: "dQw4w9WgXcQ", failure: "bot-check", only: "native" });
    expect((await resolve()).status).toBe(200);
  });

  it("serves nobody without its key, and no file that it did not make", async () => {
    const { token } = await resolved();
    expect((await resolve({}, {})).status).toBe(401);
    expect((await stage.ask(`${home}/file/${String(token)}`)).status).toBe(401);
    expect((await stage.ask(`${home}/file/${String(token)}0`, key)).status).toBe(404);
  });

  it("takes no question that it does not know", async () => {
    expect((await resolve({ quality: "best" })).status).toBe(400);
  });
});
