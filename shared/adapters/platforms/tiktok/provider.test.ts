import { afterEach, describe, expect, it, vi } from "vitest";
import {
  challengePage,
  embeddedSlideshow,
  embedPage,
  emptyPage,
  pageOfDetail,
  pageOfItem,
  slideshowItem,
  videoItem,
} from "#domain/downloader/tiktok/rehearsal";
import { tiktokSettings } from "#domain/downloader/tiktok/settings";
import { html, outside, redirect } from "../rehearsal.ts";
import { tiktok } from "./provider.ts";

afterEach(() => vi.unstubAllGlobals());

const page = "https://www.tiktok.com/@_/video/7301";
const embed = "https://www.tiktok.com/embed/v2/7301";
const video = html(pageOfItem(videoItem("7301")));
const challenge = html(challengePage);

function world(answers: Parameters<typeof outside>[0]) {
  const there = outside(answers);
  vi.stubGlobal("fetch", there.fetch);
  return there;
}

const ask = (settings: object = {}) =>
  tiktok({
    post: { platform: "tiktok", id: "7301" },
    quality: "best",
    mostBytes: 50_000_000,
    settings: tiktokSettings.parse(settings),
  });

describe("TikTok is asked", () => {
  it("once, as a browser opens a page; the CDN gets the page's own cookie back, and no other", async () => {
    const cookies = ["ttwid=secret; Path=/", "tt_chain_token=ab/c+d==; Path=/; Domain=.tiktok.com; HttpOnly"];
    const there = world({
      [page]: html(
        pageOfItem(videoItem("7301")),
        cookies.map((cookie) => ["Set-Cookie", cookie] as const),
      ),
    });
    const found = await ask();
    const headers = { Referer: "https://www.tiktok.com/", Cookie: "tt_chain_token=ab/c+d==" };
    expect(found).toMatchObject({
      is: "media",
      media: {
        content: { renditions: [{ codec: "h264", headers }, { headers }, { headers }] },
        sound: { headers },
      },
    });
    expect(JSON.stringify(found)).not.toContain("ttwid");
    expect(there.asked).toMatchObject([
      { method: "GET", url: page, headers: { "sec-fetch-mode": "navigate", "user-agent": /Chrome/ } },
    ]);
    expect(there.asked[0]?.headers).not.toHaveProperty("cookie");
  });

  it.each(["tt_chain_token=", "tt_chain_token=a b", 'tt_chain_token=a"\u00e9', "not_tt_chain_token=x"])(
    "and a cookie like %j is not sent back",
    async (cookie) => {
      world({ [page]: html(pageOfItem(videoItem("7301")), [["Set-Cookie", cookie]]) });
      expect(JSON.stringify(await ask())).not.toContain("Cookie");
    },
  );

  it("again as another browser when the first one has to prove that it is human", async () => {
    const there = world({ [page]: [challenge, video] });
    expect(await ask()).toMatchObject({ is: "media" });
    const agents = there.asked.map(({ headers }) => headers["user-agent"]);
    expect(agents).toEqual([expect.stringContaining("Chrome"), expect.stringContaining("Firefox")]);
  });

  it("for the embeddable page when no browser gets the page: a slideshow is there", async () => {
    const there = world({ [page]: challenge, [embed]: html(embedPage("7301", embeddedSlideshow)) });
    expect(await ask()).toMatchObject({ is: "media", media: { content: { is: "album" } } });
    expect(there.asked.map(({ url }) => url)).toEqual([page, page, embed]);
  });

  it("in the order of the settings", async () => {
    const there = world({ [embed]: html(embedPage("7301", embeddedSlideshow)) });
    expect(await ask({ paths: ["embed", "page"] })).toMatchObject({ is: "media" });
    expect(there.asked.map(({ url }) => url)).toEqual([embed]);
  });

  it("for a slideshow, which its page tells at once", async () => {
    world({ [page]: html(pageOfItem(slideshowItem("7301"))) });
    expect(await ask()).toMatchObject({ media: { content: { is: "album", items: { length: 3 } } } });
  });
});

describe("TikTok refuses", () => {
  it("whoever does not prove to be human, and nobody tries to", async () => {
    const there = world({ [page]: challenge, [embed]: html(emptyPage) });
    await expect(ask()).rejects.toMatchObject({ code: "bot-check", retry: true });
    expect(there.asked.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["GET", page, ""],
      ["GET", page, ""],
      ["GET", embed, ""],
    ]);
    for (const { headers } of there.asked) expect(headers).not.toHaveProperty("cookie");
  });

  it("a private post, and is not asked again", async () => {
    const there = world({ [page]: html(pageOfDetail({ statusCode: 10_216, statusMsg: "x" })) });
    expect(await ask()).toEqual({ is: "refused", reason: "private", detail: "status 10216" });
    expect(there.asked).toHaveLength(1);
  });

  it("with a login, which is not opened", async () => {
    const there = world({
      [page]: redirect("https://www.tiktok.com/login?redirect_url=x"),
      [embed]: html(emptyPage),
    });
    expect(await ask()).toMatchObject({ is: "refused", reason: "login-required" });
    expect(there.asked.map(({ url }) => url)).toEqual([page, page, embed]);
  });

  it("to say where the file is; the others do not know it either", async () => {
    const withheld = videoItem("7301", { playAddr: "", downloadAddr: "", bitrateInfo: [] });
    const there = world({ [page]: html(pageOfItem(withheld)), [embed]: html(emptyPage) });
    expect(await ask()).toMatchObject({ is: "refused", reason: "no-video" });
    expect(there.asked.map(({ url }) => url)).toEqual([page, page, embed]);
  });

  it.each([
    "https://evil.example/",
    "http://www.tiktok.com/",
    "http://169.254.169.254/",
    "https://tiktok.com:8443/",
  ])("by sending to %s, where nobody goes", async (place) => {
    const there = world({ [page]: redirect(place), [embed]: redirect(place) });
    await expect(ask()).rejects.toMatchObject({ code: "upstream-changed" });
    expect(there.asked.map(({ url }) => url)).toEqual([page, page, embed]);
  });

  it.each([
    ["rate-limited", html("", [], 429)],
    ["rate-limited", html("", [], 403)],
    ["unreachable", html("", [], 500)],
    ["upstream-changed", html(`${emptyPage}${" ".repeat(3_000_000)}`)],
    ["upstream-changed", html(emptyPage)],
  ])("with %s, and the first trouble is the one that is told", async (code, answer) => {
    world({ [page]: answer, [embed]: challenge });
    await expect(ask()).rejects.toMatchObject({ code });
  });

  it("to answer at all", async () => {
    world({});
    await expect(ask()).rejects.toMatchObject({ code: "unreachable", retry: true });
  });
});
