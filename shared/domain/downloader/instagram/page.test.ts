import { describe, expect, it } from "vitest";
import type { Found, Media } from "../media.ts";
import { readInstagramEmbedPage } from "./embed-page.ts";
import { readInstagramGraphql, readInstagramPage } from "./page.ts";
import {
  carousel,
  embeddedPhoto,
  embeddedVideo,
  embedPage,
  gated,
  page,
  photo,
  post,
  shown,
  sidecar,
  titledPage,
  video,
} from "./rehearsal.ts";
import { pkOf } from "./shortcode.ts";

const code = "C_a-B1c2D3e";
const wanted = { platform: "instagram", id: code } as const;
const read = (body: string, status = 200) => readInstagramPage({ status, body }, wanted);
const readEmbed = (body: string, status = 200) => readInstagramEmbedPage({ status, body }, wanted);
const reasonOf = (found: Found) => (found.is === "refused" ? found.reason : "media");

function mediaOf(found: Found): Media {
  if (found.is === "refused") throw new Error(`refused: ${found.reason}, ${found.detail}`);
  return found.media;
}

const filesOf = ({ content }: Media) => (content.is === "single" ? content.renditions : content.items);
const namesOf = (media: Media) => filesOf(media).map(({ url }) => new URL(url).pathname.split("/").at(-1));

describe("a reel of Instagram", () => {
  it("has its files, the largest first, open to everybody who knows the address", () => {
    const found = mediaOf(read(page(shown(code, video("x")))));
    expect(found).toMatchObject({ title: "Кот пьёт 🍺", author: "some.user", duration: 12.5 });
    expect(found.content).toEqual({
      is: "single",
      renditions: [720, 480].map((width) => ({
        kind: "video",
        url: `https://scontent-ams2-1.cdninstagram.com/v/t16/x-${width}.mp4?oe=6A`,
        width,
        height: width === 720 ? 1280 : 854,
        codec: "h264",
        isOpen: true,
      })),
    });
    expect(found.thumbnail).toMatchObject({ kind: "photo", width: 1080, isOpen: true });
  });

  it("is told apart from its author's other posts", () => {
    const others = { timeline: [post("other-1", video("no")), post("other-2", photo("no"))] };
    const found = mediaOf(read(page(others, shown(code, video("x")), shown("other-3", video("no")))));
    expect(namesOf(found)).toEqual(["x-720.mp4", "x-480.mp4"]);
    expect(reasonOf(read(page(others)))).toBe("upstream-changed");
  });

  it("is found by its number as well", () => {
    const { code: _, ...nameless } = { ...post(code, video("x")), pk: pkOf(code) };
    expect(namesOf(mediaOf(read(page({ nameless }))))).toEqual(["x-720.mp4", "x-480.mp4"]);
  });

  it("takes the size of the post where the file's own is not said", () => {
    const bare = { ...video("x"), original_width: 1080, original_height: 1920 };
    bare.video_versions = [
      { type: 101, url: "https://x.fbcdn.net/x.mp4" } as (typeof bare.video_versions)[0],
    ];
    expect(filesOf(mediaOf(read(page(shown(code, bare)))))).toMatchObject([{ width: 1080, height: 1920 }]);
  });

  it("has no file from elsewhere", () => {
    const [small, ...more] = video("x").video_versions;
    const elsewhere = { ...small, url: "https://cdninstagram.com.evil.example/x.mp4" };
    const found = mediaOf(read(page(shown(code, { ...video("x"), video_versions: [elsewhere, ...more] }))));
    expect(namesOf(found)).toEqual(["x-720.mp4"]);
    const none = page(shown(code, { ...video("x"), video_versions: [elsewhere] }));
    expect(reasonOf(read(none))).toBe("upstream-changed");
  });

  it("is not sent as its cover where the file is missing", () => {
    expect(reasonOf(read(page(shown(code, { ...video("x"), video_versions: [] }))))).toBe("upstream-changed");
  });

  it("comes from the logged-out GraphQL as well", () => {
    const body = JSON.stringify({ data: shown(code, video("x")), extensions: {} });
    expect(mediaOf(readInstagramGraphql({ status: 200, body }, wanted)).duration).toBe(12.5);
  });

  it("comes from the embeddable page as well", () => {
    for (const key of ["shortcode_media", "xdt_shortcode_media"]) {
      const found = mediaOf(readEmbed(embedPage(code, { ...embeddedVideo("x"), video_duration: 12.5 }, key)));
      expect(found).toMatchObject({ title: "Кот пьёт 🍺", author: "some.user", duration: 12.5 });
      expect(filesOf(found)).toMatchObject([{ kind: "video", width: 720, height: 1280, isOpen: true }]);
      expect(found.thumbnail?.kind).toBe("photo");
    }
  });
});

