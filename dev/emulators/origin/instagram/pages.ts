/** Instagram's pages: a post among a megabyte of other things, the embeddable page, and what stands there instead. */
import type { PageFailure } from "../failures.ts";
import { type Media, sidesAt } from "../media.ts";
import { askPage, expiryOf, htmlPage, jsonInPage, type Origin, redirectTo } from "../origin.ts";
import { usualMedia } from "../media.ts";
import { cdnUrl } from "./cdn.ts";
import { numberOf } from "./shortcode.ts";

interface Shown {
  readonly origin: Origin;
  readonly media: Media;
  readonly expiry: number;
}

const lifespanHours = 48;

/** `https://www.instagram.com/p/CODE/` and `/reel/CODE/`. */
export function postPage(origin: Origin, media: Media, request: Request): Response {
  const asked = askPage(origin, media, "native");
  const failure = isPrivateToken(media.id) ? "private" : asked;
  const refusal = failure && refusalOf(failure);
  if (refusal) return refusal;
  // Whoever does not navigate gets an application without data.
  if (!isNavigating(request)) return htmlPage(shell("Instagram", []));
  if (failure === "private")
    return htmlPage(shell("Instagram", [route("polaris.privatePostPage"), ...noise]));
  if (failure === "bot-check") return htmlPage(shell("Challenge • Instagram", noise));
  const shown = { origin, media, expiry: expiryOf(origin, media, "native", lifespanHours) };
  const answer =
    failure === "upstream-changed"
      ? { xig_polaris_media_v2: { code: media.id, node: {} } }
      : { xig_polaris_media: mediaOf(shown, failure) };
  const blocks = [
    ...noise,
    route("polaris.postPage"),
    othersOf(shown),
    relay("PolarisLoggedOutDesktopWWWPostRootContentQuery", answer),
  ];
  return htmlPage(shell(`${media.author} on Instagram`, blocks));
}

/** `https://www.instagram.com/p/CODE/embed/captioned/` */
export function embedPage(origin: Origin, media: Media): Response {
  const asked = askPage(origin, media, "native");
  const failure = isPrivateToken(media.id) ? "private" : asked;
  const refusal = failure && refusalOf(failure);
  if (refusal) return refusal;
  const hasGone = failure !== undefined && failure !== "no-video";
  const shown = {
    origin,
    media: failure === "no-video" ? photoOf(media) : media,
    expiry: expiryOf(origin, media, "native", lifespanHours),
  };
  const data = { shortcode_media: hasGone ? null : embeddedOf(shown) };
  const context = JSON.stringify({ context: { media: null }, gql_data: data });
  const embedded = jsonInPage([{ contextJSON: context }]);
  return htmlPage(
    `<!DOCTYPE html><html><head><title>Instagram</title></head><body><div class="Embed"></div>
<script>requireLazy(["PolarisEmbedSimple"],function(m){m.handle({"require":[["PolarisEmbedSimple","init",[],${embedded}]]});});</script></body></html>`,
  );
}

/** The home page: cookies, and the token that forms are sent with. */
export function homePage(): Response {
  return htmlPage(
    `<!DOCTYPE html><html><head><title>Instagram</title>
<script type="application/json" id="__eqmc">{"u":"/ajax/qm/?__a=1","e":"","s":"","w":0,"f":"1:0:0","l":"AdLembeddedLsd"}</script>
<script>["LSD",[],{"token":"AdLembeddedLsd"},323]</script></head><body></body></html>`,
    200,
    [["Set-Cookie", "csrftoken=embeddedcsrf; Path=/; Domain=.instagram.com; Secure"]],
  );
}

const isPrivateToken = (shortcode: string) => shortcode.length > 28;

function isNavigating({ headers }: Request): boolean {
  const browser = headers.get("User-Agent") ?? "";
  return (
    browser.startsWith("Mozilla/5.0 (") &&
    !browser.includes("Mobile") &&
    headers.get("Sec-Fetch-Dest") === "document" &&
    // Its value is left alone: fetch in Node writes its own.
    headers.has("Sec-Fetch-Mode") &&
    headers.has("Sec-Fetch-Site")
  );
}

/** Answers that are no page of a post at all. */
function refusalOf(failure: PageFailure): Response | undefined {
  switch (failure) {
    case "rate-limited":
      return redirectTo("https://www.instagram.com/accounts/login/?next=%2Fp%2F");
    case "removed":
      return htmlPage(shell("Page not found • Instagram", noise), 404);
    case "page-403":
      return new Response("Forbidden", { status: 403 });
    case "page-500":
      return new Response("Internal Server Error", { status: 500 });
    default:
      return undefined;
  }
}

/** What is said of a post that not everybody may see. */
const rulings: Partial<Readonly<Record<PageFailure, string>>> = {
  "login-required": "Log in to see this post",
  "age-restricted": "Restricted content",
  "geo-blocked": "Content not available in your region",
};

function mediaOf(shown: Shown, failure: PageFailure | undefined) {
  const { media } = shown;
  const title = failure && rulings[failure];
  const known = { __typename: "XIGPolarisMedia", code: media.id, pk: numberOf(media.id) };
  if (title !== undefined)
    return {
      ...known,
      gating_ruling: { title, description: "This content may not be available." },
      if_not_gated_logged_out: null,
    };
  const seen =
    failure === "no-video" ? photoOf(media) : failure === "too-long" ? { ...media, duration: 14_400 } : media;
  return { ...known, gating_ruling: null, if_not_gated_logged_out: itemOf({ ...shown, media: seen }) };
}

const photoOf = (media: Media): Media => ({ ...media, kind: "photo", items: ["photo"] });

