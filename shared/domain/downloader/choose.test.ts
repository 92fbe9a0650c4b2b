import { describe, expect, it } from "vitest";
import { choose, TooLarge } from "./choose.ts";
import type { Media, Rendition } from "./media.ts";
import { offersOf } from "./offers.ts";
import type { Refusal } from "./refusal.ts";

const mostBytes = 50_000_000;
const bounds = { mostBytes, maxDurationSeconds: 3_600 };

/** A file named by its height, held upright. */
const video = (height: number | undefined, megabytes?: number, more: object = {}): Rendition => ({
  kind: "video",
  url: `https://v.example/${height}`,
  codec: "h264",
  ...(height !== undefined && { width: height, height: Math.round((height * 16) / 9) }),
  ...(megabytes !== undefined && { bytes: megabytes * 1_000_000 }),
  ...more,
});
const sound: Rendition = { kind: "audio", url: "https://v.example/sound", bytes: 300_000 };
const post = (renditions: readonly Rendition[], more: Partial<Media> = {}): Media => ({
  title: "",
  author: "",
  content: { is: "single", renditions },
  ...more,
});
const album = (items: readonly Rendition[], more: Partial<Media> = {}): Media => ({
  ...post([], more),
  content: { is: "album", items },
});

const refusalOf = (attempt: () => unknown): Refusal | undefined => {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error as Refusal;
  }
};

describe("somebody is given", () => {
  const three = post([video(1_080, 40), video(720, 20), video(480, 8), sound]);
  const odd = post([video(1_440, 45), video(1_024, 30), video(576, 9)]);
  const large = post([video(1_080, 60), video(720, 20), video(480, 8)]);

  it.each([
    ["the best", three, "best", [1_080]],
    ["the height that is wanted", three, "720", [720]],
    ["the best of what fits", large, "best", [720]],
    ["less than wanted, where that is too large", large, "1080", [720]],
    ["the nearest height below", odd, "720", [576]],
    ["nothing higher than 1080 as the best", odd, "best", [1_024]],
    ["the smallest, where all are above", odd, "480", [576]],
    ["what there is, where all is above 1080", post([video(2_160, 49), video(1_440, 45)]), "best", [1_440]],
    ["what may fit, where nobody knows", post([video(1_080)]), "best", [1_080]],
    ["what has no height", post([video(undefined)]), "480", [undefined]],
    ["the larger of two alike", post([video(720, 5), video(720, 9, { url: "x" })]), "best", ["x"]],
    ["H.264, though smaller", post([video(1_080, 9, { codec: "h265" }), video(720, 9)]), "best", [720]],
    ["another codec, where there is no H.264", post([video(720, 9, { codec: "h265" })]), "best", [720]],
    ["the sound", three, "audio", ["sound"]],
    ["the sound of a file of its own", post([video(720)], { sound }), "audio", ["sound"]],
    ["the sound, where there is nothing else", post([sound]), "best", ["sound"]],
    ["all of an album", album([video(720), video(480)]), "best", [720, 480]],
    ["all of an album, whatever height is wanted", album([video(720), video(480)]), "480", [720, 480]],
    ["the sound of an album", album([video(720)], { sound }), "audio", ["sound"]],
  ] as const)("%s", (_, media, quality, names) => {
    const urls = names.map((name) => (name === "x" ? name : `https://v.example/${name}`));
    expect(choose(media, quality, bounds).files.map(({ url }) => url)).toEqual(urls);
  });

  it("something smaller, should the file be larger than it was said to be", () => {
    const { spares } = choose(post([video(480), video(1_080), video(720)]), "best", bounds);
    expect(spares.map(({ width }) => width)).toEqual([720, 480]);
  });
});

describe("somebody is refused", () => {
  it.each([
    ["too-large", post([video(1_080, 51), video(720, 50.1)]), "best"],
    ["too-large", post([{ ...sound, bytes: 60_000_000 }]), "audio"],
    ["too-large", album([video(720, 9), video(720, 51)]), "best"],
    ["quality-gone", post([video(720)]), "audio"],
    ["quality-gone", album([video(720)]), "audio"],
    ["too-long", post([video(720)], { duration: 3_601 }), "best"],
    ["too-long", post([video(720)], { duration: 3_601, sound }), "audio"],
  ] as const)("with %s", (code, media, quality) => {
    expect(refusalOf(() => choose(media, quality, bounds))).toMatchObject({ code });
  });

  it("what is too large, and told what could be had instead", () => {
    const refusal = refusalOf(() => choose(post([video(1_080, 60), sound]), "best", bounds));
    expect(refusal).toBeInstanceOf(TooLarge);
    expect(refusal).toMatchObject({ offers: [{ quality: "audio", bytes: 300_000 }] });
  });
});

describe("the buttons", () => {
  it("bear real heights and sizes, the best first", () => {
    const media = post([video(480, 8), video(576, 9), sound, video(1_080, 40), video(360, 5)]);
    expect(offersOf(media, mostBytes)).toEqual([
      { quality: "1080", height: 1_080, bytes: 40_000_000 },
      { quality: "720", height: 576, bytes: 9_000_000 },
      { quality: "480", height: 480, bytes: 8_000_000 },
      { quality: "audio", bytes: 300_000 },
    ]);
  });

  it("bear nothing that is too large, or that is not to be had", () => {
    const media = post([video(1_440, 9), video(1_080, 51), video(720, 20)], { sound });
    expect(offersOf(media, mostBytes).map(({ quality }) => quality)).toEqual(["720", "audio"]);
  });

  it("offer what they give", () => {
    const media = post([video(1_024), video(720, 70), video(576, 9), video(360), sound]);
    for (const { quality, height } of offersOf(media, mostBytes)) {
      const [file] = choose(media, quality, bounds).files;
      expect(file?.width).toBe(height);
    }
  });

  it.each([
    ["one height", post([video(720, 9)])],
    ["one unknown height", post([video(undefined)])],
    ["two files of a height", post([video(720, 9), video(720, 12)])],
    ["a sound", post([sound])],
    ["an album", album([video(720), video(480)])],
  ])("are none, where there is no choice: %s", (_, media) => {
    expect(offersOf(media, mostBytes)).toEqual([]);
  });

  it("offer what a back end could make", () => {
    const offers = [{ quality: "720", height: 720 }, { quality: "audio" }] as const;
    expect(offersOf(post([video(undefined)], { offers }), mostBytes)).toEqual(offers);
    expect(offersOf(post([video(1_080, 30)], { offers }), mostBytes)).toEqual([
      { quality: "1080", height: 1_080, bytes: 30_000_000 },
      ...offers,
    ]);
    expect(offersOf(post([video(undefined)], { offers: [{ quality: "audio" }] }), mostBytes)).toEqual([
      { quality: "audio" },
    ]);
  });

  it("offer the sound of an album", () => {
    expect(offersOf(album([video(720)], { sound }), mostBytes)).toEqual([
      { quality: "audio", bytes: 300_000 },
    ]);
  });
});
