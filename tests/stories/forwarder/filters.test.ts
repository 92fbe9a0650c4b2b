/** A target shows what its mapping's filters let pass, and nothing else. */
import { describe, expect, it } from "vitest";
import { carry, ChatRoom, wordsOf } from "./chats.ts";

type Post = string | object;

/** What stands in the target when the last of the posts has arrived: that one always passes. */
async function passing(
  filters: object,
  posts: readonly Post[],
  chat: Readonly<Record<string, unknown>> = {},
) {
  const [source, target] = [await ChatRoom.open(chat), await ChatRoom.open()];
  await carry([source], [target], { filters });
  for (const post of posts) await source.post(post);
  const { caption, text = caption } = posts.at(-1) as { readonly text?: string; readonly caption?: string };
  return target.sayingLast(text ?? String(posts.at(-1)));
}

const keywords = (lists: object) => ({ keywords: lists });
const album = (...captions: readonly string[]) => ({
  album: captions.map((caption) => ({ photo: {}, ...(caption && { caption }) })),
});
const named = (file_name: string) => ({ document: { file_name }, caption: file_name });
const signed = (signature: string, text: string) => ({ signature, text });

describe.concurrent("keywords", () => {
  it.each([
    ["a word, whatever its case", { find: "пиво" }, ["Пивоварня открыта", "пивовар", "ПИВО, холодное"]],
    ["a part of a word", { find: "пив", as: "substring" }, ["Вино и сыр", "Крепкий чай", "Пивоварня"]],
    ["a regex", { find: String.raw`\d ?(₽|rub)$`, as: "regex" }, ["Free", "100 roubles", "Beer for 100 RUB"]],
  ])("are %s", async (_, keyword, posts) => {
    expect(await passing(keywords({ include: [keyword] }), posts)).toEqual(posts.slice(2));
  });

  // Of a beer, an advertisement, an advertisement of beer, and neither.
  const posts = ["ad: wine", "ad: beer", "the weather today", "beer is here"];
  it.each([
    ["exclude-then-include", ["beer is here"]],
    ["include-then-exclude", ["beer is here"]],
    ["include-only", ["ad: beer", "beer is here"]],
    ["exclude-only", ["the weather today", "beer is here"]],
  ])("are asked in the order %s", async (order, wanted) => {
    const lists = { include: [{ find: "beer" }], exclude: [{ find: "ad" }], order };
    expect(await passing(keywords(lists), posts)).toEqual(wanted);
  });

  it("turn round: the include list excludes, the exclude list includes", async () => {
    const inverted = { include: [{ find: "wine" }], exclude: [{ find: "ad" }] };
    expect(
      await passing(keywords({ ...inverted, invertInclude: true, invertExclude: true }), [
        ...posts,
        "ad: tea",
      ]),
    ).toEqual(["ad: beer", "ad: tea"]);
  });

  it("are looked for in captions as in texts", async () => {
    const lists = { include: [{ find: "beer" }], exclude: [{ find: "ad" }] };
    const seen = await passing(keywords(lists), [
      { photo: {}, caption: "the weather" },
      { video: {}, caption: "ad: beer" },
      { document: {}, caption: "a list of beer" },
      { photo: {}, caption: "beer is here" },
    ]);
    expect(seen).toEqual(["a list of beer", "beer is here"]);
  });

  it("are looked for in all captions of an album, which goes whole or not at all", async () => {
    const lists = { include: [{ find: "beer" }], exclude: [{ find: "ad" }] };
    const seen = await passing(keywords(lists), [
      album("", "the weather"),
      album("beer", "", "ad: something else"),
      album("", "", "beer in the third"),
      "beer is here",
    ]);
    expect(seen).toEqual(["", "", "beer in the third", "beer is here"]);
  });

  it("are in nothing that has no text: an include list keeps it away, an exclude list does not", async () => {
    const silent = [{ photo: {} }, { sticker: {} }, "beer is here"];
    const [included, excluded] = await Promise.all([
      passing(keywords({ include: [{ find: "beer" }] }), silent),
      passing(keywords({ exclude: [{ find: "ad" }] }), silent),
    ]);
    expect(included).toEqual(["beer is here"]);
    expect(excluded).toEqual(["", "", "beer is here"]);
  });
});

