import { describe, expect, it } from "vitest";
import type { Found, Media } from "../media.ts";
import type { Post } from "../post.ts";
import { readTiktokEmbedPage } from "./embed-page.ts";
import { readTiktokPage } from "./page.ts";
import {
  challengePage,
  embeddedSlideshow,
  embedPage,
  emptyPage,
  file,
  pageOfDetail,
  pageOfItem,
  slideshowItem,
  videoItem,
} from "./rehearsal.ts";

const post: Post = { platform: "tiktok", id: "7301" };
const headers = { Referer: "https://www.tiktok.com/", Cookie: "tt_chain_token=x" };
const read = (body: string, status = 200) => readTiktokPage({ status, body }, post, headers);
const reasonOf = (found: Found) => (found.is === "refused" ? found.reason : "media");

function mediaOf(found: Found): Media {
  if (found.is === "refused") throw new Error(`refused: ${found.reason}, ${found.detail}`);
  return found.media;
}

const filesOf = ({ content }: Media) => (content.is === "single" ? content.renditions : content.items);
const pathsOf = (media: Media) => filesOf(media).map(({ url }) => new URL(url).pathname);

describe("a video of TikTok", () => {
  it("has its files, H.264 and large ones first, each with what the CDN wants to see", () => {
    expect(mediaOf(read(pageOfItem(videoItem("7301"))))).toEqual({
      title: "Кот пьёт 🍺 #fyp",
      author: "some.user",
      duration: 12,
      thumbnail: { kind: "photo", url: "https://p16-sign-va.tiktokcdn.com/cover.jpeg?x=1", headers },
      sound: { kind: "audio", url: "https://sf16-ies-music-va.tiktokcdn.com/obj/sound.mp3", headers },
      content: {
        is: "single",
        renditions: [
          { name: "h264-1920", bytes: 2_000_000, width: 1080, height: 1920, codec: "h264" },
          { name: "h264-1024", bytes: 900_000, width: 576, height: 1024, codec: "h264" },
          { name: "bytevc1-1920", bytes: 1_500_000, width: 1080, height: 1920, codec: "h265" },
        ].map(({ name, ...known }) => ({
          kind: "video",
          url: `https://v16-webapp-prime.tiktok.com/video/${name}/?tk=tt_chain_token`,
          headers,
          ...known,
        })),
      },
    });
  });

  it("may come in another build of the page", () => {
    const found = read(pageOfItem(videoItem("7301"), "webapp.reflow.video.detail"));
    expect(mediaOf(found).author).toBe("some.user");
  });

  it("may have its one address alone", () => {
    const one = videoItem("7301", { bitrateInfo: null, codecType: "h264", size: "777" });
    expect(filesOf(mediaOf(read(pageOfItem(one))))).toMatchObject([
      { bytes: 777, width: 1080, height: 1920, codec: "h264" },
    ]);
  });

  it.each([
    ["H.266", file("bytevc2", 1080, 1920, 1)],
    [
      "of video alone, by its path",
      file("h265", 1, 1, 1, { UrlList: ["https://v16.tiktokcdn.com/a/media-video-hvc1/?x"] }),
    ],
    [
      "behind TikTok's own site",
      file("h264", 1, 1, 1, { UrlList: ["https://www.tiktok.com/aweme/v1/play/"] }),
    ],
    ["behind a foreign site", file("h264", 1, 1, 1, { UrlList: ["https://tiktokcdn.com.evil.example/x"] })],
    ["behind a port", file("h264", 1, 1, 1, { UrlList: ["https://v16.tiktokcdn.com:8443/x"] })],
    ["without encryption", file("h264", 1, 1, 1, { UrlList: ["http://v16.tiktokcdn.com/x"] })],
    ["at no address", file("h264", 1, 1, 1, { UrlList: ["", "nonsense", 5] })],
  ])("leaves out a file %s", (_, bad) => {
    const item = videoItem("7301", { playAddr: "", bitrateInfo: [bad, file("h264", 576, 1024, 900_000)] });
    expect(pathsOf(mediaOf(read(pageOfItem(item))))).toEqual(["/video/h264-1024/"]);
  });

  it("prefers a CDN that answers", () => {
    const UrlList = ["https://v16m-maliva.tiktokcdn.com/a", "https://v77.tiktokcdn.com/b"];
    const item = videoItem("7301", { playAddr: "", bitrateInfo: [file("h264", 1, 1, 1, { UrlList })] });
    expect(pathsOf(mediaOf(read(pageOfItem(item))))).toEqual(["/b"]);
  });

  it("bears the watermark only if there is nothing else", () => {
    const item = videoItem("7301", { playAddr: "", bitrateInfo: [] });
    expect(pathsOf(mediaOf(read(pageOfItem(item))))).toEqual(["/video/watermarked/"]);
  });

  it("tells nothing that cannot be seen, and no endless story", () => {
    const item = {
      ...videoItem("7301"),
      desc: `a\u202E\u0000b${"я".repeat(9_000)}`,
      author: { uniqueId: "u\u200Fx" },
    };
    const { title, author } = mediaOf(read(pageOfItem(item)));
    expect(title).toMatch(/^a b/);
    expect(title).toHaveLength(1_024);
    expect(author).toBe("ux");
  });

  it("may leave out all but the file", () => {
    const bare = {
      video: { playAddr: "https://v16.tiktokcdn.com/x", width: -1, height: "tall", duration: null },
    };
    expect(mediaOf(read(pageOfItem(bare)))).toEqual({
      title: "",
      author: "",
      content: { is: "single", renditions: [{ kind: "video", url: "https://v16.tiktokcdn.com/x", headers }] },
    });
  });
});

