/** What a mapping changes in a post's text, and that everything marked in it stays where it belongs. */
import { describe, expect, it } from "vitest";
import { carry, ChatRoom, type Shown, wordsOf } from "./chats.ts";

/** What a reader of the target sees of a post. */
async function shownOf(
  settings: object,
  post: string | object,
  chat: Readonly<Record<string, unknown>> = {},
): Promise<Shown> {
  const [source, target] = [await ChatRoom.open(chat), await ChatRoom.open()];
  await carry([source], [target], settings);
  await source.post(post);
  const [message] = await target.showing(1);
  // The cast: one was waited for.
  return message as Shown;
}

/** Each marked piece of a message as it can be read: `bold: beer`, `text_link: here → https://…`. */
const marksOf = (message: Shown): readonly string[] =>
  (message.entities ?? message.caption_entities ?? []).map(
    ({ type, offset, length, url }) =>
      `${type}: ${wordsOf(message).slice(offset, offset + length)}${url ? ` → ${url}` : ""}`,
  );

const changed = (...transforms: readonly object[]) => ({ transforms });

/** Marks the first place of these words in a text. */
const mark = (text: string, type: string, words: string, more: object = {}) => ({
  type,
  offset: text.indexOf(words),
  length: words.length,
  ...more,
});

const text = "🍺🍻 Свежее пиво: read here and there, https://example.com/beer";
const marked = {
  text,
  entities: [
    mark(text, "bold", "Свежее пиво"),
    mark(text, "text_link", "here", { url: "https://example.com/here" }),
    mark(text, "italic", "there"),
  ],
};
const marks = [
  "bold: Свежее пиво",
  "text_link: here → https://example.com/here",
  "italic: there",
  "url: https://example.com/beer",
];

describe.concurrent("a text that is changed keeps its marks", () => {
  it.each([
    [
      "where words before them become longer, with emoji",
      [{ is: "replace", what: { find: "🍺🍻", as: "substring" }, with: "👨‍👩‍👧‍👦🍺🍺 Всем привет!" }],
      "👨‍👩‍👧‍👦🍺🍺 Всем привет! Свежее пиво: read here and there, https://example.com/beer",
      marks,
    ],
    [
      "where marked words become others",
      [{ is: "replace", what: { find: "пиво" }, with: "🥛 молоко" }],
      "🍺🍻 Свежее 🥛 молоко: read here and there, https://example.com/beer",
      ["bold: Свежее 🥛 молоко", ...marks.slice(1)],
    ],
    [
      "where a regex takes its groups along",
      [{ is: "replace", what: { find: "(here) and (there)", as: "regex" }, with: "$2, $1" }],
      "🍺🍻 Свежее пиво: read there, here, https://example.com/beer",
      ["bold: Свежее пиво", "url: https://example.com/beer"],
    ],
    [
      "below a header and above a footer",
      [
        { is: "header", text: "📣 News" },
        { is: "footer", text: "🍻 Taproom" },
      ],
      `📣 News\n${text}\n🍻 Taproom`,
      marks,
    ],
    [
      "in a template",
      [{ is: "template", text: "🗞 {chat}: {text} ({chat})" }],
      `🗞 The 🍺 tap: ${text} (The 🍺 tap)`,
      marks,
    ],
    [
      "and get another style besides",
      [{ is: "style", as: "strikethrough" }],
      text,
      [`strikethrough: ${text}`, ...marks],
    ],
    [
      "but for those that a plain style takes away",
      [{ is: "style", as: "plain" }],
      text,
      ["text_link: here → https://example.com/here", "url: https://example.com/beer"],
    ],
    [
      "without the links, of which the words stay",
      [{ is: "mask-links", with: "[🔗]" }],
      "🍺🍻 Свежее пиво: read here and there, [🔗]",
      ["bold: Свежее пиво", "italic: there"],
    ],
    [
      "without the links to some places",
      [
        { is: "mask-links", keep: ["example.com"] },
        { is: "footer", text: "🍺 more: https://other.test/x" },
      ],
      `${text}\n🍺 more: https://other.test/x`,
      [...marks, "url: https://other.test/x"],
    ],
    [
      "through all of it, one after the other",
      [
        { is: "mask-links" },
        { is: "replace", what: { find: "read" }, with: "читайте 📖" },
        { is: "header", text: "🔥" },
        { is: "style", as: "spoiler" },
      ],
      "🔥\n🍺🍻 Свежее пиво: читайте 📖 here and there,",
      ["spoiler: 🔥\n🍺🍻 Свежее пиво: читайте 📖 here and there,", "bold: Свежее пиво", "italic: there"],
    ],
  ])("%s", async (_, transforms, words, wanted) => {
    const message = await shownOf(changed(...transforms), marked, { title: "The 🍺 tap" });
    expect(wordsOf(message)).toBe(words);
    expect(marksOf(message)).toEqual(wanted);
  });

  it("under a photo as in a text", async () => {
    const message = await shownOf(changed({ is: "header", text: "📣 News" }), {
      photo: {},
      caption: text,
      caption_entities: marked.entities,
    });
    expect(message).toMatchObject({ caption: `📣 News\n${text}`, files: [{ kind: "photo" }] });
    expect(marksOf(message)).toEqual(marks);
  });
});

