import { describe, expect, it } from "vitest";
import type { Place } from "./chat.ts";
import { mappingSettings } from "./mapping-settings.ts";
import { plan } from "./plan.ts";
import type { Post } from "./post.ts";
import { aMessage, aPhoto, aPost, aText } from "./rehearsal.ts";
import { editStepFor } from "./edit-step.ts";
import { plain } from "./styled-text.ts";

const planned = (post: Post, settings: object = {}, topic?: number) =>
  plan(post, {
    source: { chat: "-1001", ...(topic !== undefined && { topic }) },
    settings: mappingSettings.parse(settings),
  });
const stepsOf = (post: Post, settings: object = {}) => {
  const made = planned(post, settings);
  return made.is === "carry" ? made.steps : [];
};
const header = { transforms: [{ is: "header", text: "News:" }] };
const album = aPost(
  aMessage(1, aPhoto("One", "a"), { groupId: "g" }),
  aMessage(2, aPhoto("Two", "b"), { groupId: "g" }),
);

describe("a post that nothing changes", () => {
  it("is forwarded as it is", () => {
    expect(stepsOf(album, { mode: "forward" })).toEqual([{ is: "forward", covers: [1, 2] }]);
  });

  it("is copied as it is", () => {
    expect(stepsOf(album)).toEqual([{ is: "copy", covers: [1, 2] }]);
  });

  it("takes its link buttons along in a copy", () => {
    const buttons = [[{ text: "Site", url: "https://example.com" }]];
    const post = aPost(aMessage(1, aText("Hello"), { buttons }));
    expect(stepsOf(post)).toEqual([{ is: "copy", covers: [1], buttons }]);
    expect(stepsOf(post, { buttons: "drop" })).toEqual([{ is: "copy", covers: [1] }]);
  });

  it("is made anew when it is an album that answers something, for copies of several cannot", () => {
    const [first, second] = album.messages;
    const post = aPost({ ...first, replyTo: { id: 9 } }, second as typeof first);
    expect(planned(post)).toMatchObject({
      replyTo: 9,
      steps: [{ is: "album", items: [{ fileId: "a" }, { fileId: "b" }] }],
    });
  });
});

it("splits a caption that only Premium may write where a plain copy will not do", () => {
  const buttons = [[{ text: "Site", url: "https://example.com" }]];
  const long = aMessage(1, aPhoto("word ".repeat(300)));
  expect(stepsOf(aPost(long))).toEqual([{ is: "copy", covers: [1] }]);
  expect(stepsOf(aPost({ ...long, buttons }))).toMatchObject([
    { is: "copy", buttons },
    { is: "text", continues: true },
  ]);
});

it("gives a poll and a sticker the mapping's buttons, and no words", () => {
  const addButtons = [[{ text: "Site", url: "https://example.com" }]];
  const poll = aMessage(1, { is: "other", kind: "poll", gist: "Beer?" });
  const sticker = aMessage(1, { ...aPhoto(), kind: "sticker" } as typeof poll.content);
  for (const message of [poll, sticker])
    expect(stepsOf(aPost(message), { addButtons, buttons: "text" })).toEqual([
      { is: "copy", covers: [1], buttons: addButtons },
    ]);
  expect(stepsOf(aPost(poll), { addButtons, mode: "forward" })).toMatchObject([{ is: "copy" }]);
});

