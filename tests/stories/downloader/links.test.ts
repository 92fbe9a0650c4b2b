// Rows D1, D2, D3, D5, D14.
import { describe, expect, it } from "vitest";
import { Person, type Platform, PostOf } from "../telegram.ts";

const written: readonly (readonly [Platform, ...string[]])[] = [
  [
    "tiktok",
    "https://www.tiktok.com/@some.body/video/ID?is_from_webapp=1&sender_device=pc",
    "https://www.tiktok.com/@somebody/photo/ID",
    "https://m.tiktok.com/v/ID.html",
    "https://www.tiktok.com/embed/v2/ID",
    "https://www.tiktok.com/share/video/ID",
  ],
  [
    "instagram",
    "https://www.instagram.com/reel/ID/?igsh=MzRlODBiNWFlZA==",
    "https://www.instagram.com/reels/ID/",
    "https://instagram.com/p/ID",
    "https://www.instagram.com/tv/ID/",
    "https://www.instagram.com/some.body/reel/ID/",
  ],
  [
    "youtube",
    "https://www.youtube.com/shorts/ID?feature=share",
    "https://youtube.com/watch?v=ID&t=3s",
    "https://youtu.be/ID?si=abcdef",
    "https://www.youtube.com/embed/ID",
    "https://www.youtube.com/live/ID",
    "https://m.youtube.com/watch?list=PL1&v=ID",
  ],
];
const forms = written.flatMap(([platform, ...all]) => all.map((form) => [platform, form] as const));

const shortForms: readonly (readonly [Platform, string])[] = [
  ["tiktok", "https://vm.tiktok.com/CODE/"],
  ["tiktok", "https://vt.tiktok.com/CODE"],
  ["tiktok", "https://www.tiktok.com/t/CODE/"],
  ["instagram", "https://www.instagram.com/share/CODE"],
  ["instagram", "https://www.instagram.com/share/reel/CODE/"],
];

describe.concurrent("a link", () => {
  it.each(forms)("of %s brings its video: %s", async (platform, form) => {
    const [person, post] = [new Person(), new PostOf(platform)];
    await person.say(form.replace("ID", post.id));
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(post.page);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
  });

  it.each(shortForms)("of %s that is short brings the video it leads to: %s", async (platform, form) => {
    const [person, post] = [new Person(), new PostOf(platform)];
    const code = await post.shortCode();
    await person.say(form.replace("CODE", code));
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(post.page);
  });

  it.each<readonly [string, (post: PostOf) => string]>([
    ["in the middle of a sentence", ({ url }) => `Смотри: ${url}, это смешно!`],
    ["in brackets", ({ url }) => `The best of all (${url}).`],
    ["without https://", ({ id }) => `tiktok.com/@somebody/video/${id}`],
    ["without https://, among words", ({ id }) => `и вот www.tiktok.com/@somebody/video/${id}?lang=ru тоже`],
    ["on a line of its own", ({ url }) => `Hello\n\n${url}\nBye`],
  ])("is found %s", async (_, textWith) => {
    const [person, post] = [new Person(), new PostOf()];
    await person.say(textWith(post));
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(post.page);
  });

  it("is found behind other words, and under a photo", async () => {
    const [ann, bob, post] = [new Person(), new Person(), new PostOf()];
    await ann.sends({
      text: "look here",
      entities: [{ type: "text_link", offset: 5, length: 4, url: post.url }],
    });
    await bob.sends({
      photo: [{ file_id: "p", file_unique_id: "p", width: 90, height: 90 }],
      caption: post.url,
    });
    for (const person of [ann, bob]) expect((await person.untilVideos())[0]?.caption).toContain(post.page);
  });

  it("to somewhere else is answered with what would work, and nothing is fetched", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await person.say(`https://video.example/watch/${post.id}`);
    await person.untilHears(/I know TikTok, Instagram and YouTube/);
    expect(await post.callsOf("origin")).toEqual([]);
    expect(await post.callsOf("nobody")).toEqual([]);
  });

  it("is asked for by whoever writes none", async () => {
    const person = new Person("ru");
    await person.say("привет");
    const { text } = await person.untilHears(/^Пришлите ссылку на видео/);
    expect(text).toContain("TikTok, Instagram или YouTube");
  });
});

describe.concurrent("ten links of one video", () => {
  it("are one download, and one entry in the cache", async () => {
    const post = new PostOf();
    const { id } = post;
    const code = await post.shortCode();
    const links = [
      `https://www.tiktok.com/@somebody/video/${id}`,
      `https://tiktok.com/@else/video/${id}?is_from_webapp=1`,
      `http://m.tiktok.com/v/${id}.html`,
      `https://www.tiktok.com/@somebody/photo/${id}`,
      `https://www.tiktok.com/embed/${id}`,
      `https://www.tiktok.com/share/video/${id}`,
      `www.tiktok.com/@_/video/${id}/`,
      `https://vm.tiktok.com/${code}/`,
      `https://vt.tiktok.com/${code}`,
      `https://www.tiktok.com/t/${code}/`,
    ];
    const people = links.map(() => new Person());
    await Promise.all(people.map((person, nth) => person.say(links[nth] ?? "")));

    const videos = await Promise.all(people.map((person) => person.untilVideos()));
    expect(new Set(videos.flat().map(({ video }) => video?.file_unique_id)).size).toBe(1);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
    expect(await post.uploads()).toBe(1);
    expect(await post.untilCached()).toEqual({ postgres: ["best"], redis: ["best"] });
  });

  it("of one person in one message are one video", async () => {
    const [person, post] = [new Person(), new PostOf("instagram")];
    const { id } = post;
    const kinds = ["p", "reel", "reels", "tv", "somebody/p"];
    await person.say(kinds.map((kind) => `https://www.instagram.com/${kind}/${id}/`).join(" "));
    await person.untilVideos();
    const other = new PostOf("instagram");
    await person.say(other.url);
    const videos = await person.untilVideos(2);
    expect(videos.map(({ caption }) => caption)).toEqual([
      expect.stringContaining(id),
      expect.stringContaining(other.id),
    ]);
  });
});

describe.concurrent("several links in one message", () => {
  it("bring a video each, in their order, as answers to the message", async () => {
    const person = new Person();
    const posts = [new PostOf("youtube"), new PostOf("tiktok"), new PostOf("instagram")];
    const [first, second, third] = posts.map(({ url }) => url);
    const { message_id: asked } = await person.say(`${first}, ${second}\nи ${third}`);

    const videos = await person.untilVideos(3);
    expect(videos.map(({ caption }) => caption)).toEqual(
      posts.map(({ page }) => expect.stringContaining(page)),
    );
    expect(videos.map(({ reply_to_message: about }) => about?.message_id)).toEqual([asked, asked, asked]);
  });

  it("bring what there is, though another one leads nowhere", async () => {
    const [person, post, gone] = [new Person(), new PostOf(), new PostOf()];
    await gone.is({ failure: "removed" });
    await person.say(`${gone.url} ${post.url} https://example.com/`);
    await person.untilHears(/This video is not there any more/);
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(post.page);
  });
});
