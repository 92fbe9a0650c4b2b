import { InputMediaBuilder } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Emulator } from "../emulator.ts";
import { cacheChat, setStage, type Stage, video } from "./stage.ts";

const cdn: Emulator = {
  service: "origin",
  hosts: ["cdn.test"],
  async fetch(request) {
    const { pathname } = new URL(request.url);
    const headers = { "Content-Type": "video/mp4" };
    switch (pathname) {
      case "/film.mp4":
        return new Response(Buffer.from(video()), { headers });
      case "/moved.mp4":
        return new Response(null, { status: 302, headers: { Location: "/film.mp4" } });
      case "/page":
        return new Response("<html>", { headers: { "Content-Type": "text/html" } });
      case "/large.mp4":
        return new Response(Buffer.from(video("x", 20 * 1024 * 1024 + 1)), { headers });
      case "/broken.mp4":
        return new Response(breaking(), { headers });
      default:
        return new Response(null, { status: 403 });
    }
  },
};

function breaking(): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(video()),
    pull: (controller) => controller.error(new Error("the source broke")),
  });
}

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ emulators: [cdn] });
});
afterEach(() => stage.close());

describe("a video by URL", () => {
  it("is fetched by Telegram itself", async () => {
    const sent = await stage.api.sendVideo(cacheChat, "https://cdn.test/moved.mp4", { width: 1, height: 2 });
    expect(sent.video).toMatchObject({ width: 1, height: 2, file_size: 64, file_name: "film.mp4" });
    expect(
      (await stage.calls()).filter(({ service }) => service === "origin").map(({ path }) => path),
    ).toEqual(["/moved.mp4", "/film.mp4"]);
    const media = InputMediaBuilder.video("https://cdn.test/film.mp4");
    await expect(stage.api.sendMediaGroup(cacheChat, [media, media])).resolves.toHaveLength(2);
  });

  it.each([
    ["/page", "wrong type of the web page content"],
    ["/forbidden", "failed to get HTTP URL content"],
    ["/large.mp4", "failed to get HTTP URL content"],
    ["/broken.mp4", "failed to get HTTP URL content"],
  ])("is refused when %s is what it finds", async (path, complaint) => {
    await expect(stage.api.sendVideo(cacheChat, `https://cdn.test${path}`)).rejects.toMatchObject({
      error_code: 400,
      description: `Bad Request: ${complaint}`,
    });
  });

  it("is refused when nobody is there, or the line breaks", async () => {
    const description = "Bad Request: failed to get HTTP URL content";
    await expect(stage.api.sendVideo(cacheChat, "https://nobody.test/a.mp4")).rejects.toMatchObject({
      description,
    });
    await stage.control("/services/origin/stop");
    await expect(stage.api.sendVideo(cacheChat, "https://cdn.test/film.mp4")).rejects.toMatchObject({
      description,
    });
  });
});
