import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "#domain/downloader/refusal";
import { guardedFetch, textOf } from "./guarded-fetch.ts";
import { html, outside, redirect } from "./rehearsal.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const guard = ({ protocol, hostname, port }: URL) =>
  protocol === "https:" && /^[ab]\.example$/.test(hostname) && port === "";

function knowsLogin(url: URL): boolean {
  if (url.pathname === "/login") throw new Refusal("login-required", "the login");
  return guard(url);
}

function world(answers: Parameters<typeof outside>[0]) {
  const there = outside(answers);
  vi.stubGlobal("fetch", there.fetch);
  return there;
}

describe("a guarded fetch", () => {
  it("goes where it is allowed, and follows up to three redirects", async () => {
    const there = world({
      "https://a.example/1": redirect("/2"),
      "https://a.example/2": redirect("https://b.example/3", 307),
      "https://b.example/3": redirect("//a.example/4", 308),
      "https://a.example/4": html("here"),
    });
    expect(await (await guardedFetch(guard, "https://a.example/1")).text()).toBe("here");
    expect(there.asked).toHaveLength(4);
  });

  it("follows no fourth", async () => {
    const there = world({ "https://a.example/": redirect("https://a.example/") });
    await expect(guardedFetch(guard, "https://a.example/")).rejects.toMatchObject({
      code: "upstream-changed",
    });
    expect(there.asked).toHaveLength(4);
  });

  it.each([
    "https://evil.example/",
    "http://a.example/",
    "https://a.example:8443/",
    "http://127.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "file:///etc/passwd",
    "data:text/html,x",
    "javascript:alert(1)",
    "//evil.example/",
    "https://a.example@evil.example/",
    "/\\evil.example/",
    "https://[",
  ])("never goes on to %s", async (place) => {
    const there = world({ "https://a.example/": redirect(place) });
    await expect(guardedFetch(guard, "https://a.example/")).rejects.toMatchObject({
      code: "upstream-changed",
    });
    expect(there.asked.map(({ url }) => url)).toEqual(["https://a.example/"]);
  });

  it.each(["https://evil.example/", "http://a.example/", "https://a.example:8443/", "file:///etc/passwd"])(
    "never begins at %s",
    async (place) => {
      const there = world({});
      await expect(guardedFetch(guard, place)).rejects.toMatchObject({ code: "upstream-changed" });
      expect(there.asked).toEqual([]);
    },
  );

  it("lets the guard say what a redirect means", async () => {
    world({ "https://a.example/": redirect("/login") });
    await expect(guardedFetch(knowsLogin, "https://a.example/")).rejects.toMatchObject({
      code: "login-required",
    });
  });

  it("leaves cookies and the like with the host they were meant for", async () => {
    const there = world({
      "https://a.example/": redirect("/again"),
      "https://a.example/again": redirect("https://b.example/"),
      "https://b.example/": redirect("https://a.example/back"),
      "https://a.example/back": html(""),
    });
    const headers = { Cookie: "c=1", referer: "https://a.example/", Authorization: "x", Accept: "*/*" };
    await guardedFetch(guard, "https://a.example/", { headers });
    expect(there.asked.map((asked) => asked.headers["cookie"])).toEqual(["c=1", "c=1", undefined, undefined]);
    expect(there.asked[2]?.headers).not.toHaveProperty("referer");
    expect(there.asked[2]?.headers).not.toHaveProperty("authorization");
    expect(there.asked[2]?.headers).toHaveProperty("accept");
  });

  it("carries no question to another place", async () => {
    const there = world({ "https://a.example/": redirect("https://b.example/", 307) });
    const asking = guardedFetch(guard, "https://a.example/", { method: "POST", body: "x" });
    await expect(asking).rejects.toMatchObject({ code: "upstream-changed" });
    expect(there.asked).toHaveLength(1);
  });

  it("is unreachable where nobody answers", async () => {
    world({});
    await expect(guardedFetch(guard, "https://a.example/?secret=1")).rejects.toMatchObject({
      code: "unreachable",
      message: "a.example gave no answer",
    });
  });

  describe("by the clock", () => {
    beforeEach(() => vi.useFakeTimers());

    const endless = vi.fn<typeof fetch>(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
        }),
    );

    it("waits ten seconds for an answer, and no longer", async () => {
      vi.stubGlobal("fetch", endless);
      const asking = guardedFetch(guard, "https://a.example/");
      const [ended] = await Promise.allSettled([asking, vi.advanceTimersByTimeAsync(10_000)]);
      expect(ended).toMatchObject({ status: "rejected", reason: { code: "unreachable" } });
    });
  });

  it("ends when whoever asked has gone", async () => {
    const leaving = new AbortController();
    vi.stubGlobal("fetch", ((_, init) => {
      leaving.abort(new Error("gone"));
      init?.signal?.throwIfAborted();
      return Promise.resolve(html("")());
    }) satisfies typeof fetch);
    const asking = guardedFetch(guard, "https://a.example/", { signal: leaving.signal });
    await expect(asking).rejects.toMatchObject({ code: "unreachable", cause: { message: "gone" } });
  });
});

describe("a text", () => {
  it("is read to its end, whatever its letters", async () => {
    expect(await textOf(new Response("Кот 🍺"), 100)).toBe("Кот 🍺");
    expect(await textOf(new Response(null), 100)).toBe("");
  });

  it("is not read when there is too much of it, and its rest is let go", async () => {
    const cancel = vi.fn<() => void>();
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000)),
      cancel,
    });
    await expect(textOf(new Response(endless), 10_000)).rejects.toMatchObject({ code: "upstream-changed" });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("may break off", async () => {
    const breaking = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    await expect(textOf(new Response(breaking), 100)).rejects.toMatchObject({ code: "unreachable" });
  });
});
