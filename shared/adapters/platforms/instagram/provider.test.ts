import { afterEach, describe, expect, it, vi } from "vitest";
import {
  carousel,
  embeddedVideo,
  embedPage,
  gated,
  page as pageWith,
  shown,
  titledPage,
  video,
} from "#domain/downloader/instagram/rehearsal";
import { instagramSettings } from "#domain/downloader/instagram/settings";
import { html, json, outside, redirect } from "../rehearsal.ts";
import { instagram } from "./provider.ts";

afterEach(() => vi.unstubAllGlobals());

const code = "DcMirpjxAQB";
const page = `https://www.instagram.com/p/${code}/`;
const embed = `${page}embed/captioned/`;
const home = "https://www.instagram.com/";
const graphql = "https://www.instagram.com/api/graphql";
const shell = html(titledPage("Instagram"));

function world(answers: Parameters<typeof outside>[0]) {
  const there = outside(answers);
  vi.stubGlobal("fetch", there.fetch);
  return there;
}

const ask = (settings: object = {}) =>
  instagram({
    post: { platform: "instagram", id: code },
    quality: "best",
    mostBytes: 50_000_000,
    settings: instagramSettings.parse(settings),
  });

describe("Instagram is asked", () => {
  it("once, as a browser opens a page, without any cookie", async () => {
    const there = world({ [page]: html(pageWith(shown(code, video("x"))), [["Set-Cookie", "csrftoken=x"]]) });
    const found = await ask();
    expect(found).toMatchObject({ media: { content: { is: "single", renditions: [{ isOpen: true }, {}] } } });
    expect(JSON.stringify(found)).not.toContain("csrf");
    expect(there.asked).toMatchObject([
      { method: "GET", url: page, headers: { "sec-fetch-mode": "navigate", "sec-ch-ua-mobile": "?0" } },
    ]);
    expect(there.asked[0]?.headers).not.toHaveProperty("cookie");
  });

  it("for a carousel", async () => {
    world({ [page]: html(pageWith(shown(code, carousel))) });
    expect(await ask()).toMatchObject({ media: { content: { is: "album", items: { length: 3 } } } });
  });

  it("where it says that the post has moved within it", async () => {
    const moved = `https://www.instagram.com/reel/${code}/`;
    const there = world({ [page]: redirect(moved), [moved]: html(pageWith(shown(code, video("x")))) });
    expect(await ask()).toMatchObject({ is: "media" });
    expect(there.asked).toHaveLength(2);
  });

  it("for the embeddable page when the page comes without the post", async () => {
    const there = world({ [page]: shell, [embed]: html(embedPage(code, embeddedVideo("x"))) });
    expect(await ask()).toMatchObject({ media: { content: { is: "single" } } });
    expect(there.asked.map(({ url }) => url)).toEqual([page, embed]);
  });

  it("by the logged-out GraphQL, when that is switched on", async () => {
    const lsd = '<script type="application/json" id="__eqmc">{"u":"x","l":"AVqToken_-1"}</script>';
    const there = world({
      [page]: shell,
      [home]: html(lsd, [
        ["Set-Cookie", "mid=secret; Path=/"],
        ["Set-Cookie", "csrftoken=crumb; Path=/; Secure"],
      ]),
      [graphql]: json({ data: shown(code, video("x")) }),
    });
    expect(await ask({ paths: ["page", "graphql", "embed"] })).toMatchObject({ is: "media" });
    expect(there.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${page}`,
      `GET ${home}`,
      `POST ${graphql}`,
    ]);
    const asked = there.asked[2];
    expect(asked?.headers).toMatchObject({
      "x-ig-app-id": "936619743392459",
      "x-asbd-id": "359341",
      "x-fb-lsd": "AVqToken_-1",
      "x-csrftoken": "crumb",
      cookie: "csrftoken=crumb",
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toMatchObject({
      lsd: "AVqToken_-1",
      variables: '{"media_id":"3966697904948904961"}',
      doc_id: "27130156389949648",
    });
  });

  it("by GraphQL with the token's older place, and not at all without a token", async () => {
    const there = world({
      [home]: [html('["LSD",[],{"token":"AVq_2"},323]'), html("nothing")],
      [graphql]: json({ data: gated(code, "Age-restricted content") }),
    });
    expect(await ask({ paths: ["graphql"] })).toMatchObject({ is: "refused", reason: "age-restricted" });
    expect(there.asked[1]?.headers).toMatchObject({ "x-fb-lsd": "AVq_2" });
    await expect(ask({ paths: ["graphql"] })).rejects.toMatchObject({ code: "upstream-changed" });
    expect(there.asked).toHaveLength(3);
  });
});

describe("Instagram refuses", () => {
  it.each(["/accounts/login/?next=x", "/", "https://www.instagram.com/?x=1"])(
    "an address that has asked too much, by sending it to %s, which is not opened",
    async (place) => {
      const there = world({ [page]: redirect(place), [embed]: redirect(place), [home]: html("home") });
      await expect(ask()).rejects.toMatchObject({ code: "rate-limited", retry: true });
      expect(there.asked.map(({ url }) => url)).toEqual([page, embed]);
    },
  );

  it("the same to GraphQL", async () => {
    world({ [home]: html('["LSD",[],{"token":"AVq_2"},323]'), [graphql]: redirect("/") });
    await expect(ask({ paths: ["graphql"] })).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("a gated post: the embeddable page is tried, and the gate is the answer", async () => {
    const there = world({ [page]: html(pageWith(gated(code, ""))), [embed]: shell });
    expect(await ask()).toEqual({ is: "refused", reason: "login-required", detail: "gated" });
    expect(there.asked).toHaveLength(2);
  });

  it("a post that is gone, and is not asked again", async () => {
    const there = world({ [page]: html("", [], 404) });
    expect(await ask()).toMatchObject({ is: "refused", reason: "removed" });
    expect(there.asked).toHaveLength(1);
  });

  it.each(["https://evil.example/", "https://i.instagram.com/x", "http://10.0.0.1/"])(
    "by sending to %s, where nobody goes",
    async (place) => {
      const there = world({ [page]: redirect(place), [embed]: redirect(place) });
      await expect(ask()).rejects.toMatchObject({ code: "upstream-changed" });
      expect(there.asked.map(({ url }) => url)).toEqual([page, embed]);
    },
  );

  it.each([
    ["bot-check", html(titledPage("Challenge required"))],
    ["upstream-changed", shell],
    ["upstream-changed", html(" ".repeat(3_000_001))],
    ["unreachable", html("", [], 503)],
  ])("with %s", async (reason, answer) => {
    world({ [page]: answer, [embed]: shell });
    await expect(ask()).rejects.toMatchObject({ code: reason });
  });
});
