import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, browser, deep, scriptsOf, setStage, type Stage } from "../stage.ts";

let stage: Stage;
let now = Date.UTC(2026, 10, 20, 18);
beforeEach(async () => {
  stage = await setStage({ now: () => now });
});
afterEach(() => stage.close());

const id = "CabcDEF_-12";
const pageUrl = `https://www.instagram.com/p/${id}/`;
const fail = (failure: string) => stage.set({ platform: "instagram", id, failure });

async function mediaOn(url = pageUrl): Promise<unknown> {
  const page = await (await stage.visit(url)).text();
  return scriptsOf(page, "data-sjs")
    .map((block) => deep(block, "xig_polaris_media"))
    .find((media) => media !== undefined);
}
const itemOn = async (url = pageUrl) => at(await mediaOn(url), "if_not_gated_logged_out");

describe("a post's page", () => {
  it.each(["p", "reel", "reels", "tv", "somebody/p", "somebody/reel"])(
    "of the form /%s/ID/ has the post",
    async (form) => {
      const item = await itemOn(`https://www.instagram.com/${form}/${id}/`);
      expect(item).toMatchObject({ code: id, media_type: 2, has_audio: true, video_duration: 2 });
      expect(at(item, "video_versions")).toMatchObject([
        { width: 720, height: 1_280, url: expect.stringMatching(/^https:\/\/scontent\.cdninstagram\.com\//) },
        { width: 480, height: 853 },
      ]);
      expect(at(item, "image_versions2", "candidates", 0, "url")).toEqual(expect.stringContaining(".jpg?"));
    },
  );

  it("is long, and holds other posts of the author as well", async () => {
    const page = await (await stage.visit(pageUrl)).text();
    expect(page.length).toBeGreaterThan(700_000);
    const codes = scriptsOf(page, "data-sjs").map((block) => deep(block, "code"));
    expect(codes.filter((code) => code !== undefined)).toEqual(["Aaaaaaaaaa1", id]);
  });

  it("is an empty shell for whoever does not navigate to it", async () => {
    const bare = await (await stage.ask(pageUrl, { "User-Agent": browser })).text();
    const mobile = await (
      await stage.visit(pageUrl, { "User-Agent": "Mozilla/5.0 (iPhone) Mobile Safari" })
    ).text();
    expect([bare, mobile].map((page) => scriptsOf(page, "data-sjs"))).toEqual([[], []]);
  });

  it.each([
    ["login-required", /^Log in/],
    ["age-restricted", /Restricted/],
    ["geo-blocked", /region/],
  ])("gates what is %s", async (failure, title) => {
    await fail(failure);
    expect(await mediaOn()).toMatchObject({
      code: id,
      if_not_gated_logged_out: null,
      gating_ruling: { title: expect.stringMatching(title) },
    });
  });

  it("sends whoever asked too much to the login, and has nothing of what is gone", async () => {
    await fail("rate-limited");
    const { status, headers } = await stage.visit(pageUrl);
    expect([status, headers.get("Location")]).toEqual([302, expect.stringContaining("/accounts/login")]);
    await fail("removed");
    expect((await stage.visit(pageUrl)).status).toBe(404);
  });

  it("says that a post is private, and that of a private token always", async () => {
    await fail("private");
    expect(await (await stage.visit(pageUrl)).text()).toContain("polaris.privatePostPage");
    expect(await (await stage.visit(`https://www.instagram.com/p/Cabc${"x".repeat(28)}/`)).text()).toContain(
      "polaris.privatePostPage",
    );
  });

  it("becomes a challenge, or something else than it was", async () => {
    await fail("bot-check");
    expect(await (await stage.visit(pageUrl)).text()).toMatch(/<title>Challenge/);
    await fail("upstream-changed");
    expect(await mediaOn()).toBeUndefined();
  });

  it("has a photo where there is no video", async () => {
    await fail("no-video");
    const item = await itemOn();
    expect(item).toMatchObject({ media_type: 1, video_versions: null });
    const photo = await stage.ask(String(at(item, "image_versions2", "candidates", 0, "url")));
    expect(photo.headers.get("Content-Type")).toBe("image/jpeg");
  });
});

describe("a carousel", () => {
  it("has its items on the page and on the embeddable one, and every one can be fetched", async () => {
    await stage.set({
      platform: "instagram",
      id,
      kind: "carousel",
      items: ["video", "photo", "video"],
      bytes: 50_000,
    });
    const items = at(await itemOn(), "carousel_media") as unknown[];
    expect(items.map((item) => at(item, "media_type"))).toEqual([2, 1, 2]);
    const urls = items.map((item) =>
      String(at(item, "video_versions", 0, "url") ?? at(item, "image_versions2", "candidates", 0, "url")),
    );
    const files = await Promise.all(urls.map((url) => stage.ask(url)));
    expect(files.map(({ headers }) => headers.get("Content-Type"))).toEqual([
      "video/mp4",
      "image/jpeg",
      "video/mp4",
    ]);

    const page = await (await stage.ask(`${pageUrl}embed/captioned/`)).text();
    const context = /"contextJSON":("(?:[^"\\]|\\.)*")/.exec(page)?.[1];
    const data = JSON.parse(JSON.parse(context ?? "") as string) as unknown;
    const nodes = at(data, "gql_data", "shortcode_media", "edge_sidecar_to_children", "edges") as unknown[];
    expect(nodes.map((edge) => at(edge, "node", "is_video"))).toEqual([true, false, true]);
  });
});

describe("the CDN", () => {
  it("gives a file to everybody, for as long as its link lasts", async () => {
    const url = String(at(await itemOn(), "video_versions", 0, "url"));
    const response = await stage.ask(url);
    expect([response.status, response.headers.get("Content-Length")]).toEqual([200, "2000000"]);
    await response.body?.cancel();
    expect(Number.parseInt(new URL(url).searchParams.get("oe") ?? "", 16)).toBe(
      Math.floor(now / 1_000) + 48 * 3_600,
    );
    expect((await stage.ask(url.replace("oh=", "oh=0"))).status).toBe(403);
    now += 48 * 3_600_000;
    expect((await stage.ask(url)).status).toBe(403);
  });

  it("leads elsewhere where the control wants it", async () => {
    const url = String(at(await itemOn(), "video_versions", 0, "url"));
    await stage.set({ platform: "instagram", id, redirect: "file:///etc/passwd" });
    const response = await stage.ask(url);
    expect([response.status, response.headers.get("Location")]).toEqual([302, "file:///etc/passwd"]);
  });
});

describe("a share link", () => {
  it.each(["share", "share/p", "share/reel"])(
    "of the form /%s/CODE/ leads on, but no browser",
    async (form) => {
      const url = `https://www.instagram.com/${form}/BAcode/`;
      const response = await stage.ask(url, { "User-Agent": "curl/7.88.1" });
      expect(response.headers.get("Location")).toMatch(/^https:\/\/www\.instagram\.com\/reel\/[\w-]{11}\//);
      expect((await stage.visit(url)).status).toBe(200);
    },
  );
});

it("answers its API to browsers alone", async () => {
  const response = await stage.ask(
    "https://www.instagram.com/api/graphql",
    {},
    { method: "POST", body: "doc_id=1" },
  );
  expect(response.status).toBe(401);
});
