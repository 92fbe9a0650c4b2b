import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveTo, place, until } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { Person, PostOf } from "../telegram.ts";
import { Chat, delivers, sendsInline, untilMessage } from "../telegram-chats.ts";

/** A house in which two downloads a month are free. */
let close = async () => {};
beforeAll(async () => {
  const taproom = await openTaproom(
    { DOWNLOAD_LIMIT_ENFORCED: "true", DOWNLOAD_FREE_LIMIT: "2" },
    place.bundle,
  );
  ({ close } = taproom);
  moveTo(taproom.place);
});
afterAll(() => close());

const usedUp = /You have used up your 2 free downloads of this month\. \/referral gives you more\./;

/** Somebody asks, and gets it. */
async function gets(person: Person, post: PostOf): Promise<void> {
  const before = (await person.hears()).filter(({ video }) => video).length;
  await person.say(post.url);
  await person.untilVideos(before + 1);
}

describe.concurrent("the free downloads of a month", () => {
  it("come to an end, for what lies there already too", async () => {
    const [ann, bob, post] = [new Person(), new Person("ru"), new PostOf()];
    await gets(ann, post);
    await gets(ann, new PostOf());
    await ann.say(post.url);
    await ann.untilHears(usedUp);
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 2[^]*0 of 2/);

    await gets(bob, post);
    await bob.say(new PostOf().url);
    await bob.untilVideos(2);
    const last = new PostOf();
    await bob.say(last.url);
    await bob.untilHears(/Ваши бесплатные загрузки этого месяца \(2\) закончились/);
    expect(await last.asked()).toMatchObject({ pages: 0 });
  });

  it("are taken when a link is accepted, not when the video has come", async () => {
    const ann = new Person();
    const posts = [new PostOf(), new PostOf(), new PostOf()] as const;
    for (const post of posts) await post.is({ ratePerSecond: 1_000_000 });
    await ann.say(posts.map(({ url }) => url).join(" "));
    await ann.untilHears(usedUp);
    expect((await ann.hears()).filter(({ video }) => video)).toEqual([]);
    const videos = await ann.untilVideos(2);
    expect(videos.map(({ caption }) => caption)).toEqual([
      expect.stringContaining(posts[0].id),
      expect.stringContaining(posts[1].id),
    ]);
    expect(await posts[2].asked()).toMatchObject({ pages: 0 });
  });

  it("are returned for what fails or is cancelled", async () => {
    const [ann, bad, slow] = [new Person(), new PostOf(), new PostOf()];
    await bad.is({ failure: "removed" });
    await slow.is({ ratePerSecond: 200_000 });
    await gets(ann, new PostOf());
    await ann.say(bad.url);
    await ann.untilHears(/not there any more/);
    await ann.say(slow.url);
    const status = await ann.untilHears(/Waiting|Looking|Carrying/);
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 1[^]*0 of 2/);
    await ann.press({ message: status.message_id, button: "✖ Cancel" });
    await ann.untilHears(/Cancelled/);
    await gets(ann, new PostOf());
    await ann.say(slow.url);
    expect((await ann.untilHears(usedUp)).text).not.toContain(slow.url);
  });

  it("hold inline and by a link too, with words where the video would stand", async () => {
    const [ann, chat, post] = [new Person(), new Chat(), new PostOf("instagram")];
    await gets(ann, new PostOf());
    await gets(ann, new PostOf());
    const { message_id } = await sendsInline(ann, chat, post.url);
    const told = await untilMessage(ann, chat, ({ text = "" }) => usedUp.test(text));
    expect(told.message_id).toBe(message_id);
    await ann.say(`/start instagram_${post.id}`);
    await ann.untilHears(usedUp);
    expect(await post.asked()).toMatchObject({ pages: 0 });
  });

  it("become more by a friend who comes", async () => {
    const [ann, bob] = [new Person(), new Person()];
    await gets(ann, new PostOf());
    await gets(ann, new PostOf());
    await ann.say(new PostOf().url);
    await ann.untilHears(usedUp);
    await bob.say(`/start ref_${ann.id}`);
    await bob.untilHears(/friend's link/);
    await ann.say("/stats");
    await ann.untilHears(/Downloaded: 2[^]*5 of 7/);
    const post = new PostOf();
    for (let nth = 1; nth <= 5; nth++) await gets(ann, post);
    await ann.say(post.url);
    await ann.untilHears(/You have used up your 7 free downloads/);
    expect(await ann.untilVideos(7)).toHaveLength(7);
  });

  it("have no end for administrators", async () => {
    const from = { id: 7001, first_name: "Admin", language_code: "en" };
    const posts = [new PostOf(), new PostOf(), new PostOf(), new PostOf()];
    for (const { url } of posts) await delivers({ message: { from, text: url } });
    const videos = await until(
      async () => (await new Person().hears(from.id)).filter(({ video }) => video),
      ({ length }) => length === posts.length,
    );
    expect(videos.map(({ caption }) => caption)).toEqual(posts.map(({ id }) => expect.stringContaining(id)));
  });
});
