/** Who comes first where several mappings lead to one target, and how many posts are on their way at once. */
import { describe, expect, it } from "vitest";
import { askPostgres, askWorld, goesWrong, moveTo, place, until } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { telegramCalls } from "../telegram.ts";
import { carry, ChatRoom } from "./chats.ts";

const open = () => ChatRoom.open();

/** Sources of three priorities that lead to one target, to which nothing can be sent for some seconds. */
async function crossing() {
  const [high, normal, low, target] = [await open(), await open(), await open(), await open()];
  await carry([high], [target], { priority: "high" });
  await carry([normal], [target]);
  await carry([low], [target], { priority: "low" });
  await goesWrong("telegram", { channel: String(target.id), path: "/copyMessage", retryAfter: 5, times: 1 });
  await normal.post("normal 0");
  await until(
    () => target.calls("copyMessage"),
    (calls) => calls.length > 0,
  );
  return { high, normal, low, target };
}

describe.concurrent("posts of several priorities", () => {
  it("come with the high ones first, and each kind in its order", async () => {
    const { high, normal, low, target } = await crossing();
    for (const number of [1, 2]) {
      await low.post(`low ${number}`);
      await normal.post(`normal ${number}`);
      await high.post(`high ${number}`);
    }
    expect(await target.saying(7)).toEqual(
      "high 1, high 2, normal 0, normal 1, normal 2, low 1, low 2".split(", "),
    );
  });

  it("come by their age in the end: who is low does not starve", async () => {
    const { high, normal, low, target } = await crossing();
    await low.post("low and old");
    await until(
      () => askPostgres("select id from forward_jobs where target_chat = $1", String(target.id)),
      (jobs) => jobs.length === 2,
    );
    // Eleven minutes go by, for all that is in line, and Redis is told anew.
    await askPostgres(
      "update forward_jobs set rank = rank - 660000, retry_at = now() where target_chat = $1",
      String(target.id),
    );
    await askWorld("POST", "/redis/flush");
    await high.post("high and new");
    await normal.post("normal and new");
    const said = await target.saying(4);
    expect(said.indexOf("low and old")).toBeLessThan(said.indexOf("normal and new"));
    expect(said.indexOf("low and old")).toBeLessThan(said.indexOf("high and new"));
    expect(said[0]).toBe("normal 0");
  });
});

describe("a Taproom that sends three posts at once", () => {
  it("never sends more, and keeps all three hands busy", async () => {
    const taproom = await openTaproom({ MAX_CONCURRENT_FORWARDS: "3" }, place.bundle);
    const home = place;
    moveTo(taproom.place);
    try {
      const [source, targets] = [await open(), await Promise.all(Array.from({ length: 9 }, open))];
      await carry([source], targets);
      const delayMs = 700;
      await goesWrong("telegram", { path: "/copyMessage", delayMs });
      for (const post of ["the first one", "the second one", "the third one"]) await source.post(post);
      for (const target of targets)
        expect(await target.saying(3)).toEqual(["the first one", "the second one", "the third one"]);
      const calls = (await telegramCalls()).filter(({ method }) => method === "copyMessage");
      expect(calls).toHaveLength(27);
      const underWay = calls.map(
        ({ at }) => calls.filter((each) => each.at <= at && at < each.at + delayMs).length,
      );
      expect(Math.max(...underWay)).toBe(3);
    } finally {
      moveTo(home);
      await taproom.close();
    }
  }, 120_000);
});
