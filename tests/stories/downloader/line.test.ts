// Rows D13, D15.
import { describe, expect, it } from "vitest";
import { until } from "../place.ts";
import { buttonsOf, callsTo, Person, PostOf, type Seen } from "../telegram.ts";

/** What ever stood in the message that tells how far it is, in order. */
async function stagesSeen(person: Person): Promise<readonly string[]> {
  const calls = await callsTo(person);
  return calls
    .filter(({ method, body }) => /^(?:sendMessage|editMessageText)$/.test(method) && body["text"])
    .map(({ body }) => String(body["text"]));
}

const untilFlows = (post: PostOf) =>
  until(
    () => post.asked(),
    ({ bytes }) => bytes > 0,
  );

/** At the pace of these stories, some bytes come between any two looks. */
function untilNothingFlows(post: PostOf) {
  let [before, stillness] = [-1, 0];
  return until(
    () => post.asked(),
    ({ bytes }) => {
      stillness = bytes === before ? stillness + 1 : 0;
      before = bytes;
      return stillness === 10;
    },
  );
}

async function cancel(person: Person, status: Seen) {
  return person.press({ message: status.message_id, button: "✖ Cancel" });
}

describe.concurrent("somebody who wants several videos", () => {
  it("gets them one after another, in order, and sees their place in line", async () => {
    const person = new Person();
    const posts = [new PostOf(), new PostOf("instagram"), new PostOf("youtube")];
    const [first, second, third] = posts as [PostOf, PostOf, PostOf];
    await first.is({ ratePerSecond: 400_000 });
    for (const { url } of posts) await person.say(url);

    await person.untilHears(/Number 2 in your line/);
    await person.untilHears(/Number 3 in your line/);
    await untilFlows(first);
    expect([await second.asked(), await third.asked()]).toMatchObject([{ pages: 0 }, { pages: 0 }]);

    const videos = await person.untilVideos(3);
    expect(videos.map(({ caption }) => caption)).toEqual(
      posts.map(({ page }) => expect.stringContaining(page)),
    );
    // The third one has moved up before it came.
    expect((await stagesSeen(person)).filter((text) => text.includes("Number 2"))).toHaveLength(2);
    await until(
      () => person.hears(),
      (seen) => seen.length === 3,
    );
  });

  it("gets at once what somebody else has asked for before", async () => {
    const [ann, bob] = [new Person(), new Person()];
    const [slow, known] = [new PostOf(), new PostOf()];
    await slow.is({ bytes: 900_000, ratePerSecond: 150_000 });
    await ann.say(known.url);
    await ann.untilVideos();

    await bob.say(slow.url);
    await untilFlows(slow);
    await bob.say(known.url);
    const [video] = await bob.untilVideos();
    expect(video?.caption).toContain(known.page);
    expect(await slow.uploads()).toBe(0);
    expect((await bob.untilVideos(2)).at(-1)?.caption).toContain(slow.page);
  });

  it("is told when it is too much at once, and gets all the others", async () => {
    const person = new Person();
    const posts = Array.from({ length: 21 }, () => new PostOf());
    await Promise.all(posts.map((post) => post.is({ bytes: 200_000 })));
    await posts[0]?.is({ bytes: 200_000, ratePerSecond: 100_000 });
    // A message has ten links at most.
    for (const part of [posts.slice(0, 10), posts.slice(10, 20), posts.slice(20)])
      await person.say(part.map(({ url }) => url).join("\n"));
    await person.untilHears(/20 of your videos are waiting already/);
    await person.untilVideos(20);
    expect(await posts[20]?.asked()).toMatchObject({ pages: 0 });
  });
});

describe.concurrent("the message that tells how far it is", () => {
  it("tells each stage, and goes when the video is there", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({ ratePerSecond: 160_000 });
    const { message_id: asked } = await person.say(post.url);

    const status = await person.untilHears(/Looking for the video on TikTok|Waiting/);
    expect(status.reply_to_message?.message_id).toBe(asked);
    expect(buttonsOf(status)).toEqual(["✖ Cancel"]);
    await person.untilHears(/Carrying the video over: 2 MB/);
    await person.untilVideos();
    await until(
      () => person.hears(),
      (seen) => seen.length === 1 && seen[0]?.video !== undefined,
    );
    const stages = (await stagesSeen(person)).map((text) => /Waiting|Looking|Carrying/.exec(text)?.[0]);
    expect(stages).toEqual(["Waiting", "Looking", "Carrying"]);
  });

  it("speaks the language of whoever asked", async () => {
    const [person, post] = [new Person("ru"), new PostOf()];
    await post.is({ ratePerSecond: 400_000 });
    await person.say(post.url);
    const status = await person.untilHears(/Жду свободных рук|Ищу видео в TikTok/);
    expect(buttonsOf(status)).toEqual(["✖ Отменить"]);
    await person.untilVideos();
  });
});

