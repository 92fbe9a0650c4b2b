// Rows D23, D24, D25.
import { describe, expect, it } from "vitest";
import { until } from "../place.ts";
import { buttonsOf, Person, PostOf } from "../telegram.ts";

const inThreeHeights = {
  renditions: [
    { height: 1_080, bytes: 3_000_000 },
    { height: 720, bytes: 1_500_000 },
    { height: 480, bytes: 600_000 },
  ],
} as const;

describe.concurrent("the buttons under a video", () => {
  it("name the real heights and sizes, and what lies at Telegram already", async () => {
    const [ann, bob, post] = [new Person(), new Person(), new PostOf()];
    await post.is(inThreeHeights);
    await ann.say(post.url);
    const [best] = await ann.untilVideos();
    expect(best?.video).toMatchObject({ height: 1_920, width: 1_080, file_size: 3_000_000 });
    const buttons = ["720p · 1.5 MB", "480p · 0.6 MB", expect.stringMatching(/^🎵 Sound/)];
    expect(best && buttonsOf(best)).toEqual(buttons);

    await ann.press({ message: best?.message_id ?? 0, button: "480p · 0.6 MB" });
    const [, small] = await ann.untilVideos(2);
    expect(small?.video).toMatchObject({ width: 480, file_size: 600_000 });
    expect(small && buttonsOf(small)).toEqual([
      "⚡ 1080p · 3 MB",
      "720p · 1.5 MB",
      expect.stringMatching(/Sound/),
    ]);
    await post.untilCached("480", "best");

    await bob.say(post.url);
    const [his] = await bob.untilVideos();
    expect(his && buttonsOf(his)).toContain("⚡ 480p · 0.6 MB");
    const before = await post.asked();
    await bob.press({ message: his?.message_id ?? 0, button: "⚡ 480p · 0.6 MB" });
    const [, hisSmall] = await bob.untilVideos(2);
    expect(hisSmall?.video?.file_unique_id).toBe(small?.video?.file_unique_id);
    expect(await post.asked()).toEqual(before);
  });

  it("are of the heights the platform really has", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({
      renditions: [
        { height: 960, bytes: 2_000_000 },
        { height: 576, bytes: 900_000 },
      ],
    });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video && buttonsOf(video)).toEqual(["576p · 0.9 MB", expect.stringMatching(/Sound/)]);
    await person.press({ message: video?.message_id ?? 0, button: "576p · 0.9 MB" });
    const [, other] = await person.untilVideos(2);
    expect(other?.video).toMatchObject({ width: 576, file_size: 900_000 });
  });

  it.each(["tiktok", "youtube"] as const)("bring the sound alone: %s", async (platform) => {
    const [person, post] = [new Person("ru"), new PostOf(platform)];
    await person.say(post.url);
    const [video] = await person.untilVideos();
    const sound = video && buttonsOf(video).find((label) => label.includes("Звук"));
    await person.press({ message: video?.message_id ?? 0, button: String(sound) });
    const heard = await until(
      () => person.hears(),
      (seen) => seen.some(({ audio }) => audio),
    );
    expect(heard.find(({ audio }) => audio)?.audio).toMatchObject({ file_id: expect.any(String) });
    await post.untilCached("audio", "best");
  });

  it("bring from the back end the height that was asked for", async () => {
    const [person, post] = [new Person(), new PostOf("youtube")];
    await person.say(`${post.url}`);
    const [video] = await person.untilVideos();
    expect(video && buttonsOf(video).length).toBeGreaterThan(0);
    const asked = await post.callsOf("origin");
    expect(asked.map(({ host }) => host)).toContain("cobalt.taproom.test");
  });
});

describe.concurrent("a video that is too large", () => {
  it("comes in the largest rendition that Telegram takes", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({
      renditions: [
        { height: 1_080, bytes: 80_000_000 },
        { height: 720, bytes: 3_000_000 },
        { height: 480, bytes: 1_000_000 },
      ],
    });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.video).toMatchObject({ width: 720, file_size: 3_000_000 });
    expect(video && buttonsOf(video)).toEqual(["480p · 1 MB", expect.stringMatching(/Sound/)]);
    expect((await post.asked()).bytes).toBe(3_000_000);
  });

  it("comes in a smaller rendition too when nobody had said how large it is", async () => {
    const [person, post] = [new Person(), new PostOf("instagram")];
    await post.is({
      renditions: [
        { height: 720, bytes: 60_000_000 },
        { height: 480, bytes: 2_000_000 },
      ],
    });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.video).toMatchObject({ width: 480, file_size: 2_000_000 });
  });

  it("comes in a smaller rendition too when the back end does not know how large it gets", async () => {
    const [person, post] = [new Person(), new PostOf("youtube")];
    await post.is({
      renditions: [
        { height: 1_080, bytes: 60_000_000 },
        { height: 720, bytes: 3_000_000 },
      ],
    });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.video).toMatchObject({ file_size: 3_000_000 });
  });

  it("in every rendition is refused with words, its link, and its sound", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({
      renditions: [
        { height: 1_080, bytes: 120_000_000 },
        { height: 720, bytes: 60_000_000 },
      ],
    });
    await person.say(post.url);
    const refusal = await person.untilHears(/Too large: Telegram takes 50 MB from me/);
    expect(refusal.text).toContain(post.page);
    expect(buttonsOf(refusal)).toEqual([expect.stringMatching(/^🎵 Sound/)]);
    expect(await post.asked()).toMatchObject({ downloads: 0 });

    await person.press({ message: refusal.message_id, button: buttonsOf(refusal)[0] ?? "" });
    await until(
      () => person.hears(),
      (seen) => seen.some(({ audio }) => audio),
    );
    expect(await post.uploads()).toBe(1);
  });
});
