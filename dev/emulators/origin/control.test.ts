import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, backEndKey, setStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const post = { platform: "tiktok", id: "7301" };

/** The shortest way to a file: cobalt's tunnel needs no headers. */
async function tunnel(): Promise<string> {
  const answer = await stage.ask(
    "https://cobalt.taproom.test/",
    {
      Accept: "application/json",
      "Content-Type": "application/json",
      Authorization: `Api-Key ${backEndKey}`,
    },
    { method: "POST", body: JSON.stringify({ url: "https://www.tiktok.com/@_/video/7301" }) },
  );
  return String(at(await answer.json(), "url"));
}

describe("a file", () => {
  it("is served whole, in a part, from an end and as its head alone", async () => {
    const url = await tunnel();
    const whole = await (await stage.ask(url)).bytes();
    const part = async (range: string) => {
      const response = await stage.ask(url, { Range: `bytes=${range}` });
      return [response.status, response.headers.get("Content-Range"), await response.bytes()];
    };
    expect(await part("10-19")).toEqual([206, "bytes 10-19/2000000", whole.subarray(10, 20)]);
    expect(await part("1999990-")).toEqual([206, "bytes 1999990-1999999/2000000", whole.subarray(1_999_990)]);
    expect(await part("-5")).toEqual([206, "bytes 1999995-1999999/2000000", whole.subarray(1_999_995)]);
    expect(await part("2000000-")).toEqual([416, "bytes */2000000", new Uint8Array()]);
    const head = await stage.ask(url, {}, { method: "HEAD" });
    expect([head.headers.get("Content-Length"), await head.text()]).toEqual(["2000000", ""]);
  });

  it("has the size that was asked for", async () => {
    await stage.set({ ...post, bytes: 12_345_678 });
    const response = await stage.ask(await tunnel());
    expect(response.headers.get("Content-Length")).toBe("12345678");
    expect((await response.bytes()).length).toBe(12_345_678);
  });

  it("that breaks is a broken connection on the line, behind as much as it was to send", async () => {
    await stage.set({ ...post, failure: "breaks", at: 0.25 });
    const response = await stage.askOnLine(await tunnel());
    expect(response.headers["content-length"]).toBe("2000000");
    let bytes = 0;
    response.on("data", (piece: Buffer) => (bytes += piece.length));
    await expect(once(response, "end")).rejects.toThrow("aborted");
    expect(bytes).toBeLessThanOrEqual(500_000);
    expect(response.complete).toBe(false);
    expect(await stage.tally("tiktok", "7301")).toMatchObject({ downloads: 1, bytes: 500_000 });
  });

  it("that breaks fails for whoever has no line, too", async () => {
    await stage.set({ ...post, failure: "breaks" });
    const response = await stage.ask(await tunnel());
    await expect(response.bytes()).rejects.toThrow("broke");
    expect(await stage.tally("tiktok", "7301")).toMatchObject({ bytes: 1_200_000 });
  });

  it("that is shorter than it says never ends well on the line", async () => {
    await stage.set({ ...post, failure: "lies", at: 0.5 });
    const url = await tunnel();
    expect((await (await stage.ask(url)).bytes()).length).toBe(1_000_000);
    const response = await stage.askOnLine(url);
    response.resume();
    await expect(once(response, "end")).rejects.toThrow("aborted");
  });

  it("that is longer than it says brings more than was promised", async () => {
    await stage.set({ ...post, failure: "lies", at: 1.5 });
    const response = await stage.ask(await tunnel());
    expect(response.headers.get("Content-Length")).toBe("2000000");
    expect((await response.bytes()).length).toBe(3_000_000);
  });

  it("comes no faster than it may", async () => {
    await stage.set({ ...post, bytes: 200_000, ratePerSecond: 400_000 });
    const started = performance.now();
    expect((await (await stage.ask(await tunnel())).bytes()).length).toBe(200_000);
    expect(performance.now() - started).toBeGreaterThan(490);
  });

  it("is sent no further when whoever wanted it hangs up", async () => {
    await stage.set({ ...post, bytes: 50_000_000 });
    const response = await stage.askOnLine(await tunnel());
    await once(response, "data");
    response.destroy();
    const sent = async () => at(await stage.tally("tiktok", "7301"), "bytes");
    let before = await sent();
    await expect
      .poll(async () => {
        const [last, now] = [before, await sent()];
        before = now;
        return last === now;
      })
      .toBe(true);
    expect(before).toBeLessThan(50_000_000);
  });

  it.each([
    ["cdn-403", 403, "text/plain;charset=UTF-8"],
    ["cdn-500", 500, "text/plain;charset=UTF-8"],
    ["html", 200, "text/html; charset=utf-8"],
  ])("may be %s", async (failure, status, type) => {
    await stage.set({ ...post, failure });
    const response = await stage.ask(await tunnel());
    expect([response.status, response.headers.get("Content-Type")]).toEqual([status, type]);
  });

  it("fails as often as it was told to", async () => {
    await stage.set({ ...post, failure: "cdn-500", times: 2 });
    const url = await tunnel();
    const statuses = [await stage.ask(url), await stage.ask(url), await stage.ask(url)].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([500, 500, 200]);
  });

  it("fails only for whom it was told to", async () => {
    await stage.set({ ...post, failure: "cdn-500", only: "native" });
    expect((await stage.ask(await tunnel())).status).toBe(200);
  });
});

