import { afterEach, expect, it, vi } from "vitest";
import { muxed, notPlaying, playing } from "#domain/downloader/youtube/rehearsal";
import { youtubeSettings } from "#domain/downloader/youtube/settings";
import type { Question } from "../provider.ts";
import { html, json, outside } from "../rehearsal.ts";
import { youtube } from "./provider.ts";

afterEach(() => vi.unstubAllGlobals());

const id = "a_B-c1D2e3F";
const api = "https://www.youtube.com/youtubei/v1";
const second = "https://youtubei.googleapis.com/youtubei/v1";
const visitor = (name: string) => json({ responseContext: { visitorData: name } });

const question = (settings: object = {}): Question<"youtube"> => ({
  post: { platform: "youtube", id },
  quality: "best",
  mostBytes: 50_000_000,
  settings: youtubeSettings.parse(settings),
});

function world(answers: Parameters<typeof outside>[0]) {
  const there = outside(answers);
  vi.stubGlobal("fetch", there.fetch);
  return there;
}

it("asks as one of YouTube's own apps, in the name of a visitor", async () => {
  const there = world({
    [`${api}/visitor_id?prettyPrint=false`]: visitor("CgtWSVNJVE9S%3D"),
    [`${api}/player?prettyPrint=false`]: json(playing(id)),
  });
  const found = await youtube(question());

  expect(found).toMatchObject({ is: "media", media: { content: { renditions: [{ url: muxed.url }, {}] } } });
  const [first, then] = there.asked;
  const app = {
    clientName: "VISIONOS",
    clientVersion: "1.02",
    deviceMake: "Apple",
    deviceModel: "RealityDevice17,1",
    osName: "visionOS",
    osVersion: "26.5.23O471",
    hl: "en",
  };
  expect(JSON.parse(first?.body ?? "")).toEqual({ context: { client: app } });
  expect(first?.headers).not.toHaveProperty("x-goog-visitor-id");
  expect(JSON.parse(then?.body ?? "")).toEqual({
    context: { client: { ...app, visitorData: "CgtWSVNJVE9S%3D" } },
    videoId: id,
    contentCheckOk: true,
    racyCheckOk: true,
  });
  expect(then).toMatchObject({
    method: "POST",
    headers: {
      "x-youtube-client-name": "101",
      "x-youtube-client-version": "1.02",
      "x-goog-visitor-id": "CgtWSVNJVE9S%3D",
      origin: "https://www.youtube.com",
    },
  });
});

it("asks as another app when one is mistrusted", async () => {
  const app = {
    name: "OTHER",
    id: 7,
    version: "2.0",
    userAgent: "Other/2.0",
    host: "youtubei.googleapis.com",
  };
  const there = world({
    [`${api}/visitor_id?prettyPrint=false`]: visitor("one"),
    [`${api}/player?prettyPrint=false`]: json(
      notPlaying("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot"),
    ),
    [`${second}/visitor_id?prettyPrint=false`]: visitor("two"),
    [`${second}/player?prettyPrint=false`]: json(playing(id)),
  });
  const { clients } = youtubeSettings.parse({});

  expect(await youtube(question({ clients: [...clients, app] }))).toMatchObject({ is: "media" });
  expect(there.asked.at(-1)?.headers).toMatchObject({ "user-agent": "Other/2.0" });
});

it("asks nobody else about a video that is private", async () => {
  const there = world({
    [`${api}/visitor_id?prettyPrint=false`]: visitor("one"),
    [`${api}/player?prettyPrint=false`]: json(notPlaying("LOGIN_REQUIRED", "This is a private video.")),
  });
  const { clients } = youtubeSettings.parse({});

  expect(await youtube(question({ clients: [...clients, ...clients] }))).toMatchObject({ reason: "private" });
  expect(there.asked).toHaveLength(2);
});

it.each([
  ["no name", json({}), "upstream-changed"],
  ["a name that no header can bear", visitor("a\r\nX-Evil: 1"), "upstream-changed"],
  ["too many questions", html("", [], 429), "rate-limited"],
])("does not go on without a visitor's name: %s", async (_, answer, code) => {
  const there = world({ [`${api}/visitor_id?prettyPrint=false`]: answer });
  await expect(youtube(question())).rejects.toMatchObject({ code });
  expect(there.asked).toHaveLength(1);
});

it("says so when YouTube cannot be reached", async () => {
  world({});
  await expect(youtube(question())).rejects.toMatchObject({ code: "unreachable", retry: true });
});
