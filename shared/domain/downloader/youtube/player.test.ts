import { describe, expect, it } from "vitest";
import type { Media } from "../media.ts";
import { readPlayer, type Wish } from "./player.ts";
import { details, muxed, notPlaying, picture, playing, sound, streams } from "./rehearsal.ts";

const id = "a_B-c1D2e3F";
const wish: Wish = { post: { platform: "youtube", id }, quality: "best", rangeBytes: 10_485_760 };
const read = (answer: object, more: Partial<Wish> = {}) =>
  readPlayer({ status: 200, body: JSON.stringify(answer) }, { ...wish, ...more });

function filesOf(answer: object, more: Partial<Wish> = {}): Media["content"] | undefined {
  const found = read(answer, more);
  return found.is === "media" ? found.media.content : undefined;
}

describe("a Short", () => {
  it("is told with its files, fetched piece by piece", () => {
    expect(read(playing(id))).toEqual({
      is: "media",
      media: {
        title: "Кот пьёт",
        author: "Some Channel",
        duration: 59,
        thumbnail: {
          kind: "photo",
          url: `https://i.ytimg.com/vi/${id}/hqdefault.jpg?x=1`,
          width: 480,
          height: 360,
        },
        content: {
          is: "single",
          renditions: [
            {
              kind: "video",
              url: muxed.url,
              bytes: 1_000_000,
              width: 360,
              height: 640,
              codec: "h264",
              rangeBytes: 10_485_760,
            },
            { kind: "audio", url: sound.url, bytes: 300_000, rangeBytes: 10_485_760 },
          ],
        },
      },
    });
  });

  it("that is kept in sound and picture apart is left to the back end", () => {
    const apart = playing(id, { streamingData: streams([], [picture, sound]) });
    expect(read(apart)).toMatchObject({ is: "refused", reason: "upstream-changed" });
    expect(filesOf(apart, { quality: "audio" })).toMatchObject({
      renditions: [{ kind: "audio", url: sound.url }],
    });
  });

  it("in a codec that plays in few places says so", () => {
    const vp9 = { ...muxed, mimeType: 'video/mp4; codecs="vp09.00.51.08, mp4a.40.2"' };
    expect(filesOf(playing(id, { streamingData: streams([vp9], []) }))).toMatchObject({
      renditions: [{ codec: "vp09" }],
    });
  });

  it.each([
    ["another host", { ...muxed, url: "https://evil.example/videoplayback" }],
    ["no https", { ...muxed, url: "http://rr3---sn-x.googlevideo.com/videoplayback" }],
    ["WebM", { ...muxed, mimeType: 'video/webm; codecs="vp9, opus"' }],
    ["no address", { ...muxed, url: undefined }],
  ])("has no file that can be used: %s", (_, format) => {
    const found = read(playing(id, { streamingData: streams([format], []) }));
    expect(found).toMatchObject({ is: "refused", reason: "upstream-changed" });
    expect(JSON.stringify(found)).not.toContain("http");
  });

  it("without anything but a length and an id is a Short all the same", () => {
    const bare = playing(id, { videoDetails: { videoId: id, lengthSeconds: "many" } });
    expect(read(bare)).toMatchObject({ media: { title: "", author: "" } });
  });
});

const screen = (text: string) => ({
  errorScreen: { playerErrorMessageRenderer: { subreason: { runs: [{ text }] } } },
});

describe("YouTube refuses", () => {
  it.each([
    ["bot-check", notPlaying("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot")],
    ["bot-check", notPlaying("OK?", "", { errorScreen: { playerCaptchaViewModel: {} } })],
    ["age-restricted", notPlaying("LOGIN_REQUIRED", "Sign in to confirm your age")],
    ["age-restricted", notPlaying("LOGIN_REQUIRED", "This video may be inappropriate for some users.")],
    ["age-restricted", notPlaying("AGE_VERIFICATION_REQUIRED", "")],
    ["age-restricted", notPlaying("AGE_CHECK_REQUIRED", "")],
    ["private", notPlaying("LOGIN_REQUIRED", "Please sign in", screen("Private video"))],
    ["private", { playabilityStatus: { status: "LOGIN_REQUIRED", messages: ["This is a private video."] } }],
    ["login-required", notPlaying("LOGIN_REQUIRED", "Please sign in")],
    ["rate-limited", notPlaying("UNPLAYABLE", "You have reached the request limit.")],
    ["rate-limited", notPlaying("UNPLAYABLE", "This content isn't available, try again later.")],
    ["rate-limited", notPlaying("ERROR", "This content isn't available, try again later.")],
    [
      "geo-blocked",
      notPlaying(
        "UNPLAYABLE",
        "Video unavailable",
        screen("The uploader has not made this video available in your country"),
      ),
    ],
    ["paid", notPlaying("UNPLAYABLE", "Join this channel to get access to members-only content")],
    ["removed-or-geo-blocked", notPlaying("UNPLAYABLE", "Video unavailable")],
    ["removed", notPlaying("ERROR", "This video has been removed by the uploader")],
    ["live", notPlaying("LIVE_STREAM_OFFLINE", "Premieres in 3 hours")],
    ["live", playing(id, { videoDetails: details(id, { isLive: true }) })],
    ["live", playing(id, { videoDetails: details(id, { isUpcoming: true }) })],
    ["drm", playing(id, { streamingData: streams([{ ...muxed, drmFamilies: ["WIDEVINE"] }], []) })],
    ["upstream-changed", playing(id, { streamingData: streams([{ ...muxed, url: undefined }], []) })],
    ["upstream-changed", playing(id, { streamingData: undefined })],
    ["upstream-changed", playing(id, { videoDetails: undefined })],
    ["upstream-changed", notPlaying("SOMETHING_NEW", "Whatever")],
    ["upstream-changed", {}],
    // Whoever is not trusted is shown another video.
    ["rate-limited", playing("00000000000")],
  ] as const)("with %s: %j", (reason, answer) => {
    expect(read(answer)).toMatchObject({ is: "refused", reason });
  });

  it.each([
    [429, "rate-limited"],
    [403, "rate-limited"],
    [500, "unreachable"],
    [400, "upstream-changed"],
  ])("with the status %i: %s", (status, reason) => {
    expect(readPlayer({ status, body: "{}" }, wish)).toMatchObject({ is: "refused", reason });
  });

  it("with a page instead of an answer", () => {
    expect(readPlayer({ status: 200, body: "<html>" }, wish)).toMatchObject({ reason: "upstream-changed" });
  });
});
