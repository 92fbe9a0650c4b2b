import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, scriptsOf, setStage, type Stage } from "../stage.ts";

let stage: Stage;
let now = Date.UTC(2026, 10, 20, 18);
beforeEach(async () => {
  stage = await setStage({ now: () => now });
});
afterEach(() => stage.close());

const pageUrl = "https://www.tiktok.com/@_/video/7301";
const referer = { Referer: "https://www.tiktok.com/" };
const detailIn = (page: string) =>
  at(scriptsOf(page, "__UNIVERSAL_DATA_FOR_REHYDRATION__"), 0, "__DEFAULT_SCOPE__", "webapp.video-detail");
const detail = async () => detailIn(await (await stage.visit(pageUrl)).text());
const fail = (failure: string) => stage.set({ platform: "tiktok", id: "7301", failure });

async function found(nth = 1) {
  const response = await stage.visit(pageUrl);
  const chain = response.headers.getSetCookie().find((cookie) => cookie.startsWith("tt_chain_token="));
  const url = String(
    at(
      detailIn(await response.text()),
      "itemInfo",
      "itemStruct",
      "video",
      "bitrateInfo",
      nth,
      "PlayAddr",
      "UrlList",
      0,
    ),
  );
  return { url, cookie: { Cookie: `tt_webid=1; ${chain?.split(";")[0]}` } };
}

const locationOf = async (url: string) => (await stage.ask(url)).headers.get("Location") ?? "";
const idAt = async (url: string) => /\/video\/(\d{19})\?/.exec(await locationOf(url))?.[1];

describe("a video's page", () => {
  it("has the post and its files where TikTok has them", async () => {
    const item = at(await detail(), "itemInfo", "itemStruct");
    expect(item).toMatchObject({
      id: "7301",
      desc: expect.stringContaining("7301"),
      author: { uniqueId: expect.any(String) },
    });
    expect(at(item, "video")).toMatchObject({ width: 720, height: 1_280, duration: 2 });
    const files = at(item, "video", "bitrateInfo");
    expect(files).toMatchObject([
      { CodecType: "h265_hvc1", PlayAddr: { UrlKey: expect.stringContaining("_bytevc1_720p_") } },
      {
        CodecType: "h264",
        PlayAddr: {
          DataSize: "2000000",
          Width: 720,
          Height: 1_280,
          UrlKey: expect.stringContaining("_h264_720p_"),
        },
      },
      { CodecType: "h264", PlayAddr: { DataSize: "1000000", Width: 540, Height: 960 } },
    ]);
    const hosts = (at(files, 1, "PlayAddr", "UrlList") as string[]).map((url) => new URL(url).hostname);
    expect(hosts).toEqual(["v16-webapp-prime.tiktok.com", "v19.tiktokcdn.com", "www.tiktok.com"]);
  });

  it.each([
    ["removed", 10_101],
    ["private", 10_216],
    ["private-account", 10_222],
    ["geo-blocked", 10_204],
    ["removed-or-geo-blocked", 10_204],
  ])("tells that a post is %s by status %i", async (failure, statusCode) => {
    await fail(failure);
    expect(await detail()).toEqual({ itemInfo: {}, statusCode, statusMsg: expect.any(String) });
  });

  it("shows what is age-restricted or withheld without its file", async () => {
    await fail("age-restricted");
    expect(at(await detail(), "itemInfo", "itemStruct")).toMatchObject({ isContentClassified: true });
    expect(at(await detail(), "itemInfo", "itemStruct", "video")).toBeUndefined();
    await fail("no-video");
    expect(at(await detail(), "itemInfo", "itemStruct", "video")).toMatchObject({
      playAddr: "",
      bitrateInfo: [],
    });
  });

  it.each([
    ["rate-limited", 429],
    ["page-403", 403],
    ["page-500", 500],
  ])("is answered as %s with %i", async (failure, status) => {
    await fail(failure);
    expect((await stage.visit(pageUrl)).status).toBe(status);
  });

  it("becomes a challenge, and for whoever is no browser it is one always", async () => {
    expect(await (await stage.ask(pageUrl)).text()).toContain("_wafchallengeid");
    await fail("bot-check");
    const page = await (await stage.visit(pageUrl)).text();
    expect(page).toContain('id="cs"');
    expect(detailIn(page)).toBeUndefined();
  });

  it("leads to the login where one is wanted", async () => {
    await fail("login-required");
    const response = await stage.visit(pageUrl);
    expect([response.status, response.headers.get("Location")]).toEqual([
      302,
      expect.stringMatching(/\/login\?/),
    ]);
  });

  it("may have changed", async () => {
    await fail("upstream-changed");
    expect(await detail()).toBeUndefined();
  });
});