describe("photos of Instagram", () => {
  it("are an album, be it of one", () => {
    const found = mediaOf(read(page(shown(code, photo("x")))));
    expect(found.content.is).toBe("album");
    expect(namesOf(found)).toEqual(["x-1080.jpg"]);
    expect(namesOf(mediaOf(readEmbed(embedPage(code, embeddedPhoto("x")))))).toEqual(["x-1080.jpg"]);
  });

  it("and videos of a carousel are an album, each in its best file", () => {
    const found = mediaOf(read(page(shown(code, carousel))));
    expect(namesOf(found)).toEqual(["a-1080.jpg", "b-720.mp4", "c-1080.jpg"]);
    expect(filesOf(found).map(({ kind }) => kind)).toEqual(["photo", "video", "photo"]);
    expect(found.duration).toBeUndefined();
    expect(namesOf(mediaOf(readEmbed(embedPage(code, sidecar))))).toEqual(["a-1080.jpg", "b-720.mp4"]);
  });

  it("are not shown by half", () => {
    const half = { ...carousel, carousel_media: [photo("a"), { media_type: 2 }] };
    expect(reasonOf(read(page(shown(code, half))))).toBe("upstream-changed");
  });
});

describe("Instagram says why there is no post", () => {
  it.each([
    ["login-required", page(gated(code, ""))],
    ["login-required", page(gated(code, "Log in to see this post"))],
    ["age-restricted", page(gated(code, "Age-restricted content"))],
    ["age-restricted", page(gated(code, "Restricted profile"))],
    ["geo-blocked", page(gated(code, "Not available in your region"))],
    ["upstream-changed", page(gated("another-one", "Age-restricted content"))],
    ["private", `${page()}{"trace_policy":"polaris.privatePostPage"}`],
    ["bot-check", titledPage("Challenge required")],
    ["bot-check", titledPage("Security Checkpoint • Instagram")],
    ["upstream-changed", titledPage("Instagram")],
    ["upstream-changed", page()],
    ["upstream-changed", page(shown("another-one", video("x")))],
    ["upstream-changed", ""],
    ["no-video", page(shown(code, { media_type: 1, image_versions2: { candidates: [] } }))],
  ])("%s", (reason, body) => {
    expect(reasonOf(read(body))).toBe(reason);
  });

  it("private, where the link bears a private post's token", () => {
    const id = `${code}${"x".repeat(28)}`;
    const ask = (body: string) => readInstagramPage({ status: 200, body }, { platform: "instagram", id });
    expect(reasonOf(ask(page()))).toBe("private");
    expect(reasonOf(ask(page(shown(code, video("x")))))).toBe("media");
  });

  it.each([
    ["removed", 404],
    ["removed", 410],
    ["rate-limited", 401],
    ["rate-limited", 429],
    ["unreachable", 502],
  ])("%s: HTTP %s", (reason, status) => {
    expect(reasonOf(read(page(), status))).toBe(reason);
    expect(reasonOf(readEmbed("", status))).toBe(reason);
    expect(reasonOf(readInstagramGraphql({ status, body: "" }, wanted))).toBe(reason);
  });

  it.each([
    ["upstream-changed", "no json"],
    ["upstream-changed", '{"data":{"xig_polaris_media":null}}'],
    ["geo-blocked", JSON.stringify({ data: gated(code, "Not available in your region") })],
  ])("%s: GraphQL", (reason, body) => {
    expect(reasonOf(readInstagramGraphql({ status: 200, body }, wanted))).toBe(reason);
  });

  it.each([
    ["login-required", embedPage(code, { ...embeddedVideo("x"), video_url: undefined })],
    ["upstream-changed", embedPage("another-one", embeddedVideo("x"))],
    ["upstream-changed", '<a class="WatchOnInstagram">Watch</a>'],
    ["upstream-changed", '{"contextJSON":"nonsense"}'],
    ["upstream-changed", ""],
  ])("%s: the embeddable page", (reason, body) => {
    expect(reasonOf(readEmbed(body))).toBe(reason);
  });
});

it("a shortcode is the post's number with 64 digits", () => {
  expect(pkOf("DcMirpjxAQB")).toBe("3966697904948904961");
  expect(pkOf(`DcMirpjxAQB${"x".repeat(28)}`)).toBe("3966697904948904961");
});