describe.concurrent("files", () => {
  const everything = [
    "only words",
    { photo: {}, caption: "photo" },
    { video: {}, caption: "video" },
    { animation: {}, caption: "animation" },
    { video_note: {} },
    { voice: {}, caption: "voice" },
    { audio: {}, caption: "audio" },
    { document: {}, caption: "document" },
    { sticker: {} },
    { poll: { question: "Beer?", options: ["Yes", "No"] } },
    { location: { latitude: 1, longitude: 2 } },
    { contact: { phone_number: "1", first_name: "Ann" } },
  ];

  it("of kinds that are not wanted stay behind", async () => {
    const deny = ["sticker", "video_note", "voice", "poll", "location", "contact", "animation"];
    expect(await passing({ media: { deny } }, [...everything, "the end"])).toEqual([
      "only words",
      "photo",
      "video",
      "audio",
      "document",
      "the end",
    ]);
  });

  it("come alone where only they are wanted", async () => {
    const allow = ["photo", "document"];
    expect(await passing({ media: { allow } }, [...everything, { photo: {}, caption: "the end" }])).toEqual([
      "photo",
      "document",
      "the end",
    ]);
  });

  it("that are too large stay behind", async () => {
    const filters = { size: { mostBytes: 1_000_000 } };
    expect(
      await passing(filters, [
        { video: { bytes: 50_000_000 }, caption: "a film" },
        { video: { bytes: 1_000_000 }, caption: "a clip" },
        { album: [{ video: { bytes: 1_000_001 } }, { photo: {}, caption: "and a photo" }] },
        "the end",
      ]),
    ).toEqual(["a clip", "the end"]);
  });

  it("are known by their extensions", async () => {
    const posts = ["a.EXE", "b.pdf", "c.tar.gz", "d", "e.PDF"].map(named);
    const [allowed, denied] = await Promise.all([
      passing({ extensions: { allow: [".pdf"] } }, posts),
      passing({ extensions: { deny: ["exe", "gz"] } }, posts),
    ]);
    expect(allowed).toEqual(["b.pdf", "e.PDF"]);
    expect(denied).toEqual(["b.pdf", "d", "e.PDF"]);
  });

  it("stay behind while their text goes", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const filters = { media: { deny: ["photo"], otherwise: "keep-text" } };
    await carry([source], [target], { filters });
    const bold = [{ type: "bold", offset: 4, length: 4 }];
    await source.post({ photo: {} });
    await source.post({ photo: {}, caption: "Who drinks it?", caption_entities: bold });
    const [message] = await target.showing(1);
    expect(message).toMatchObject({ text: "Who drinks it?", entities: bold, files: [] });
  });

  it("of a mixed album stay behind, and its words and the others go", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const filters = { media: { deny: ["video"], otherwise: "keep-text" } };
    await carry([source], [target], { filters });
    const post = await source.post({
      album: [
        { photo: { content: "one" }, caption: "Of the first photo" },
        { video: {}, caption: "Of the video" },
        { photo: { content: "two" } },
      ],
    });
    const messages = await target.showing(2);
    expect(messages.map(({ files }) => files.map(({ kind }) => kind))).toEqual([["photo"], ["photo"]]);
    expect(messages.map(wordsOf)).toEqual(["Of the first photo\nOf the video", ""]);
    expect(messages[0]?.media_group_id).toBeDefined();
    // What answers the video answers what stands for it.
    await source.post({ text: "Which video?", reply_to: post.message_ids[1] });
    expect((await target.showing(3))[2]?.reply_to_message?.message_id).toBe(messages[0]?.message_id);
  });

  it("of an album in which nothing else is stay behind, and all its words go in one", async () => {
    const filters = { media: { deny: ["video"], otherwise: "keep-text" } };
    const videos = [{ video: {}, caption: "The first" }, { video: {} }, { video: {}, caption: "The third" }];
    expect(await passing(filters, [{ album: videos }, "the end"])).toEqual([
      "The first\nThe third",
      "the end",
    ]);
  });
});

describe.concurrent("whoever writes", () => {
  const [ann, bob, cid] = [
    { id: 51_000_001, first_name: "Ann", username: "ann_writes" },
    { id: 51_000_002, first_name: "Bob", username: "bob_writes" },
    { id: 51_000_003, first_name: "Cid" },
  ];
  const group = { type: "supergroup" };
  const said = [
    { from: ann, text: "from Ann" },
    { from: bob, text: "from Bob" },
    { from: cid, text: "from Cid" },
    { from: bob, text: "the end" },
  ];

  it.each([
    [
      "is let in by id or name",
      { allow: ["@Bob_Writes", String(cid.id)] },
      ["from Bob", "from Cid", "the end"],
    ],
    ["is kept out by id or name", { deny: ["ann_writes", String(cid.id)] }, ["from Bob", "the end"]],
  ])("%s", async (_, senders, wanted) => {
    expect(await passing({ senders }, said, group)).toEqual(wanted);
  });

  it("is known by the signature in a channel", async () => {
    const posts = [signed("Ann", "from Ann"), "from nobody", signed("Bob", "from Bob")];
    expect(await passing({ senders: { allow: ["bob"] } }, posts)).toEqual(["from Bob"]);
  });
});