it("leaves no signed address in the transcript of calls", async () => {
  await stage.ask(await tunnel());
  const calls = await (
    await stage.world.control(new Request("http://localhost/calls?service=origin"))
  ).text();
  expect(calls).toContain("/tunnel");
  expect(calls).toContain("•••");
  expect(calls).not.toMatch(/sig_[\da-f]/);
});

describe("the control", () => {
  it("keeps what is not named, and clears what is null", async () => {
    await stage.set({ ...post, bytes: 5_000_000, title: "A title" });
    const media = await (await stage.set({ ...post, failure: "removed", ratePerSecond: 1_000 })).json();
    expect(media).toMatchObject({
      bytes: 5_000_000,
      title: "A title",
      failure: { name: "removed" },
      ratePerSecond: 1_000,
    });
    const cleared = await (await stage.set({ ...post, failure: null, ratePerSecond: null })).json();
    expect(cleared).toMatchObject({ bytes: 5_000_000, failure: null, ratePerSecond: null });
  });

  it("takes renditions as they are named", async () => {
    const renditions = [
      { height: 480, bytes: 100_000 },
      { height: 1_080, bytes: 60_000_000 },
    ];
    expect(await (await stage.set({ ...post, renditions })).json()).toMatchObject({
      bytes: 60_000_000,
      renditions: [{ height: 1_080 }, { height: 480 }],
    });
  });

  it.each([
    [{ ...post, size: 1 }, /size/],
    [{ ...post, bytes: 10 }, /bytes/],
    [{ ...post, id: "abc" }, /no id of tiktok/],
    [{ ...post, failure: "sulks" }, /failure/],
    [{ ...post, failure: "drm" }, /no way to fail/],
    [{ ...post, failure: "removed", at: 0.5 }, /strikes at once/],
    [{ ...post, failure: "breaks", at: 1.5 }, /0 to 1/],
    [{ ...post, times: 2 }, /name it/],
    [{ ...post, items: ["video"] }, /photos alone/],
    [{ platform: "youtube", id: "dQw4w9WgXcQ", kind: "album" }, /YouTube has videos/],
    [{ platform: "vimeo", id: "1" }, /platform/],
  ])("refuses %j", async (asked, words) => {
    const response = await stage.set(asked);
    expect(response.status).toBe(400);
    expect(at(await response.json(), "error")).toMatch(words);
  });

  it("forgets everything when the world begins anew", async () => {
    await stage.set({ ...post, bytes: 5_000_000 });
    await tunnel();
    await stage.world.control(new Request("http://localhost/reset", { method: "POST" }));
    expect(await stage.tally("tiktok", "7301")).toMatchObject({ pages: 0 });
    expect(await (await stage.set(post)).json()).toMatchObject({ bytes: 2_000_000 });
  });
});
