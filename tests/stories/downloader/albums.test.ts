// Row D27.
import { describe, expect, it } from "vitest";
import { until } from "../place.ts";
import { callsTo, Person, type Platform, PostOf, type Seen } from "../telegram.ts";

const photos = (count: number) => Array.from({ length: count }, () => "photo" as const);

/** Asks for it, and waits until so many items stand there, and nothing else. */
async function itemsOf(post: PostOf, count: number, person = new Person()): Promise<readonly Seen[]> {
  await person.say(post.url);
  return until(
    () => person.hears(),
    (seen) => seen.length === count && seen.every(({ files }) => files.length === 1),
  );
}

/** How many items each album has, in order. */
function sizesOf(items: readonly Seen[]): readonly number[] {
  const groups = Map.groupBy(items, ({ media_group_id: group = "alone" }) => group);
  return [...groups.values()].map(({ length }) => length);
}

describe.concurrent("a post of several pictures", () => {
  it.each<readonly [Platform, number, readonly number[]]>([
    ["instagram", 2, [2]],
    ["instagram", 10, [10]],
    ["instagram", 11, [6, 5]],
    ["tiktok", 2, [2]],
    ["tiktok", 12, [6, 6]],
    ["tiktok", 35, [9, 9, 9, 8]],
  ])("of %s with %i comes whole, as albums", async (platform, count, sizes) => {
    const post = new PostOf(platform);
    await post.is({ kind: "album", items: photos(count) });
    const items = await itemsOf(post, count);
    expect(sizesOf(items)).toEqual(sizes);
    // Under one picture, and under no other.
    expect(items.map(({ caption = "" }) => caption.includes(post.page))).toEqual(
      items.map((_, nth) => nth === 0),
    );
    expect(new Set(items.map(({ files }) => files[0]?.url)).size).toBe(count);
  });

  it("comes in its order, photos and videos together", async () => {
    const post = new PostOf("instagram");
    await post.is({ kind: "album", items: ["photo", "video", "photo", "video"], bytes: 500_000 });
    const items = await itemsOf(post, 4);
    expect(items.map(({ files }) => files[0]?.kind)).toEqual(["photo", "video", "photo", "video"]);
    expect(sizesOf(items)).toEqual([4]);
  });

  it("comes at once for the next one, from Telegram alone", async () => {
    const post = new PostOf();
    await post.is({ kind: "album", items: photos(3) });
    const first = await itemsOf(post, 3);
    await post.untilCached();
    const before = await post.asked();
    const person = new Person();
    const again = await itemsOf(post, 3, person);
    expect(again.map(({ files }) => files)).toEqual(first.map(({ files }) => files));
    expect(await post.asked()).toEqual(before);
    expect((await callsTo(person)).map(({ method }) => method)).toEqual(["sendMediaGroup"]);
  });

  it("is an answer to the message with its link", async () => {
    const [person, post] = [new Person(), new PostOf("instagram")];
    await post.is({ kind: "album", items: photos(2) });
    const { message_id: asked } = await person.say(post.url);
    const items = await until(
      () => person.hears(),
      (seen) => seen.length === 2 && seen.every(({ photo }) => photo),
    );
    expect(items.map(({ reply_to_message: about }) => about?.message_id)).toEqual([asked, asked]);
  });

  it("of a single photo is a photo", async () => {
    const post = new PostOf("instagram");
    await post.is({ kind: "photo" });
    const [photo] = await itemsOf(post, 1);
    expect(photo?.files[0]?.kind).toBe("photo");
    expect(photo?.caption).toContain(post.page);
    expect(photo?.media_group_id).toBeUndefined();
  });
});
