import { afterEach, describe, expect, it, vi } from "vitest";
import { instagramSettings } from "#domain/downloader/instagram/settings";
import { tiktokSettings } from "#domain/downloader/tiktok/settings";
import { html, outside, redirect } from "./rehearsal.ts";
import { followShortLink } from "./short-link.ts";

afterEach(() => vi.unstubAllGlobals());

const vm = "https://vm.tiktok.com/ZSabc123/";
const share = "https://www.instagram.com/share/reel/BAabc_-12/";

function world(answers: Parameters<typeof outside>[0]) {
  const there = outside(answers);
  vi.stubGlobal("fetch", there.fetch);
  return there;
}

const followTiktok = () => followShortLink({ platform: "tiktok", url: vm }, tiktokSettings.parse({}));
const followShare = () => followShortLink({ platform: "instagram", url: share }, instagramSettings.parse({}));

describe("a short link of TikTok", () => {
  it.each([
    ["by a redirect", redirect("https://www.tiktok.com/@u/video/7301?_r=1")],
    ["by a permanent redirect", redirect("https://m.tiktok.com/v/7301.html", 301)],
    ["by an id beside the path", redirect("https://www.tiktok.com/?_r=1&item_id=7301")],
    [
      "by the first link of a page",
      html('<p><a class="x" href="https://www.tiktok.com/@u/video/7301?a=1&amp;b=2">'),
    ],
  ])("leads to its post %s, which itself is not fetched", async (_, answer) => {
    const there = world({ [vm]: answer });
    expect(await followTiktok()).toEqual({ platform: "tiktok", id: "7301" });
    expect(there.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${vm}`]);
  });

  it("may lead to another short link, which is made anew", async () => {
    const there = world({
      [vm]: redirect("http://www.tiktok.com/t/ZTabc123?u=https://evil.example/"),
      "https://www.tiktok.com/t/ZTabc123/": redirect("/@u/photo/7301"),
    });
    expect(await followTiktok()).toEqual({ platform: "tiktok", id: "7301" });
    expect(there.asked).toHaveLength(2);
  });

  it("is dead when it leads on and on", async () => {
    const there = world({ [vm]: redirect(vm) });
    await expect(followTiktok()).rejects.toMatchObject({ code: "dead-link" });
    expect(there.asked).toHaveLength(3);
  });

  it.each([
    "https://evil.example/@u/video/7301",
    "https://www.tiktok.com@evil.example/@u/video/7301",
    "https://www.tiktok.com.evil.example/@u/video/7301",
    "https://www.tiktok.com:8443/t/ZTabc123/",
    "http://127.0.0.1/t/ZTabc123/",
    "http://[::ffff:a00:1]/",
    "http://10.0.0.1/",
    "http://metadata.google.internal/",
    "file:///etc/passwd",
    "//evil.example/",
    "https://www.tiktok.com/",
    "https://www.tiktok.com/404",
    "https://www.instagram.com/p/C_a-B1c2D3e/",
  ])("is dead when it leads to %j, and that is never fetched", async (place) => {
    for (const answer of [redirect(place), html(`<a href="${place}">`)]) {
      const there = world({ [vm]: answer });
      await expect(followTiktok()).rejects.toMatchObject({ code: "dead-link" });
      expect(there.asked.map(({ url }) => url)).toEqual([vm]);
    }
  });

  it.each([
    ["login-required", redirect("https://www.tiktok.com/login?redirect_url=x")],
    ["bot-check", html("<script>_wafchallengeid</script>")],
    ["bot-check", html('<p id="cs"></p>', [], 403)],
    ["rate-limited", html("", [], 429)],
    ["unreachable", html("", [], 502)],
    ["dead-link", html("no links", [], 404)],
    ["dead-link", html("no links")],
    ["upstream-changed", html("x".repeat(3_000_001))],
  ])("may end with %s", async (code, answer) => {
    world({ [vm]: answer });
    await expect(followTiktok()).rejects.toMatchObject({ code });
  });

  it("is unreachable when nobody answers", async () => {
    world({});
    await expect(followTiktok()).rejects.toMatchObject({ code: "unreachable" });
  });
});

describe("a share link of Instagram", () => {
  it("is asked for as a program, not as a browser, and leads to its post", async () => {
    const there = world({ [share]: redirect("https://www.instagram.com/reel/C_a-B1c2D3e/?igsh=x", 301) });
    expect(await followShare()).toEqual({ platform: "instagram", id: "C_a-B1c2D3e" });
    expect(there.asked[0]?.headers["user-agent"]).toMatch(/^curl\//);
  });

  it.each([
    ["rate-limited", redirect("/accounts/login/?next=x")],
    ["dead-link", redirect("/")],
    ["dead-link", html("a page for browsers")],
  ])("may end with %s", async (code, answer) => {
    world({ [share]: answer });
    await expect(followShare()).rejects.toMatchObject({ code });
  });
});
