/** What has been carried before does not come again. */
import { describe, expect, it } from "vitest";
import { askPostgres, askProduct, goesWrong, until } from "../place.ts";
import { carry, ChatRoom, deadLettersOf, wordsOf } from "./chats.ts";

const open = () => ChatRoom.open();

/** A source, a target and a mapping between them. */
async function pair(dedup: object = {}): Promise<readonly [ChatRoom, ChatRoom]> {
  const [source, target] = [await open(), await open()];
  await carry([source], [target], { dedup });
  return [source, target];
}

/** Posts one after the other, and last of all `the end of it`; what the target shows then. */
async function shownAfter(
  posts: readonly (string | object)[],
  dedup: object = {},
): Promise<readonly string[]> {
  const [source, target] = await pair(dedup);
  for (const post of [...posts, "the end of it"]) await source.post(post);
  return (await target.sayingLast("the end of it")).slice(0, -1);
}

describe.concurrent("the same content", () => {
  it("comes once", async () => {
    const posts = ["Fresh beer tonight", "Something else today", "Fresh beer tonight"];
    expect(await shownAfter(posts)).toEqual(posts.slice(0, 2));
  });

  it("is the same in other letters, with other spaces and with what nobody sees", async () => {
    const posts = ["Fresh beer tonight", "FRESH   beer\ntonight", "Ｆｒｅｓｈ\u200B beer tonight "];
    expect(await shownAfter(posts)).toEqual(posts.slice(0, 1));
  });

  it("comes as often as it is posted where nobody minds", async () => {
    const posts = ["Fresh beer tonight", "Fresh beer tonight"];
    expect(await shownAfter(posts, { scope: "off" })).toEqual(posts);
  });

  it("is known by its files", async () => {
    const photo = { content: `photo ${Math.random()}` };
    const posts = [
      { photo, caption: "A photo of beer" },
      { photo, caption: "a photo of BEER" },
      { photo: {}, caption: "A photo of beer" },
      { photo, caption: "Another caption" },
      { photo },
      { photo },
    ];
    const wanted = ["A photo of beer", "A photo of beer", "Another caption", ""];
    expect(await shownAfter(posts)).toEqual(wanted);
  });

  it("may be a whole album", async () => {
    const [one, two] = [{ content: `one ${Math.random()}` }, { content: `two ${Math.random()}` }];
    const posts = [
      { album: [{ photo: one, caption: "An album" }, { photo: two }] },
      { album: [{ photo: one, caption: "An album" }, { photo: two }] },
      { album: [{ photo: one, caption: "Another album" }, { photo: two }] },
    ];
    expect(await shownAfter(posts)).toEqual(["An album", "", "Another album", ""]);
  });

  it("may be a poll", async () => {
    const beer = { question: "Stout or porter?", options: ["Stout", "Porter"] };
    const [source, target] = await pair();
    for (const poll of [beer, beer, { ...beer, options: ["Porter", "Wine"] }]) await source.post({ poll });
    await source.post("the end of it");
    expect(await target.sayingLast("the end of it")).toHaveLength(3);
  });

  it("comes again if it says next to nothing", async () => {
    expect(await shownAfter(["Yes!", "Yes!", "👍", "👍"])).toEqual(["Yes!", "Yes!", "👍", "👍"]);
  });

  it("comes again when the window has passed", async () => {
    const [source, target] = await pair({ windowSeconds: 60 });
    await source.post("Fresh beer tonight");
    await target.saying(1);
    const scope = `target:${target.id}#0`;
    const [kept] = await askPostgres(
      `with kept as (select extract(epoch from max(until) - now()) as seconds from forward_prints where scope = $1),
         passed as (update forward_prints set until = now() where scope = $1)
       select seconds::float8 from kept`,
      scope,
    );
    expect(kept?.["seconds"]).toBeGreaterThan(30);
    expect(kept?.["seconds"]).toBeLessThanOrEqual(60);
    await source.post("Fresh beer tonight");
    expect(await target.saying(2)).toEqual(["Fresh beer tonight", "Fresh beer tonight"]);
  });
});