describe("a post that its mapping changes", () => {
  it("is sent as a text", () => {
    expect(stepsOf(aPost(aMessage(1, aText("Hello"))), header)).toEqual([
      { is: "text", covers: [1], text: plain("News:\nHello"), hasPreview: true },
    ]);
  });

  it("is not forwarded, for a forward cannot be changed", () => {
    expect(stepsOf(aPost(aMessage(1, aText("Hello"))), { mode: "forward", ...header })).toMatchObject([
      { is: "text" },
    ]);
  });

  it("keeps its file and has another caption", () => {
    expect(stepsOf(aPost(aMessage(1, aPhoto("Hello"))), header)).toEqual([
      { is: "copy", covers: [1], caption: plain("News:\nHello") },
    ]);
  });

  it("says its header once in an album", () => {
    expect(stepsOf(album, header)).toMatchObject([
      { is: "album", items: [{ caption: { text: "News:\nOne" } }, { caption: { text: "Two" } }] },
    ]);
  });

  it("is sent in pieces when it is too long, the rest as an answer to the first", () => {
    const steps = stepsOf(aPost(aMessage(1, aText("word ".repeat(1_000)))), header);
    expect(steps).toHaveLength(2);
    expect(steps[1]).toMatchObject({ is: "text", continues: true });
  });

  it("goes on below a caption that is too long", () => {
    const steps = stepsOf(aPost(aMessage(1, aPhoto("word ".repeat(300)))), header);
    expect(steps).toMatchObject([{ is: "copy" }, { is: "text", continues: true }]);
  });

  it("leaves a file behind and keeps its words", () => {
    const settings = { filters: { media: { deny: ["photo"], otherwise: "keep-text" } } };
    expect(stepsOf(album, settings)).toMatchObject([
      { is: "text", covers: [1, 2], text: { text: "One\nTwo" } },
    ]);
  });

  it("has the words of files left behind under the one that is carried", () => {
    const [first] = album.messages;
    const post = aPost(
      first,
      aMessage(2, { ...aPhoto("Two", "b"), kind: "video" } as typeof first.content, { groupId: "g" }),
    );
    const settings = { filters: { media: { deny: ["video"], otherwise: "keep-text" } } };
    expect(stepsOf(post, settings)).toEqual([
      { is: "copy", covers: [1], caption: plain("One\nTwo"), standsFor: [2] },
    ]);
  });
});

describe("a post that is not carried", () => {
  it("is of another topic; General is the topic 1", () => {
    const post = aPost(aMessage(1, aText("Hello"), { topicId: 7 }));
    expect(planned(post, {}, 8)).toEqual({ is: "discard", by: "topic" });
    expect(planned(post, {}, 7).is).toBe("carry");
    expect(planned(aPost(aMessage(1, aText("Hello"))), {}, 1).is).toBe("carry");
  });

  it("is protected, unless the mapping says that the channel is one's own", () => {
    const post = aPost(aMessage(1, aText("Hello"), { isProtected: true }));
    expect(planned(post)).toEqual({ is: "discard", by: "protected" });
    expect(stepsOf(post, { mode: "forward", protectedPosts: "copy" })).toEqual([{ is: "copy", covers: [1] }]);
  });

  it("has come through too many of our own targets", () => {
    expect(planned({ ...album, hops: 6 })).toEqual({ is: "discard", by: "too-many-hops" });
  });

  it("would come back to where it has been", () => {
    const post = aPost(aMessage(1, aText("Hello"), { cameThrough: ["-1001", "-1002#7"] }));
    const settings = mappingSettings.parse({});
    const to = (target: Place) => plan(post, { source: { chat: "-1003" }, target, settings }).is;
    expect([to({ chat: "-1001" }), to({ chat: "-1002", topic: 7 })]).toEqual(["discard", "discard"]);
    expect([to({ chat: "-1002" }), to({ chat: "-1004" })]).toEqual(["carry", "carry"]);
  });
});

describe("an edit", () => {
  it("cannot be made of a forwarded post", () => {
    expect(
      editStepFor(aPost(aMessage(1, aText("Hello"))), 1, mappingSettings.parse({ mode: "forward" }), []),
    ).toBeUndefined();
  });

  it("changes the text as the mapping would have it", () => {
    expect(
      editStepFor(aPost(aMessage(1, aText("Hello"))), 1, mappingSettings.parse(header), []),
    ).toMatchObject({
      is: "edit-text",
      text: { text: "News:\nHello" },
    });
  });
});