describe("a slideshow of TikTok", () => {
  it("is an album of its photos, and its sound apart", () => {
    const media = mediaOf(read(pageOfItem(slideshowItem("7301"))));
    expect(media.content).toEqual({
      is: "album",
      items: ["a", "b", "c"].map((name) => ({
        kind: "photo",
        url: `https://p16-sign.tiktokcdn-us.com/${name}.jpeg?x=1`,
        headers,
        width: 1080,
        height: 1440,
      })),
    });
    expect(media.sound?.url).toBe("https://sf16-ies-music-va.tiktokcdn.com/obj/sound.mp3");
  });

  it("is not shown by half", () => {
    const item = slideshowItem("7301");
    item.imagePost.images[1]?.imageURL.urlList.splice(0);
    expect(reasonOf(read(pageOfItem(item)))).toBe("upstream-changed");
  });

  it("is told by the embeddable page too", () => {
    const body = embedPage("7301", embeddedSlideshow);
    const media = mediaOf(readTiktokEmbedPage({ status: 200, body }, post, headers));
    expect(media).toMatchObject({ title: "Кот пьёт 🍺 #fyp", author: "some.user", content: { is: "album" } });
    expect(pathsOf(media)).toEqual(["/a.jpeg", "/b.jpeg"]);
    expect(media.sound?.kind).toBe("audio");
  });
});

describe("TikTok says why there is no video", () => {
  it.each([
    ["private", 10_216],
    ["private", 10_222],
    ["removed-or-geo-blocked", 10_204],
    ["removed", 10_231],
    ["removed", "10101"],
  ])("%s: status %s", (reason, statusCode) => {
    expect(reasonOf(read(pageOfDetail({ statusCode, statusMsg: "" })))).toBe(reason);
  });

  it.each([
    ["removed", pageOfDetail({ statusCode: 0, statusMsg: "item doesn't exist" })],
    ["upstream-changed", pageOfDetail({ statusCode: 0, statusMsg: "" })],
    ["age-restricted", pageOfItem({ id: "7301", isContentClassified: true })],
    ["no-video", pageOfItem({ id: "7301" })],
    ["upstream-changed", pageOfItem(videoItem("7302"))],
    // TikTok withholds the address of some files.
    ["no-video", pageOfItem(videoItem("7301", { playAddr: "", downloadAddr: "", bitrateInfo: [] }))],
    ["bot-check", challengePage],
    ["bot-check", "<html><script src='https://x/SlardarWAF.js'></script></html>"],
    ["bot-check", "document.cookie = '_wafchallengeid=…'"],
    ["upstream-changed", emptyPage],
    ["upstream-changed", ""],
    ["upstream-changed", '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">{"broken":</script>'],
    ["upstream-changed", '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">{"__DEFAULT_SCOPE__":{}}</script>'],
    ["upstream-changed", '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">[]</script>'],
  ])("%s", (reason, body) => {
    expect(reasonOf(read(body))).toBe(reason);
  });

  it.each([
    ["rate-limited", 403],
    ["rate-limited", 429],
    ["removed", 404],
    ["removed", 410],
    ["unreachable", 500],
    ["unreachable", 503],
    ["upstream-changed", 302],
  ])("%s: HTTP %s", (reason, status) => {
    expect(reasonOf(read(emptyPage, status))).toBe(reason);
    expect(reasonOf(readTiktokEmbedPage({ status, body: "" }, post, headers))).toBe(reason);
  });

  it("wants a proof of being human also with a status of its own", () => {
    expect(reasonOf(read(challengePage, 403))).toBe("bot-check");
  });

  it.each([
    emptyPage,
    embedPage("7301", undefined),
    embedPage("7301", { imagePostInfo: null }),
    embedPage("7302", embeddedSlideshow),
    embedPage("7301", { ...embeddedSlideshow, imagePostInfo: { displayImages: [{ urlList: [] }] } }),
  ])("upstream-changed, where the embeddable page has no photos", (body) => {
    expect(reasonOf(readTiktokEmbedPage({ status: 200, body }, post, headers))).toBe("upstream-changed");
  });
});
