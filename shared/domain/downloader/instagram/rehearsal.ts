/** Pages of Instagram for tests, in Instagram's own words: facts/downloader.md, 1.2. */

const cdn = "https://scontent-ams2-1.cdninstagram.com/v/t16";

export const photo = (name: string) => ({
  media_type: 1,
  image_versions2: {
    candidates: [
      { url: `${cdn}/${name}-640.jpg?oe=6A`, width: 640, height: 800 },
      { url: `${cdn}/${name}-1080.jpg?oe=6A`, width: 1080, height: 1350 },
    ],
  },
});

export const video = (name: string) => ({
  ...photo(`${name}-cover`),
  media_type: 2,
  video_versions: [
    { type: 101, url: `${cdn}/${name}-480.mp4?oe=6A`, width: 480, height: 854 },
    { type: 102, url: `${cdn}/${name}-720.mp4?oe=6A`, width: 720, height: 1280 },
    { type: 103, url: `${cdn}/${name}-720.mp4?oe=6A`, width: 720, height: 1280 },
  ],
  has_audio: true,
  video_duration: 12.5,
});

export const carousel = { media_type: 8, carousel_media: [photo("a"), video("b"), photo("c")] };

export const post = (code: string, pictures: object) => ({
  code,
  taken_at: 1_790_000_000,
  caption: { text: "Кот пьёт 🍺" },
  user: { pk: "25025320", username: "some.user" },
  ...pictures,
});

/** As the page wraps it: the wrapper bears the code as well. */
export const shown = (code: string, pictures: object) => ({
  xig_polaris_media: { code, if_not_gated_logged_out: post(code, pictures), gating_ruling: null },
});

export const gated = (code: string, title: string) => ({
  xig_polaris_media: {
    code,
    if_not_gated_logged_out: null,
    gating_ruling: { gating_type: 3, title, description: "" },
  },
});

const prefetched = (data: unknown) => ({
  require: [
    [
      "ScheduledServerJS",
      "handle",
      null,
      [
        {
          __bbox: {
            require: [
              ["RelayPrefetchedStreamCache", "next", [], ["adp_x", { __bbox: { result: { data } } }]],
            ],
          },
        },
      ],
    ],
  ],
});

const script = (data: unknown) =>
  `<script type="application/json" data-content-len="9" data-sjs>${JSON.stringify(data)}</script>`;

export const page = (...data: readonly unknown[]) =>
  `<!DOCTYPE html><html><head><title>Instagram</title></head><body>${script({ other: [1, null, "x"] })}${data
    .map((one) => script(prefetched(one)))
    .join("")}</body></html>`;

export const titledPage = (title: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head></html>`;

export const embeddedVideo = (name: string) => ({
  is_video: true,
  video_url: `${cdn}/${name}-720.mp4?oe=6A`,
  display_url: `${cdn}/${name}-cover.jpg?oe=6A`,
  dimensions: { width: 720, height: 1280 },
});

export const embeddedPhoto = (name: string) => ({
  is_video: false,
  display_url: `${cdn}/${name}-1080.jpg?oe=6A`,
  dimensions: { width: 1080, height: 1350 },
});

export const sidecar = {
  ...embeddedPhoto("a"),
  edge_sidecar_to_children: { edges: [{ node: embeddedPhoto("a") }, { node: embeddedVideo("b") }] },
};

/** The embeddable page, with the post in JSON, as text, in JSON. */
export const embedPage = (code: string, media: object, key = "shortcode_media") => {
  const node = {
    shortcode: code,
    owner: { username: "some.user" },
    edge_media_to_caption: { edges: [{ node: { text: "Кот пьёт 🍺" } }] },
    ...media,
  };
  const context = JSON.stringify({ context: { media: null }, gql_data: { [key]: node } });
  const call = ["PolarisEmbedSimple", "init", [], [{ contextJSON: context }]];
  return `<html><body><script>requireLazy(["x"], (s) => s.handle(${JSON.stringify({ require: [call] })}));</script></body></html>`;
};
