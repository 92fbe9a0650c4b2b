/** Answers of InnerTube for tests, in YouTube's own words: facts/downloader.md, 1.3. */

const cdn = "https://rr3---sn-x.googlevideo.com/videoplayback";

/** Sound and picture in one. */
export const muxed = {
  itag: 18,
  url: `${cdn}?itag=18&ip=192.0.2.1`,
  mimeType: 'video/mp4; codecs="avc1.42001E, mp4a.40.2"',
  contentLength: "1000000",
  width: 360,
  height: 640,
  bitrate: 500_000,
};
export const picture = {
  itag: 137,
  url: `${cdn}?itag=137`,
  mimeType: 'video/mp4; codecs="avc1.640028"',
  contentLength: "9000000",
  width: 1_080,
  height: 1_920,
};
export const sound = {
  itag: 140,
  url: `${cdn}?itag=140`,
  mimeType: 'audio/mp4; codecs="mp4a.40.2"',
  contentLength: "300000",
};

export const details = (videoId: string, more: object = {}) => ({
  videoId,
  title: "Кот пьёт",
  lengthSeconds: "59",
  author: "Some Channel",
  isLive: false,
  thumbnail: {
    thumbnails: [
      { url: `https://i.ytimg.com/vi/${videoId}/default.jpg`, width: 120, height: 90 },
      { url: `https://i.ytimg.com/vi/${videoId}/hqdefault.jpg?x=1`, width: 480, height: 360 },
      { url: `https://i.ytimg.com/vi_webp/${videoId}/maxresdefault.webp`, width: 1_920, height: 1_080 },
    ],
  },
  ...more,
});

export const streams = (formats: readonly object[], adaptiveFormats: readonly object[]) => ({
  formats,
  adaptiveFormats,
});

/** A video that is played. */
export const playing = (videoId: string, more: object = {}) => ({
  playabilityStatus: { status: "OK", playableInEmbed: true },
  videoDetails: details(videoId),
  streamingData: streams([muxed], [picture, sound]),
  ...more,
});

/** A video that is not. */
export const notPlaying = (status: string, reason: string, more: object = {}) => ({
  playabilityStatus: { status, reason, ...more },
});
