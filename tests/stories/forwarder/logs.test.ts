/** What the log tells of a post: which, where and how it went; never what it says. */
import { describe, expect, it } from "vitest";
import { goesWrong, logged, until } from "../place.ts";
import { carry, ChatRoom, deadLettersOf } from "./chats.ts";

interface Line {
  readonly event: string;
  readonly traceId?: string;
  readonly [field: string]: unknown;
}

const linesWith = (having: string): readonly Line[] => logged(having).map((line) => JSON.parse(line) as Line);

describe("the log", () => {
  it("tells a post's way by one trace, in every mapping, from its coming to its end", async () => {
    const [source, one, two] = [await ChatRoom.open(), await ChatRoom.open(), await ChatRoom.open()];
    const [first, second] = await carry([source], [one, two]);
    const [third] = await carry([source], [await ChatRoom.open()], { filters: { links: "only" } });
    const { message_ids: ids } = await source.post("Nothing to see here");
    await Promise.all([one.saying(1), two.saying(1)]);
    const [received] = await until(
      async () => linesWith("post.received").filter((line) => line["source"] === String(source.id)),
      (lines) => lines.length > 0,
    );
    expect(received).toMatchObject({ message: ids[0], jobs: 2, traceId: expect.any(String) });
    const trace = await until(
      async () => linesWith(`"traceId":"${received?.traceId}"`),
      (lines) => lines.filter(({ event }) => event === "job.ended").length === 2,
    );
    expect(trace.filter(({ event }) => event === "post.discarded")).toMatchObject([
      { mapping: third, by: "links" },
    ]);
    const ended = trace.filter(({ event }) => event === "job.ended");
    expect(ended.map(({ mapping }) => mapping).toSorted()).toEqual([first, second].toSorted());
    expect(ended.map(({ target }) => target).toSorted()).toEqual(
      [one, two].map(({ id }) => String(id)).toSorted(),
    );
    const way = { source: String(source.id), state: "done", outcome: "copy", attempts: 0 };
    for (const line of ended) expect(line).toMatchObject({ ...way, took: expect.any(Number) });
  });

  it("says nothing of what a post says, who wrote it or where it leads, however it fares", async () => {
    const [source, target] = [await ChatRoom.open({ type: "supergroup" }), await ChatRoom.open()];
    const transforms = [{ is: "replace", what: { find: "tapsecret" }, with: "changedsecret" }];
    const filters = { keywords: { exclude: [{ find: "keywordsecret" }] } };
    await carry([source], [target], {
      transforms,
      filters,
      addButtons: [[{ text: "footsecret", url: "https://x.test" }]],
    });
    const from = { id: 52_000_001, first_name: "Namesecret", username: "name_secret" };
    const url = "https://example.com/linksecret";
    await goesWrong("telegram", { channel: String(target.id), status: 500, times: 1 });
    await goesWrong("telegram", { channel: String(target.id), retryAfter: 1, times: 1 });
    const description = "Bad Request: message can't be copied";
    await source.post({
      from,
      text: `A tapsecret ${url}`,
      buttons: [[{ text: "buttonsecret", url }]],
    });
    await source.post({ from, text: "keywordsecret" });
    await source.post({ from, photo: {}, caption: "captionsecret" });
    await source.post({ from, document: { file_name: "filesecret.pdf" }, caption: "captionsecret again" });
    await source.post({ from, poll: { question: "pollsecret?", options: ["optionsecret", "no"] } });
    await target.showing(4);
    const body = { ok: false, error_code: 400, description };
    await goesWrong("telegram", { channel: String(target.id), status: 400, body, times: 1 });
    await source.post({ from, text: "deadsecret in here" });
    await until(
      () => deadLettersOf(target),
      (letters) => letters.length === 1,
    );
    expect(linesWith("job.ended").length).toBeGreaterThan(5);
    expect(logged().filter((line) => /secret/i.test(line))).toEqual([]);
  });
});
