/** A topic of a forum is a place of its own. */
import { describe, expect, it } from "vitest";
import { until } from "../place.ts";
import { carry, ChatRoom, deadLettersOf, mappingOf, untilSays, wordsOf } from "./chats.ts";

const topics = [
  { id: 7, name: "News" },
  { id: 8, name: "Chatter" },
];
const openForum = () => ChatRoom.open({ type: "supergroup", topics });
const placeIn = ({ id }: ChatRoom, topic: number) => `${id}#${topic}`;

describe.concurrent("a topic", () => {
  it("as a source gives its own posts and no others", async () => {
    const [forum, target] = [await openForum(), await ChatRoom.open()];
    await carry([placeIn(forum, 7)], [target]);
    await forum.post({ text: "To everybody", topic: 1 });
    await forum.post({ text: "In no topic that is named" });
    await forum.post({ text: "Some chatter", topic: 8 });
    await forum.post({ text: "The news", topic: 7 });
    await untilSays(target, "The news");
    expect((await target.shows()).map(wordsOf)).toEqual(["The news"]);
  });

  it("General gives what stands in no other", async () => {
    const [forum, target] = [await openForum(), await ChatRoom.open()];
    await carry([placeIn(forum, 1)], [target]);
    await forum.post({ text: "The news", topic: 7 });
    await forum.post({ text: "To everybody", topic: 1 });
    await forum.post("The last one");
    await untilSays(target, "The last one");
    expect((await target.shows()).map(wordsOf)).toEqual(["To everybody", "The last one"]);
  });

  it("is where posts arrive, albums and changed ones too, and General is another", async () => {
    const [source, forum] = [await ChatRoom.open(), await openForum()];
    await carry([source], [placeIn(forum, 7)], { transforms: [{ is: "footer", text: "Signed" }] });
    await carry([source], [placeIn(forum, 1)], { mode: "forward" });
    await source.post("Into both of them");
    await source.post({ album: [{ photo: {}, caption: "Photos" }, { photo: {} }] });
    const messages = await forum.showing(6);
    const inTopic = messages.filter(({ message_thread_id: topic }) => topic === 7);
    const inGeneral = messages.filter(({ message_thread_id: topic }) => topic === undefined);
    expect(inTopic.map(wordsOf)).toEqual([
      expect.stringMatching(/^Into both/),
      expect.stringMatching(/^Photos\s+Signed/),
      "",
    ]);
    expect(inGeneral.map(wordsOf)).toEqual(["Into both of them", "Photos", ""]);
  });

  it("leads into another topic, and answers stay answers there", async () => {
    const [from, to] = [await openForum(), await openForum()];
    await carry([placeIn(from, 7)], [placeIn(to, 8)]);
    const {
      message_ids: [question],
    } = await from.post({ text: "What is new?", topic: 7 });
    await from.post({ text: "Nothing is", topic: 7, reply_to: question });
    const answer = await untilSays(to, "Nothing is");
    expect(answer).toMatchObject({ message_thread_id: 8 });
    expect(answer.reply_to_message?.message_id).toBe((await untilSays(to, "What is new?")).message_id);
  });

  it("that is gone lets the mapping say so, and what came meanwhile waits for a person", async () => {
    const [source, forum] = [await ChatRoom.open(), await openForum()];
    const [mapping] = await carry([source], [placeIn(forum, 7)]);
    await forum.becomes({ topics: [topics[1]] });
    await source.post("Into a topic that is no more");
    await until(
      () => mappingOf(mapping),
      ({ trouble }) => trouble === "topic_missing",
    );
    expect(await deadLettersOf(forum)).toMatchObject([{ kind: "topic_missing" }]);
    expect(await forum.shows()).toEqual([]);
    await forum.becomes({ topics });
    await source.post("It is there again");
    await untilSays(forum, "It is there again");
    await until(
      () => mappingOf(mapping),
      ({ trouble }) => trouble === undefined || trouble === null,
    );
  });
});