describe.concurrent("links", () => {
  const hidden = {
    text: "Press here",
    entities: [{ type: "text_link", offset: 6, length: 4, url: "https://example.com" }],
  };
  const posts = ["Plain words", "See example.com", hidden, { photo: {}, caption: "https://t.me/taproom/1" }];

  it("keep a post away, be they seen, hidden beneath words or in a caption", async () => {
    expect(await passing({ links: "none" }, [...posts, "Hello, @somebody"])).toEqual([
      "Plain words",
      "Hello, @somebody",
    ]);
  });

  it("alone are wanted", async () => {
    expect(await passing({ links: "only" }, posts)).toEqual([
      "See example.com",
      "Press here",
      "https://t.me/taproom/1",
    ]);
  });

  it("are other things than mentions", async () => {
    expect(await passing({ mentions: "none" }, ["Hello, @somebody", "See example.com"])).toEqual([
      "See example.com",
    ]);
  });
});

describe.concurrent("reposts", () => {
  const elsewhere = { id: -1_001_700_000_001, type: "channel", title: "Elsewhere", username: "elsewhere_ch" };
  const other = { id: -1_001_700_000_002, type: "channel", title: "Other" };
  const posts = (place: number) => [
    { text: `own ${place}` },
    { text: `of Elsewhere ${place}`, forwardedFrom: { chat: elsewhere, message_id: place } },
    { text: `of Other ${place}`, forwardedFrom: { chat: other, message_id: place } },
    { text: `of somebody ${place}`, forwardedFrom: { name: "Hidden Harry" } },
  ];
  const end = { text: "the end", forwardedFrom: { chat: elsewhere, message_id: 99 } };

  it.each([
    ["stay behind", { reposts: "none" }, "the end", ["own 1", "the end"]],
    ["come alone", { reposts: "only" }, end, ["of Elsewhere 1", "of Other 1", "of somebody 1", "the end"]],
    [
      "are let in by where they first stood; a post of one's own is none",
      { origins: { allow: ["@elsewhere_ch"] } },
      end,
      ["own 1", "of Elsewhere 1", "the end"],
    ],
    [
      "are kept out by where they first stood",
      { origins: { deny: [String(other.id), "Hidden Harry"] } },
      end,
      ["own 1", "of Elsewhere 1", "the end"],
    ],
  ])("%s", async (_, filters, last, wanted) => {
    expect(await passing(filters, [...posts(1), last])).toEqual(wanted);
  });
});

describe.concurrent("mappings of one source", () => {
  it("have filters of their own, and what one turns away comes to all others", async () => {
    const source = await ChatRoom.open();
    const targets = [
      await ChatRoom.open(),
      await ChatRoom.open(),
      await ChatRoom.open(),
      await ChatRoom.open(),
    ];
    const filters = [
      { keywords: { include: [{ find: "nobody ever says this" }] } },
      { keywords: { exclude: [{ find: "beer" }] } },
      { media: { allow: ["photo"] } },
      {},
    ];
    for (const [place, each] of filters.entries())
      await carry([source], [targets[place] as ChatRoom], { filters: each });
    await source.post("beer is here");
    await source.post("wine is here");
    await source.post({ photo: {}, caption: "beer and wine" });
    await source.post({ album: [{ photo: {}, caption: "the end" }, { photo: {} }] });
    const [first, ...others] = targets as [ChatRoom, ...ChatRoom[]];
    expect(await Promise.all(others.map((target) => target.sayingLast("the end")))).toEqual([
      ["wine is here", "the end", ""],
      ["beer and wine", "the end", ""],
      ["beer is here", "wine is here", "beer and wine", "the end", ""],
    ]);
    expect(await first.shows()).toEqual([]);
  });

  it("to one target each carry what they want, and a post that both want stands there once", async () => {
    const [source, target] = [
      await ChatRoom.open({ topics: [{ id: 5, name: "Beer" }] }),
      await ChatRoom.open(),
    ];
    await carry([`${source.id}#5`], [target], { filters: { keywords: { include: [{ find: "stout" }] } } });
    await carry([source], [target], { filters: { keywords: { exclude: [{ find: "porter" }] } } });
    for (const text of ["a porter", "a stout in the evening", "the weather in the evening"])
      await source.post({ text, topic: 5 });
    expect(await target.sayingLast("the weather in the evening")).toEqual([
      "a stout in the evening",
      "the weather in the evening",
    ]);
  });
});
