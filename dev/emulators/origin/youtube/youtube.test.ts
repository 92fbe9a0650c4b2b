import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, setStage, type Stage } from "../stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const id = "dQw4w9WgXcQ";
const fail = (failure: string) => stage.set({ platform: "youtube", id, failure });

async function tube(
  what: string,
  more: object,
  { clientName = "VISIONOS", visitorData }: Visitor = {},
): Promise<unknown> {
  const body = JSON.stringify({
    context: { client: { clientName, clientVersion: "1.02", hl: "en", visitorData } },
    ...more,
  });
  const headers = { "Content-Type": "application/json", "X-YouTube-Client-Name": "101" };
  const url = `https://www.youtube.com/youtubei/v1/${what}?prettyPrint=false`;
  return (await stage.ask(url, headers, { method: "POST", body })).json();
}

interface Visitor {
  readonly clientName?: string;
  readonly visitorData?: string | undefined;
}

const visitor = async (clientName = "VISIONOS") =>
  String(at(await tube("visitor_id", {}, { clientName }), "responseContext", "visitorData"));
const play = async () => tube("player", { videoId: id }, { visitorData: await visitor() });
const formats = async () =>
  at(await play(), "streamingData", "adaptiveFormats") as { itag: number; url: string; mimeType: string }[];
const soundUrl = async () => (await formats()).find(({ itag }) => itag === 140)?.url ?? "";

describe("the player", () => {
  it("keeps sound and picture apart", async () => {
    const answer = await play();
    expect(at(answer, "playabilityStatus", "status")).toBe("OK");
    expect(at(answer, "videoDetails")).toMatchObject({
      videoId: id,
      lengthSeconds: "2",
      author: expect.any(String),
    });
    expect(at(answer, "streamingData", "formats")).toEqual([]);
    const mp4 = (await formats()).filter(({ mimeType }) => mimeType.includes("/mp4"));
    expect(mp4.map(({ itag }) => itag)).toEqual([137, 136, 135, 134, 140]);
    expect(mp4[0]).toMatchObject({ contentLength: "2000000", width: 1_080, height: 1_920 });
  });

  it("has one whole file where the control wants it", async () => {
    await stage.set({ platform: "youtube", id, muxed: true });
    expect(at(await play(), "streamingData", "formats")).toMatchObject([
      { itag: 18, contentLength: "250000", height: 640 },
    ]);
  });

  it("trusts only the one client, with a visitor's name of its own", async () => {
    const reasons = await Promise.all([
      tube("player", { videoId: id }),
      tube("player", { videoId: id }, { visitorData: "made-up" }),
      tube("player", { videoId: id }, { visitorData: await visitor("IOS") }),
      tube("player", { videoId: id }, { clientName: "IOS", visitorData: await visitor("IOS") }),
    ]);
    for (const answer of reasons) expect(at(answer, "playabilityStatus", "reason")).toMatch(/bot$/);
  });

  it.each([
    ["bot-check", "LOGIN_REQUIRED", /a bot"/],
    ["age-restricted", "LOGIN_REQUIRED", /age/],
    ["private", "LOGIN_REQUIRED", /private/],
    ["rate-limited", "UNPLAYABLE", /try again later/],
    ["geo-blocked", "UNPLAYABLE", /in your country/],
    ["paid", "UNPLAYABLE", /members-only/],
    ["removed", "ERROR", /removed/],
  ])("tells that a video is %s by %s", async (failure, status, words) => {
    await fail(failure);
    const said = at(await play(), "playabilityStatus");
    expect(said).toMatchObject({ status });
    expect(JSON.stringify(said)).toMatch(words);
    expect(at(await play(), "streamingData")).toBeUndefined();
  });

  it("tells of streams, locks, missing addresses and other videos", async () => {
    await fail("live");
    expect(at(await play(), "videoDetails", "isLive")).toBe(true);
    await fail("drm");
    expect((await formats())[0]).toHaveProperty("drmFamilies");
    await fail("upstream-changed");
    expect((await formats()).every((format) => !("url" in format))).toBe(true);
    await fail("other-video");
    expect(at(await play(), "videoDetails", "videoId")).not.toBe(id);
  });
});

describe("the CDN", () => {
  it("serves ranges, by header or in the address", async () => {
    const url = await soundUrl();
    const byHeader = await stage.ask(url, { Range: "bytes=100-199" });
    expect([byHeader.status, byHeader.headers.get("Content-Range")]).toEqual([
      206,
      expect.stringMatching(/^bytes 100-199\/\d+$/),
    ]);
    const inAddress = await stage.ask(`${url}&range=100-199`);
    expect(await inAddress.bytes()).toEqual(await byHeader.bytes());
  });

  it("serves nobody but the address that asked the player", async () => {
    const url = await soundUrl();
    expect((await stage.ask(url, { "X-Forwarded-For": "203.0.113.9" })).status).toBe(403);
    expect((await stage.ask(url)).status).toBe(200);
  });

  it("lets the whole of a file flow slowly", async () => {
    const [{ url } = { url: "" }] = await formats();
    const bytesIn = async (headers: Record<string, string>) => {
      const started = performance.now();
      const reader = (await stage.ask(url, headers)).body?.getReader();
      for (let bytes = 0; bytes < 100_000;) bytes += (await reader?.read())?.value?.length ?? Infinity;
      await reader?.cancel();
      return performance.now() - started;
    };
    expect(await bytesIn({})).toBeGreaterThan(300);
    expect(await bytesIn({ Range: "bytes=0-1999999" })).toBeLessThan(300);
  });

  it("has a cover, which is no download", async () => {
    const cover = await stage.ask(`https://i.ytimg.com/vi/${id}/hqdefault.jpg`);
    expect(cover.headers.get("Content-Type")).toBe("image/jpeg");
    expect(await stage.tally("youtube", id)).toMatchObject({ downloads: 0 });
  });
});