function itemOf(shown: Shown) {
  const { media } = shown;
  return {
    pk: numberOf(media.id),
    id: `${numberOf(media.id)}_6800000001`,
    code: media.id,
    taken_at: 1_760_000_000,
    media_type: media.kind === "album" ? 8 : media.kind === "photo" ? 1 : 2,
    product_type: media.kind === "album" ? "carousel_container" : media.kind === "photo" ? "feed" : "clips",
    caption: { pk: "18000000000000001", text: media.title },
    user: { pk: "6800000001", username: media.author, full_name: `${media.author} ✨`, is_private: false },
    ...(media.kind === "video" ? videoOf(shown) : photoAt(shown, media.kind === "photo" ? "item0" : "cover")),
    carousel_media: media.kind === "album" ? media.items.map((_, index) => carouselItem(shown, index)) : null,
  };
}

function videoOf(shown: Shown) {
  const { media } = shown;
  return {
    ...photoAt(shown, "cover"),
    ...sizeOf(720),
    has_audio: true,
    video_duration: media.duration,
    video_dash_manifest: null,
    video_versions: media.renditions.map(({ height }, nth) => ({
      type: 101 + nth,
      ...sidesAt(height),
      url: cdnUrl(shown.origin, media, `v${height}`, shown.expiry),
    })),
  };
}

function photoAt({ origin, media, expiry }: Shown, name: string) {
  const url = cdnUrl(origin, media, name, expiry);
  const candidates = [{ url, width: 320, height: 568 }];
  return { original_width: 320, original_height: 568, image_versions2: { candidates }, video_versions: null };
}

function carouselItem(shown: Shown, index: number) {
  const { origin, media, expiry } = shown;
  const isVideo = media.items[index] === "video";
  const item = {
    pk: `${numberOf(media.id)}${index}`,
    media_type: isVideo ? 2 : 1,
    product_type: "carousel_item",
  };
  if (!isVideo) return { ...item, ...photoAt(shown, `item${index}`) };
  const url = cdnUrl(origin, media, `item${index}`, expiry);
  return {
    ...item,
    ...photoAt(shown, "cover"),
    ...sizeOf(720),
    has_audio: true,
    video_duration: media.duration,
    video_versions: [{ type: 101, ...sidesAt(720), url }],
  };
}

const sizeOf = (shorter: number) => {
  const { width, height } = sidesAt(shorter);
  return { original_width: width, original_height: height };
};

function embeddedOf(shown: Shown) {
  const { media } = shown;
  const nodes = media.items.map((item, index) => ({
    node: embeddedNode(shown, item === "video", `item${index}`),
  }));
  const isVideo = media.kind === "video";
  const best = `v${media.renditions[0]?.height}`;
  return {
    __typename: isVideo ? "GraphVideo" : media.kind === "album" ? "GraphSidecar" : "GraphImage",
    id: numberOf(media.id),
    shortcode: media.id,
    ...embeddedNode(shown, isVideo, isVideo ? best : media.kind === "photo" ? "item0" : "cover"),
    owner: { id: "6800000001", username: media.author },
    edge_media_to_caption: { edges: [{ node: { text: media.title } }] },
    ...(media.kind === "album" && { edge_sidecar_to_children: { edges: nodes } }),
  };
}

function embeddedNode({ origin, media, expiry }: Shown, isVideo: boolean, name: string) {
  const display = cdnUrl(origin, media, isVideo ? "cover" : name, expiry);
  return {
    is_video: isVideo,
    display_url: display,
    dimensions: isVideo ? sidesAt(720) : { width: 320, height: 568 },
    ...(isVideo && { video_url: cdnUrl(origin, media, name, expiry), video_duration: media.duration }),
  };
}

/** Further posts of the author, which come along with every page. */
function othersOf({ origin, media, expiry }: Shown) {
  const others = ["Aaaaaaaaaa1", "Bbbbbbbbbb2"].filter((code) => code !== media.id);
  const nodes = others.map((id) => {
    const other = { ...usualMedia({ platform: "instagram", id }), author: media.author };
    return { node: itemOf({ origin, media: other, expiry }) };
  });
  return relay("PolarisLoggedOutMorePostsQuery", { xig_user_more_posts: { edges: nodes } });
}

const relay = (query: string, data: unknown) => ({
  require: [
    [
      "ScheduledServerJS",
      "handle",
      null,
      [
        {
          __bbox: {
            require: [
              [
                "RelayPrefetchedStreamCache",
                "next",
                [],
                [`adp_${query}RelayPreloader_1`, { __bbox: { complete: true, result: { data } } }],
              ],
            ],
          },
        },
      ],
    ],
  ],
});

const route = (tracePolicy: string) => ({
  require: [["CometPlatformRootClient", "init", [], [{ initialRouteInfo: { route: { tracePolicy } } }]]],
});

/** As long as the real thing: 0.7 to 1 MB. */
const noise = Array.from({ length: 6 }, (_, nth) => ({
  require: [
    [
      "CometResourceMap",
      "add",
      [],
      [
        {
          part: nth,
          map: Array.from(
            { length: 2_500 },
            (__, entry) => `rsrc/v4/yb/r/${nth}-${entry}.js?_nc_x=Ij3Wp8lg5Kz`,
          ),
        },
      ],
    ],
  ],
}));
const written = new Map<unknown, string>(noise.map((block) => [block, scriptOf(block)]));

function scriptOf(block: unknown): string {
  const json = jsonInPage(block);
  return `<script type="application/json" data-content-len="${json.length}" data-sjs>${json}</script>`;
}

const shell = (title: string, blocks: readonly unknown[]) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><div id="splash-screen"></div>
${blocks.map((block) => written.get(block) ?? scriptOf(block)).join("\n")}</body></html>`;
