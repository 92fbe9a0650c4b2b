/** A viewer's line, as subscribers hear it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  botId,
  botScopes,
  broadcasterId,
  eventsOf,
  setStage,
  type Stage,
  tokenFor,
  viewerId,
} from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const say = async (line: object) => {
  const said = (await stage.control("/twitch/say", { user: viewerId, ...line })) as { messageId: string };
  return said.messageId;
};
const heard = () => {
  const event = eventsOf(stage).at(-1);
  if (!event) throw new Error("Nothing was heard");
  return event;
};
const text = (words: string) => ({ type: "text", text: words, cheermote: null, emote: null, mention: null });

describe("emotes", () => {
  const gnome = {
    id: expect.stringMatching(/^emotesv2_[0-9a-f]{32}$/),
    emote_set_id: broadcasterId,
    owner_id: broadcasterId,
    format: ["static"],
  };

  it("of the channel are pieces of their own, each time the same", async () => {
    await say({ text: "о gnome да gnome", emotes: ["gnome"] });
    const piece = { ...text("gnome"), type: "emote", emote: gnome };
    expect(heard()).toMatchObject({
      message: { text: "о gnome да gnome", fragments: [text("о "), piece, text(" да "), piece] },
    });
    const { fragments } = heard()["message"] as { fragments: { emote: object | null }[] };
    expect(fragments[1]?.emote).toEqual(fragments[3]?.emote);
  });

  it("are words where nobody says that they are emotes", async () => {
    await say({ text: "gnome" });
    expect(heard()).toMatchObject({ message: { fragments: [text("gnome")] } });
  });

  it("and other pieces may be told as they are", async () => {
    const fragments = [{ type: "gif", text: "gnome" }];
    await say({ text: "gnome", fragments });
    expect(heard()).toMatchObject({ message: { text: "gnome", fragments } });
  });
});

describe("badges", () => {
  it.each([
    ["the broadcaster", broadcasterId, ["broadcaster"]],
    ["a moderator who has subscribed", "2002", ["moderator", "subscriber"]],
    ["a VIP", "2003", ["vip"]],
    ["a subscriber", "2004", ["subscriber"]],
    ["nobody in particular", viewerId, []],
  ])("of %s", async (_, user, badges) => {
    await say({ user, text: "привет" });
    expect((heard()["badges"] as { set_id: string }[]).map(({ set_id }) => set_id)).toEqual(badges);
  });
});

describe("a reply", () => {
  it("names whom it answers, and the line that began the talk", async () => {
    const first = await say({ text: "кто тут?" });
    const second = await say({ user: "2004", text: "я", replyTo: first });
    await say({ user: "2003", text: "!я", replyTo: second });
    expect(heard()).toMatchObject({
      message: { text: "@Гномик228 !я", fragments: [text("@Гномик228 !я")] },
      reply: {
        parent_message_id: second,
        parent_message_body: "@AppleCatFan я",
        parent_user_id: "2004",
        parent_user_login: "gnomik228",
        parent_user_name: "Гномик228",
        thread_message_id: first,
        thread_user_id: viewerId,
        thread_user_login: "applecatfan",
        thread_user_name: "AppleCatFan",
      },
    });
  });

  it("of the bot is one too", async () => {
    const asked = await say({ text: "!я" });
    const { accessToken } = await tokenFor(stage.world, botId, botScopes);
    const line = { broadcaster_id: broadcasterId, sender_id: botId, message: "держи" };
    await stage.helix("POST", "/chat/messages", accessToken, { ...line, reply_parent_message_id: asked });
    const { chat } = (await stage.look("/twitch/state")) as { chat: object[] };
    expect(chat.at(-1)).toMatchObject({ text: "@AppleCatFan держи", reply: { parent: { id: asked } } });
  });

  it("to nothing cannot be given", async () => {
    expect(await stage.control("/twitch/say", { user: viewerId, text: "а?", replyTo: "l-404" })).toEqual({
      error: 'Nobody here has said the line "l-404"',
    });
  });
});

describe("a line from another channel of a shared chat", () => {
  const neighbor = { id: "5000", login: "neighbor", name: "Сосед" };
  const guest = { id: "31337", login: "guest", name: "Гость", roles: ["moderator", "subscriber"] };

  it("says where it comes from, and what its author is there", async () => {
    const id = await say({ user: guest, text: "!дрын", sharedFrom: neighbor });
    expect(heard()).toMatchObject({
      broadcaster_user_id: broadcasterId,
      chatter_user_id: "31337",
      message_id: id,
      badges: [],
      source_broadcaster_user_id: "5000",
      source_broadcaster_user_login: "neighbor",
      source_broadcaster_user_name: "Сосед",
      source_message_id: expect.any(String),
      source_badges: [
        { set_id: "moderator", id: "1", info: "" },
        { set_id: "subscriber", id: "12", info: "16" },
      ],
      is_source_only: false,
    });
    expect(heard()["source_message_id"]).not.toBe(id);
  });

  it("seats its author there and not here", async () => {
    await say({ user: guest, text: "привет соседям", sharedFrom: neighbor });
    expect(await stage.look("/twitch/chatters")).not.toContainEqual(guest);
    expect(await stage.look("/twitch/chatters?broadcasterId=5000")).toContainEqual(guest);
    expect(await stage.look("/twitch/state")).toMatchObject({
      chat: [{ text: "привет соседям", sharedFrom: neighbor }],
    });
  });
});
