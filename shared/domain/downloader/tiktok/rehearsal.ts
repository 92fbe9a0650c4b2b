/** Pages of TikTok for tests, in TikTok's own words: facts/downloader.md, 1.1. */

const cdn = "https://v16-webapp-prime.tiktok.com";

export const file = (codec: string, width: number, height: number, bytes: number, more: object = {}) => ({
  Bitrate: 1_000_000,
  CodecType: codec === "bytevc1" ? "h265_hvc1" : codec,
  PlayAddr: {
    DataSize: `${bytes}`,
    Width: width,
    Height: height,
    UrlKey: `v0_${codec}_${height}p_1000000`,
    UrlList: [
      `${cdn}/video/${codec}-${height}/?tk=tt_chain_token`,
      "https://www.tiktok.com/aweme/v1/play/?x=1",
    ],
    ...more,
  },
});

const blank = {
  desc: "Кот пьёт 🍺 #fyp",
  author: { uniqueId: "some.user", nickname: "Some User" },
  music: { title: "original sound", playUrl: "https://sf16-ies-music-va.tiktokcdn.com/obj/sound.mp3" },
};

export const videoItem = (id: string, video: object = {}) => ({
  ...blank,
  id,
  video: {
    width: 1080,
    height: 1920,
    duration: 12,
    cover: "https://p16-sign-va.tiktokcdn.com/cover.jpeg?x=1",
    originCover: "https://p16-sign-va.tiktokcdn.com/origin.jpeg?x=1",
    playAddr: `${cdn}/video/h264-1920/?tk=tt_chain_token`,
    downloadAddr: `${cdn}/video/watermarked/?tk=tt_chain_token`,
    bitrateInfo: [
      file("bytevc1", 1080, 1920, 1_500_000),
      file("h264", 576, 1024, 900_000),
      file("h264", 1080, 1920, 2_000_000),
    ],
    ...video,
  },
});

export const slideshowItem = (id: string) => ({
  ...blank,
  id,
  imagePost: {
    images: ["a", "b", "c"].map((name) => ({
      imageURL: {
        urlList: [
          `https://p16-sign.tiktokcdn-us.com/${name}.webp?x=1`,
          `https://p16-sign.tiktokcdn-us.com/${name}.jpeg?x=1`,
        ],
      },
      imageWidth: 1080,
      imageHeight: 1440,
    })),
  },
  video: { duration: 0, playAddr: "https://sf16-ies-music-va.tiktokcdn.com/obj/sound.mp3" },
});

const html = (scripts: string) =>
  `<!DOCTYPE html><html><head><title>TikTok</title></head><body><script>var x = 1;</script>${scripts}</body></html>`;
// As the page writes it: a "</" inside of the data would end the script.
const script = (id: string, data: unknown) =>
  `<script id="${id}" type="application/json">${JSON.stringify(data).replaceAll("</", "<\\/")}</script>`;

export const pageOfDetail = (detail: object, scope = "webapp.video-detail") =>
  html(script("__UNIVERSAL_DATA_FOR_REHYDRATION__", { __DEFAULT_SCOPE__: { [scope]: detail } }));

export const pageOfItem = (item: object, scope?: string) =>
  pageOfDetail({ statusCode: 0, statusMsg: "", itemInfo: { itemStruct: item } }, scope);

export const challengePage = html('<p id="cs" class="eyJ2Ijp7ImEiOiIifX0="></p><p>Please wait...</p>');
export const emptyPage = html("");

export const embedPage = (id: string, videoData: unknown) =>
  html(
    script("__FRONTITY_CONNECT_STATE__", {
      source: { data: { [`/embed/v2/${id}`]: { videoData }, "/": null } },
    }),
  );

export const embeddedSlideshow = {
  itemInfos: { id: "7301", text: "Кот пьёт 🍺 #fyp" },
  authorInfos: { uniqueId: "some.user", nickName: "Some User" },
  musicInfos: { playUrl: ["https://sf16-ies-music-va.tiktokcdn.com/obj/sound.mp3"] },
  imagePostInfo: {
    displayImages: ["a", "b"].map((name) => ({
      urlList: [`https://p16-sign.tiktokcdn-us.com/${name}.jpeg?x=1`],
    })),
  },
};