describe.concurrent("the same content from several sources", () => {
  it("comes to a target once, also when all post it at the same moment", async () => {
    const sources = await Promise.all(Array.from({ length: 6 }, open));
    const target = await open();
    await carry(sources, [target]);
    await Promise.all(sources.map((source) => source.post("Breaking: the beer is here")));
    await Promise.all(sources.map((source, place) => source.post(`Said by source ${place} alone`)));
    const said = await target.saying(7);
    expect(said.filter((words) => words.startsWith("Breaking"))).toHaveLength(1);
    expect(new Set(said).size).toBe(7);
  });

  it("comes once for each mapping where each counts for itself", async () => {
    const [one, two, target] = [await open(), await open(), await open()];
    await carry([one, two], [target], { dedup: { scope: "mapping" } });
    for (const source of [one, two, one, two]) await source.post("Fresh beer tonight");
    await one.post("the end of the one");
    await two.post("the end of the other");
    expect((await target.saying(4)).toSorted()).toEqual([
      "Fresh beer tonight",
      "Fresh beer tonight",
      "the end of the one",
      "the end of the other",
    ]);
  });

  it("comes to every target, for each counts for itself", async () => {
    const [source, ...targets] = [await open(), await open(), await open()] as const;
    await carry([source], targets);
    for (const post of ["Fresh beer tonight", "Fresh beer tonight", "the end of it"]) await source.post(post);
    for (const target of targets)
      expect(await target.sayingLast("the end of it")).toEqual(["Fresh beer tonight", "the end of it"]);
  });

  it("comes nowhere else where all targets count as one; a post comes to all of its own", async () => {
    const dedup = { scope: "everywhere" };
    const [one, two] = [await open(), await open()];
    const [first, second, third] = [await open(), await open(), await open()];
    await carry([one], [first, second], { dedup });
    await carry([two], [third], { dedup });
    const words = `Beer for the whole world, ${one.id}`;
    await one.post(words);
    expect(await Promise.all([first.saying(1), second.saying(1)])).toEqual([[words], [words]]);
    await two.post(words);
    await two.post(`And no more of it, ${two.id}`);
    expect(await third.saying(1)).toEqual([`And no more of it, ${two.id}`]);
  });
});

describe.concurrent("a repost", () => {
  it("of what was carried does not come, whatever stands in it now", async () => {
    const [news, mirror, target] = [await open(), await open(), await open()];
    await carry([news, mirror], [target]);
    const { message_ids: ids } = await news.post("Fresh beer tonight");
    await target.saying(1);
    const from = { chat: news.id, message_id: ids[0] };
    await mirror.post({ text: "Fresh beer tonight, edited meanwhile", forwardedFrom: from });
    await mirror.post({ text: "Another one of them", forwardedFrom: { ...from, message_id: 9_000_001 } });
    expect(await target.saying(2)).toEqual(["Fresh beer tonight", "Another one of them"]);
  });
});

describe.concurrent("almost the same content", () => {
  const first =
    "The brewery in the old harbour has opened its doors again and pours forty kinds of fresh beer";
  const almost = `${first} today`;
  const other =
    "The weather tomorrow will be cold and wet, so take an umbrella and a warm coat along with you";

  it("does not come where that is wanted", async () => {
    expect(await shownAfter([first, almost, other], { near: 16 })).toEqual([first, other]);
  });

  it("comes where it has to be equal", async () => {
    expect(await shownAfter([first, almost, other])).toEqual([first, almost, other]);
  });
});

describe.concurrent("content that could not be sent", () => {
  it("comes when it is posted again", async () => {
    const [source, target] = await pair();
    const description = "Bad Request: the message can't be copied";
    const body = { ok: false, error_code: 400, description };
    await goesWrong("telegram", {
      channel: String(target.id),
      path: "/copyMessage",
      status: 400,
      body,
      times: 1,
    });
    await source.post("Fresh beer tonight");
    await until(
      () => deadLettersOf(target),
      ([letter]) => letter?.kind === "cannot_copy",
    );
    await source.post("Fresh beer tonight");
    expect(await target.saying(1)).toEqual(["Fresh beer tonight"]);
    // What then is tried again by hand comes as well: somebody wanted it.
    await askProduct("POST", "/api/forwarder/dead-letters/retry", { target: String(target.id) });
    expect(await target.saying(2)).toEqual(["Fresh beer tonight", "Fresh beer tonight"]);
  });
});

describe.concurrent("an edit", () => {
  it("is no duplicate of the post that it changes, nor of another one", async () => {
    const [source, target] = await pair();
    const { message_ids: ids } = await source.post("Fresh beer tonight");
    await source.post("Something else today");
    await target.saying(2);
    await source.edit(ids[0] ?? 0, { text: "Something else today" });
    const said = await until(
      async () => (await target.shows()).map(wordsOf),
      ([words]) => words !== "Fresh beer tonight",
    );
    expect(said).toEqual(["Something else today", "Something else today"]);
  });
});
