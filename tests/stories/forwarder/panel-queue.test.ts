import { describe, expect, it } from "vitest";
import { askPostgres, askWorld, until } from "../place.ts";
import { buttonsOf, type Seen } from "../telegram.ts";
import { makesMapping, newChannel, newId, openPanel } from "./panel.ts";

const { newAdmin } = openPanel();

/** A post that was given up. */
async function givenUp(mapping: number, source: number, target: number, words: string): Promise<void> {
  const step = { is: "text", covers: [7], text: { text: words, entities: [] }, hasPreview: false };
  await askPostgres(
    `insert into forward_jobs (key, mapping_id, source_chat, source_ids, target_chat, rank, work, content, state,
       not_before, outcome, said, trace_id, ended_at)
     values ($1, $2, $3, '[7]', $4, 1, $5, 'c', 'dead', now(), 'no_rights', 'Bad Request: not enough rights', 't', now())`,
    `${mapping}:${source}:${newId()}:post`,
    mapping,
    String(source),
    String(target),
    JSON.stringify({ is: "post", steps: [step] }),
  );
}

const postsIn = async (chat: number) => {
  const { chats } = await askWorld<{ chats: { messages: Seen[] }[] }>("GET", `/telegram/state?chat=${chat}`);
  return (chats[0]?.messages ?? []).map(({ text }) => text);
};

describe("the forwarder's panel, of what is in line and what was given up", () => {
  it("tries a dead letter again, or gives it up for good", async () => {
    const ann = newAdmin();
    const [news, mirror] = [await newChannel("News"), await newChannel("Mirror")];
    await makesMapping(ann, news, mirror);
    const [{ id } = {}] = await askPostgres(
      "select id from forward_mappings where source_chat = $1",
      String(news.id),
    );
    await givenUp(Number(id), news.id, mirror.id, "Late news");
    await givenUp(Number(id), news.id, mirror.id, "Never mind");
    const list = await ann.say("/dead");
    expect(list.text).toContain("☠ Dead letters: 2");
    const letters = () =>
      ann
        .screen()
        .then(buttonsOf)
        .then((all) => all.filter((each) => each.includes("Mirror")));
    expect(await letters()).toHaveLength(2);
    const letter = await ann.press(/^Mirror/);
    expect(letter.text).toMatch(/^News, 7 → Mirror\nWhy: the bot may not post there/);
    expect(letter.text).toContain("Telegram said: Bad Request: not enough rights");
    await ann.press("🗑 Give up");
    expect(await letters()).toHaveLength(1);
    await ann.press("🔁 Try all again");
    expect((await ann.screen()).text).toContain("There is none");
    const [arrived] = await until(
      () => postsIn(mirror.id),
      (posts) => posts.length > 0,
    );
    expect(["Late news", "Never mind"]).toContain(arrived);
    expect((await ann.say("/queue")).text).toContain("⏳ In line: 0");
    expect((await ann.say("/stats")).text).toContain("dead letters: 0");
  });

  it.each([
    ["en", "⚠️ The source", "✅ The source", "can be read again"],
    ["ru", "⚠️ Источник", "✅ Источник", "снова читается"],
  ])("tells an administrator once that a source is lost, and once that it is back (%s)", async (...words) => {
    const [language, lost, back, readable] = words;
    const ann = newAdmin(language);
    const [news, mirror] = [await newChannel("News"), await newChannel("Mirror")];
    await makesMapping(ann, news, mirror);
    const heard = async (beginning: string) =>
      (await ann.hears()).filter(
        ({ text = "" }) => text.startsWith(beginning) && text.includes(String(news.id)),
      );
    await askWorld("POST", "/telegram/chats", { id: news.id, botRights: "kicked" });
    await until(
      () => heard(lost),
      (seen) => seen.length > 0,
    );
    await askWorld("POST", "/telegram/chats", { id: news.id, botRights: "administrator" });
    const [again] = await until(
      () => heard(back),
      (seen) => seen.length > 0,
    );
    expect(again?.text).toContain(readable);
    expect(await heard(lost)).toHaveLength(1);
  });

  it("knows a chat as soon as the bot is invited, and what is wrong when it is thrown out", async () => {
    const ann = newAdmin();
    const club = await newChannel("Club of the invited");
    await ann.say("/start");
    await until(
      () => ann.say("/start").then(() => ann.press("📤 Targets")),
      (screen) => buttonsOf(screen).includes("📢 Club of the invited"),
    );
    const card = await ann.press("📢 Club of the invited");
    expect(card.text).toContain("The bot there: administrator · sees posts: yes · may post: yes");
    await askWorld("POST", "/telegram/chats", { id: club.id, botRights: "kicked" });
    const after = await ann.press("🔄 Check again");
    expect(after.text).toContain("⚠️ the bot is not in the chat");
    expect(after.text).toContain("may post: no");
  });
});
