import { describe, expect, it } from "vitest";
import { askPostgres, until } from "../place.ts";
import { Person, type Platform, PostOf } from "../telegram.ts";
import { startParameterOf } from "../telegram-chats.ts";

const random = () => String(Math.random()).slice(2, 8);
const base64url = (text: string) => Buffer.from(text).toString("base64url");

const posts: readonly (readonly [Platform, () => string])[] = [
  ["tiktok", () => `73012345678901${random()}`],
  ["instagram", () => `C${random()}_-_ab`],
  ["instagram", () => `-_${random()}__-`],
  ["youtube", () => `-_${random()}_-_`],
  ["youtube", () => `_a${random()}--_`],
];

describe.concurrent("a link that opens the downloader bot", () => {
  it.each(posts)("asks for a video of %s, whatever its id is made of", async (platform, id) => {
    const [ann, post] = [new Person(), new PostOf(platform, id())];
    await ann.say(`/start ${startParameterOf(post)}`);
    const [video] = await ann.untilVideos(1);
    expect(video?.caption).toContain(post.id);
    const read = () => askPostgres("select kind, post from clicks where user_id = $1", String(ann.id));
    expect(await until(read, (rows) => rows.length > 0)).toEqual([
      { kind: "deep-link", post: `${platform}:${post.id}` },
    ]);
  });

  it.each(posts)("asks for a video of %s in the form it once had", async (platform, id) => {
    const [ann, post] = [new Person(), new PostOf(platform, id())];
    await ann.say(`/start ${platform}_${post.id}`);
    const [video] = await ann.untilVideos(1);
    expect(video?.caption).toContain(post.id);
  });

  it("asks for a quality, and for the sound alone", async () => {
    const [ann, post] = [new Person(), new PostOf("instagram")];
    await ann.say(`/start ${base64url(`i:${post.id}:480`)}`);
    const [video] = await ann.untilVideos(1);
    expect(video?.video).toMatchObject({ width: 480, file_size: 1_000_000 });
  });

  it.each([
    "video",
    "instagram_",
    "facebook_12345678",
    "youtube_tooshort",
    "tiktok_7301x",
    base64url("x:7301234567890123456"),
    base64url("t:../../etc/passwd"),
    base64url("y:dQw4w9WgXcQ:4k"),
    base64url("y:dQw4w9WgXcQ:best:more"),
    "ref_",
    "ref_ann",
  ])("is met with words where nobody knows it: %s", async (parameter) => {
    const [ann, pjotr] = [new Person(), new Person("ru")];
    await ann.say(`/start ${parameter}`);
    await ann.untilHears(/^I do not know this link/);
    await pjotr.say(`/start ${parameter}`);
    await pjotr.untilHears(/^Эта ссылка мне незнакома/);
    expect(await ann.hears()).toHaveLength(1);
  });
});