describe.concurrent("a video that somebody cancels", () => {
  it("is not fetched any further, and never comes", async () => {
    const [person, post] = [new Person(), new PostOf()];
    // At this pace all of it would take a minute.
    await post.is({ ratePerSecond: 33_000 });
    await person.say(post.url);
    const status = await person.untilHears(/⏳|🔎|🚚/);
    await untilFlows(post);
    await cancel(person, status);

    const cancelled = await person.untilHears(/✖ Cancelled\./);
    expect(cancelled.message_id).toBe(status.message_id);
    expect(buttonsOf(cancelled)).toEqual([]);
    const { bytes } = await untilNothingFlows(post);
    expect(bytes).toBeLessThan(1_500_000);
    // Meanwhile somebody else gets a whole one.
    const [other, otherPost] = [new Person(), new PostOf()];
    await other.say(otherPost.url);
    await other.untilVideos();
    expect((await post.asked()).bytes).toBe(bytes);
    expect(await post.uploads()).toBe(0);
    expect((await person.hears()).map(({ text }) => text)).toEqual([expect.stringMatching(/Cancelled/)]);
    expect(await post.cached()).toEqual({ postgres: [], redis: [] });
  });

  it("comes to the others who wait for it", async () => {
    const [ann, bob, post] = [new Person(), new Person(), new PostOf()];
    await post.is({ ratePerSecond: 400_000 });
    await ann.say(post.url);
    const status = await ann.untilHears(/⏳|🔎|🚚/);
    await bob.say(post.url);
    await bob.untilHears(/⏳|🔎|🚚/);
    await untilFlows(post);
    await cancel(ann, status);

    await bob.untilVideos();
    expect((await ann.hears()).map(({ text }) => text)).toEqual([expect.stringMatching(/Cancelled/)]);
    expect(await post.asked()).toMatchObject({ downloads: 1 });
  });

  it("lets the next one in line come at once", async () => {
    const [person, slow, next] = [new Person(), new PostOf(), new PostOf()];
    await slow.is({ ratePerSecond: 33_000 });
    await person.say(slow.url);
    const status = await person.untilHears(/⏳|🔎|🚚/);
    await untilFlows(slow);
    await person.say(next.url);
    await person.untilHears(/Number 2/);
    await cancel(person, status);
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(next.page);
  });

  it("while it waits in line is never fetched", async () => {
    const [person, slow, waiting, next] = [new Person(), new PostOf(), new PostOf(), new PostOf()];
    await slow.is({ ratePerSecond: 33_000 });
    await person.say(slow.url);
    const status = await person.untilHears(/⏳|🔎|🚚/);
    await untilFlows(slow);
    await person.say(waiting.url);
    await cancel(person, await person.untilHears(/Number 2/));
    await person.untilHears(/Cancelled/);
    await cancel(person, status);
    await person.say(next.url);
    await person.untilVideos();
    expect(await waiting.asked()).toMatchObject({ pages: 0 });
  });

  it("is asked for again, and comes", async () => {
    const [person, post] = [new Person(), new PostOf()];
    await post.is({ ratePerSecond: 33_000 });
    await person.say(post.url);
    const status = await person.untilHears(/⏳|🔎|🚚/);
    await untilFlows(post);
    await cancel(person, status);
    await person.untilHears(/Cancelled/);
    await post.is({ ratePerSecond: null });
    await person.say(post.url);
    const [video] = await person.untilVideos();
    expect(video?.caption).toContain(post.page);
  });

  it("cannot be cancelled by somebody else, nor twice", async () => {
    const [ann, eve, post] = [new Person(), new Person(), new PostOf()];
    await post.is({ ratePerSecond: 400_000 });
    await ann.say(post.url);
    const status = await ann.untilHears(/⏳|🔎|🚚/);
    const data = status.reply_markup?.inline_keyboard[0]?.[0]?.callback_data;
    await eve.say("/help");
    const help = await eve.untilHears(/TikTok/);
    const { answer } = await eve.press({ message: help.message_id, data: String(data) });
    expect(answer).toMatchObject({ text: expect.stringMatching(/too old/) });
    const [video] = await ann.untilVideos();
    const late = await ann.press({ message: video?.message_id ?? 0, data: String(data) });
    expect(late.answer).toMatchObject({ text: expect.stringMatching(/too old/) });
  });
});
