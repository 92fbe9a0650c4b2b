import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { instagram } from "#adapters/platforms/instagram/provider";
import { followShortLink } from "#adapters/platforms/short-link";
import { tiktok } from "#adapters/platforms/tiktok/provider";
import { isMediaHost } from "#domain/downloader/hosts";
import type { Found, Rendition } from "#domain/downloader/media";
import type { Refusal } from "#domain/downloader/refusal";
import { platformSettings } from "#domain/downloader/settings";
import { playOrigin } from "../dev/emulators/origin/index.ts";

/** The platforms of the dev world, asked by the product's own hands: two readings of the same facts have to agree. */

const origin = playOrigin({ backEndKey: "embedded-backend-key" });

beforeEach(() =>
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => origin.fetch(new Request(input, init))),
);
afterEach(async () => {
  vi.unstubAllGlobals();
  await origin.reset?.();
});

const ids = { tiktok: "7301234567890123456", instagram: "C_a-B1c2D3e" } as const;
type Asked = keyof typeof ids;

async function set(platform: Asked, media: object): Promise<void> {
  const body = JSON.stringify({ platform, id: ids[platform], ...media });
  const headers = { "Content-Type": "application/json" };
  const answer = await origin.control?.request("/media", { method: "POST", headers, body });
  expect(answer?.status).toBe(200);
}

function ask(platform: Asked, settings: object = {}): Promise<Found> {
  const rest = { quality: "best", mostBytes: 50_000_000 } as const;
  return platform === "tiktok"
    ? tiktok({
        post: { platform, id: ids[platform] },
        ...rest,
        settings: platformSettings.tiktok.parse(settings),
      })
    : instagram({
        post: { platform, id: ids[platform] },
        ...rest,
        settings: platformSettings.instagram.parse(settings),
      });
}

/** Every file that was named, fetched as it has to be fetched. */
async function fetched(platform: Asked, found: Found): Promise<readonly string[]> {
  if (found.is === "refused") throw new Error(`refused: ${found.reason}`);
  const { content, sound, thumbnail } = found.media;
  const files = [...(content.is === "single" ? content.renditions : content.items), sound, thumbnail];
  return Promise.all(files.filter((file) => file !== undefined).map((file) => fetchedFile(platform, file)));
}

async function fetchedFile(platform: Asked, { kind, url, headers, bytes, width, height }: Rendition) {
  expect(isMediaHost(platform, new URL(url))).toBe(true);
  const answer = await fetch(url, headers ? { headers } : {});
  const { byteLength } = await answer.arrayBuffer();
  expect(answer.status).toBe(200);
  expect(bytes ?? byteLength).toBe(byteLength);
  return `${kind}${width === undefined ? "" : ` ${width}×${height}`}: ${answer.headers.get("Content-Type")}`;
}

const photo = "photo 320×568: image/jpeg";
const cover = "photo: image/jpeg";

describe("every file that a platform names can be fetched", () => {
  it("of a TikTok video: with cookie and referrer, and by nobody else", async () => {
    const found = await ask("tiktok");
    expect(await fetched("tiktok", found)).toEqual([
      "video 720×1280: video/mp4",
      "video 540×960: video/mp4",
      "video 720×1280: video/mp4",
      "audio: audio/mp4",
      cover,
    ]);
    const [best] =
      found.is === "media" && found.media.content.is === "single" ? found.media.content.renditions : [];
    expect(best?.codec).toBe("h264");
    expect((await fetch(best?.url ?? "")).status).toBe(403);
  });

  it.each([
    ["page", [photo, photo, photo, "audio: audio/mp4", cover]],
    ["embed", [cover, cover, cover, "audio: audio/mp4"]],
  ])("of a TikTok slideshow, as its %s tells it", async (path, files) => {
    await set("tiktok", { kind: "slideshow" });
    const found = await ask("tiktok", { paths: [path] });
    expect(found).toMatchObject({ media: { content: { is: "album" } } });
    expect(await fetched("tiktok", found)).toEqual(files);
  });

  it.each(["page", "embed"])("of an Instagram reel, as its %s tells it", async (path) => {
    const found = await ask("instagram", { paths: [path] });
    expect(found).toMatchObject({ media: { content: { is: "single" } } });
    expect((await fetched("instagram", found))[0]).toBe("video 720×1280: video/mp4");
  });

  it.each(["page", "embed"])("of an Instagram carousel, as its %s tells it", async (path) => {
    await set("instagram", { kind: "carousel" });
    const found = await ask("instagram", { paths: [path] });
    expect((await fetched("instagram", found)).slice(0, 3)).toEqual([
      photo,
      "video 720×1280: video/mp4",
      photo,
    ]);
  });

  it("of an Instagram photo", async () => {
    await set("instagram", { kind: "photo" });
    expect((await fetched("instagram", await ask("instagram")))[0]).toBe(photo);
  });
});

const said = (platform: Asked) =>
  ask(platform).then(
    (found) => (found.is === "refused" ? found.reason : "media"),
    (refusal: Refusal) => refusal.code,
  );

describe("what a platform says instead of a post is understood", () => {
  it.each([
    ["removed", "removed"],
    ["private", "private"],
    ["private-account", "private"],
    ["login-required", "login-required"],
    ["age-restricted", "age-restricted"],
    ["geo-blocked", "removed-or-geo-blocked"],
    ["no-video", "no-video"],
    ["bot-check", "bot-check"],
    ["rate-limited", "rate-limited"],
    ["page-403", "rate-limited"],
    ["page-500", "unreachable"],
    ["upstream-changed", "upstream-changed"],
  ])("TikTok: %s", async (failure, reason) => {
    await set("tiktok", { failure });
    expect(await said("tiktok")).toBe(reason);
  });

  it.each([
    ["removed", "removed"],
    ["private", "private"],
    ["login-required", "login-required"],
    ["age-restricted", "age-restricted"],
    ["geo-blocked", "geo-blocked"],
    ["bot-check", "bot-check"],
    ["rate-limited", "rate-limited"],
    ["page-403", "rate-limited"],
    ["page-500", "unreachable"],
    ["upstream-changed", "upstream-changed"],
  ])("Instagram: %s", async (failure, reason) => {
    await set("instagram", { failure });
    expect(await said("instagram")).toBe(reason);
  });

  it("a bot check that strikes once does not keep another browser from the post", async () => {
    await set("tiktok", { failure: "bot-check", times: 1 });
    expect(await said("tiktok")).toBe("media");
  });
});

describe("a short link", () => {
  it.each([
    "https://vm.tiktok.com/ZSabc123/",
    "https://vt.tiktok.com/ZSabc123/",
    "https://www.tiktok.com/t/ZSabc123/",
  ])("%s leads to its post", async (url) => {
    await set("tiktok", { code: "ZSabc123" });
    const { tiktok: settings } = platformSettings;
    const post = await followShortLink({ platform: "tiktok", url }, settings.parse({}));
    expect(post).toEqual({ platform: "tiktok", id: ids.tiktok });
  });

  it("that is shared on Instagram leads to its post", async () => {
    await set("instagram", { code: "BAabc_-12" });
    const url = "https://www.instagram.com/share/reel/BAabc_-12/";
    const { instagram: settings } = platformSettings;
    const post = await followShortLink({ platform: "instagram", url }, settings.parse({}));
    expect(post).toEqual({ platform: "instagram", id: ids.instagram });
  });
});