describe.concurrent("words that take the place of others", () => {
  it("take over their case where that is wanted", async () => {
    const replace = { is: "replace", what: { find: "beer" }, with: "wine", keepCase: true };
    const message = await shownOf(changed(replace), "Beer? BEER! beer.");
    expect(message.text).toBe("Wine? WINE! wine.");
  });
});

describe.concurrent("a template", () => {
  it("tells the channel, the post's link, who wrote it and when", async () => {
    const username = `tap_${Date.now() % 1_000_000}_room`;
    const [source, target] = [await ChatRoom.open({ title: "Tap", username }), await ChatRoom.open()];
    const words = "{chat} @{chat_username} {link} {sender} {date} {time}\n{text} {nonsense}";
    await carry([source], [target], { ...changed({ is: "template", text: words }), timeZone: "UTC" });
    const { message_ids: ids } = await source.post({ text: "Beer is here", signature: "Ann" });
    const [message] = await target.showing(1);
    const [{ date = 0 } = {}] = await source.shows();
    const [day, time] = new Date(date * 1_000).toISOString().split(/[T.]/);
    const told = `Tap @${username} https://t.me/${username}/${ids[0]} Ann`;
    expect(message?.text).toBe(
      `${told} ${day?.split("-").toReversed().join(".")} ${time?.slice(0, 5)}\nBeer is here {nonsense}`,
    );
  });
});

describe.concurrent("an album", () => {
  it("has a header and a footer once, and all else done to each caption", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const replace = { is: "replace", what: { find: "beer" }, with: "🍺" };
    await carry([source], [target], changed(replace, { is: "header", text: "News" }));
    const caption = "some beer here";
    const bold = [mark(caption, "bold", "here")];
    await source.post({
      album: [
        { photo: {} },
        { photo: {}, caption, caption_entities: bold },
        { video: {}, caption: "more beer" },
      ],
    });
    const messages = await target.showing(3);
    expect(messages.map(wordsOf)).toEqual(["", "News\nsome 🍺 here", "more 🍺"]);
    expect(messages.map(marksOf)).toEqual([[], ["bold: here"], []]);
    expect(new Set(messages.map(({ media_group_id: group }) => group)).size).toBe(1);
  });
});

describe.concurrent("a mapping that shall keep the author", () => {
  it("shows none where it changes the words, and keeps it where it changes nothing", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const replace = { is: "replace", what: { find: "beer" }, with: "wine" };
    await carry([source], [target], { mode: "forward", ...changed(replace) });
    await source.post("The beer is here");
    await source.post("The tea is here");
    const [beer, tea] = await target.showing(2);
    expect([beer?.text, beer?.forward_origin]).toEqual(["The wine is here", undefined]);
    expect(tea).toMatchObject({ text: "The tea is here", forward_origin: { chat: { id: source.id } } });
  });
});

describe.concurrent("mappings of one source", () => {
  it("change its posts each in their own way", async () => {
    const [source, ...targets] = [
      await ChatRoom.open(),
      await ChatRoom.open(),
      await ChatRoom.open(),
      await ChatRoom.open(),
    ] as const;
    const ways = [
      changed({ is: "footer", text: "via A" }),
      changed({ is: "replace", what: { find: "beer" }, with: "wine" }),
      {},
    ];
    for (const [place, way] of ways.entries()) await carry([source], [targets[place] ?? source], way);
    await source.post("The beer is here");
    expect(await Promise.all(targets.map((target) => target.saying(1)))).toEqual([
      ["The beer is here\nvia A"],
      ["The wine is here"],
      ["The beer is here"],
    ]);
  });

  it("show previews of links, or none, as each of them wants", async () => {
    const post = "See https://example.com";
    const hidden = { is_disabled: true };
    const off = await shownOf({ linkPreview: "off" }, post);
    const asItIs = await shownOf({}, { text: post, link_preview_options: hidden });
    const on = await shownOf({ linkPreview: "on" }, { text: post, link_preview_options: hidden });
    const previews = [off, asItIs, on].map((message) => Reflect.get(message, "link_preview_options"));
    expect(previews).toEqual([hidden, hidden, undefined]);
  });
});