describe("the CDN", () => {
  it("gives the whole file to whoever brings the page's cookie and comes from TikTok", async () => {
    const { url, cookie } = await found();
    const response = await stage.ask(url, { ...referer, ...cookie });
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "video/mp4"]);
    expect((await response.bytes()).length).toBe(2_000_000);
    expect(await stage.tally("tiktok", "7301")).toMatchObject({ pages: 1, downloads: 1, bytes: 2_000_000 });
  });

  it("refuses everybody else", async () => {
    const { url, cookie } = await found();
    const { cookie: ofAnotherPage } = await found();
    const asked = [
      {},
      referer,
      cookie,
      { ...referer, Cookie: "tt_chain_token=x" },
      { ...referer, ...ofAnotherPage },
    ];
    const answers = await Promise.all(asked.map((headers) => stage.ask(url, headers)));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(await stage.tally("tiktok", "7301")).toMatchObject({ downloads: 0, bytes: 0 });
  });

  it("refuses an old link", async () => {
    const { url, cookie } = await found();
    now += 48 * 3_600_000;
    expect((await stage.ask(url, { ...referer, ...cookie })).status).toBe(403);
  });

  it("refuses links that were old already, until the page is asked again", async () => {
    await fail("expired");
    const old = await found();
    expect((await stage.ask(old.url, { ...referer, ...old.cookie })).status).toBe(403);
    const fresh = await found();
    expect((await stage.ask(fresh.url, { ...referer, ...fresh.cookie })).status).toBe(200);
  });
});

describe("a slideshow", () => {
  it("has its photos and its sound on the page and on the embeddable one", async () => {
    await stage.set({ platform: "tiktok", id: "7301", kind: "slideshow", items: 4 });
    const item = at(await detail(), "itemInfo", "itemStruct");
    const images = at(item, "imagePost", "images") as { imageURL: { urlList: string[] } }[];
    expect(images).toHaveLength(4);
    const jpegs = images.map(({ imageURL }) => imageURL.urlList.find((url) => url.includes(".jpeg?")) ?? "");
    const photos = await Promise.all(jpegs.map(async (url) => (await stage.ask(url)).bytes()));
    expect(new Set(photos.map((photo) => Buffer.from(photo).toString("hex"))).size).toBe(4);
    const sound = await stage.ask(String(at(item, "music", "playUrl")));
    expect(sound.headers.get("Content-Type")).toBe("audio/mp4");
    expect(at(item, "video", "playAddr")).toBe(at(item, "music", "playUrl"));

    const embedded = await (await stage.visit("https://www.tiktok.com/embed/v2/7301")).text();
    const data = at(
      scriptsOf(embedded, "__FRONTITY_CONNECT_STATE__"),
      0,
      "source",
      "data",
      "/embed/v2/7301",
      "videoData",
    );
    expect(at(data, "imagePostInfo", "displayImages")).toHaveLength(4);
    expect(at(data, "authorInfos", "uniqueId")).toBe(at(item, "author", "uniqueId"));
  });
});

describe("a short link", () => {
  it("leads to a post that follows from its code, whatever the host", async () => {
    const id = await idAt("https://vt.tiktok.com/ZSabc/");
    expect(id).toMatch(/^7\d{18}$/);
    expect(await idAt("https://vm.tiktok.com/ZSabc")).toBe(id);
    expect(await idAt("https://www.tiktok.com/t/ZSabc/")).toBe(id);
    expect(await idAt("https://vm.tiktok.com/ZSabd/")).not.toBe(id);
  });

  it("leads where the control lets it lead, and says so in its page too", async () => {
    await stage.set({ platform: "tiktok", id: "7301", code: "ZS1" });
    expect(await locationOf("https://vt.tiktok.com/ZS1/")).toContain("/video/7301?");
    await stage.set({
      platform: "tiktok",
      id: "7301",
      code: "ZS2",
      redirect: "http://169.254.169.254/latest",
    });
    const response = await stage.ask("https://vt.tiktok.com/ZS2/");
    expect(response.headers.get("Location")).toBe("http://169.254.169.254/latest");
    expect(await response.text()).toContain('<a href="http://169.254.169.254/latest">');
    const { url, cookie } = await found();
    expect((await stage.ask(url, { ...referer, ...cookie })).status).toBe(200);
  });
});
