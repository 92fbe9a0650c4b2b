import { describe, expect, it } from "vitest";
import { linksIn } from "./links-in.ts";

const reel = "https://www.instagram.com/reel/C_a-B1c2D3-";
const names = (found: ReturnType<typeof linksIn>) =>
  found.leads.map((lead) => (lead.is === "post" ? lead.post.id : lead.short.url));

/** What Telegram marks in a text. */
const marks = (text: string, type: string, part: string, url?: string) => ({
  type,
  offset: text.indexOf(part),
  length: part.length,
  ...(url === undefined ? {} : { url }),
});

describe("a message", () => {
  it("may be the link alone", () => {
    expect(linksIn(reel)).toEqual({
      leads: [{ is: "post", post: { platform: "instagram", id: "C_a-B1c2D3-" } }],
      faults: [],
    });
  });

  it("may say something around it, emoji and all", () => {
    const text = `🍺🍺 смотри: ${reel}, правда смешно`;
    expect(names(linksIn(text))).toEqual(["C_a-B1c2D3-"]);
    expect(names(linksIn(text, [marks(text, "url", reel)]))).toEqual(["C_a-B1c2D3-"]);
  });

  it("may leave out the scheme, marked or not", () => {
    const bare = "vm.tiktok.com/ZSabc123";
    const text = `here vm.tiktok.com/ZSabc123! and instagram.com/p/C_a-B1c2D3-/`;
    const found = ["https://vm.tiktok.com/ZSabc123/", "C_a-B1c2D3-"];
    expect(names(linksIn(text))).toEqual(found);
    expect(names(linksIn(text, [marks(text, "url", bare)]))).toEqual(found);
  });

  it("may hide a link behind words", () => {
    const text = "this one, and that one https://youtu.be/a_B-c1D2e3F";
    expect(names(linksIn(text, [marks(text, "text_link", "this one", reel)]))).toEqual([
      "C_a-B1c2D3-",
      "a_B-c1D2e3F",
    ]);
  });

  it("shows a link and hides another behind it: the one that opens counts", () => {
    const text = "https://www.tiktok.com/@u/video/7301";
    expect(names(linksIn(text, [marks(text, "text_link", text, reel)]))).toEqual(["C_a-B1c2D3-"]);
  });

  it("keeps the order of the message, whoever found the link", () => {
    const text = `youtu.be/a_B-c1D2e3F ${reel} tiktok.com/@u/video/7301`;
    const found = ["a_B-c1D2e3F", "C_a-B1c2D3-", "7301"];
    expect(names(linksIn(text, [marks(text, "url", reel)]))).toEqual(found);
  });

  it("names a post once, in whatever forms", () => {
    const text = `${reel} instagram.com/p/C_a-B1c2D3-/ https://vm.tiktok.com/ZSabc123 vm.tiktok.com/ZSabc123/?x`;
    expect(names(linksIn(text))).toEqual(["C_a-B1c2D3-", "https://vm.tiktok.com/ZSabc123/"]);
  });

  it("is heard to ten links", () => {
    const text = Array.from({ length: 12 }, (_, n) => `https://www.tiktok.com/@u/video/${7301 + n}`).join(
      "\n",
    );
    expect(names(linksIn(text))).toEqual(Array.from({ length: 10 }, (_, n) => `${7301 + n}`));
  });

  it.each([
    [`(${reel})`],
    [`"${reel}"`],
    [`«${reel}».`],
    [`<${reel}>`],
    [`${reel}?!`],
    [`${reel}…`],
    [`[x](${reel})`],
  ])("may put signs around it: %s", (text) => {
    expect(names(linksIn(text))).toEqual(["C_a-B1c2D3-"]);
  });

  it("tells of the links that lead nowhere", () => {
    expect(linksIn(`https://evil.example/?u=${reel} https://tiktok.com@evil.example/x ${reel}`)).toEqual({
      leads: [{ is: "post", post: { platform: "instagram", id: "C_a-B1c2D3-" } }],
      faults: ["unsupported-host", "unsafe"],
    });
    expect(linksIn("https://www.instagram.com/some.user/")).toEqual({
      leads: [],
      faults: ["unsupported-form"],
    });
    const marked = "see vimeo.com please";
    expect(linksIn(marked, [marks(marked, "url", "vimeo.com")]).faults).toEqual(["unsupported-host"]);
  });

  it.each([
    "what do you think of tiktok.com",
    "see readme.md/x and 3.14/2",
    "write to me@instagram.com/p/C_a-B1c2D3-",
    "eviltiktok.com/@u/video/7301",
    "вотtiktok.com/@u/video/7301",
    "sub.tiktok.com.example/@u/video/7301",
    "ftp://tiktok.com/@u/video/7301",
    "javascript:tiktok.com/@u/video/7301",
    "/path/tiktok.com/@u/video/7301",
    "..tiktok.com/@u/video/7301",
    "",
  ])("may look like a link and be none: %s", (text) => {
    expect(linksIn(text)).toEqual({ leads: [], faults: [] });
  });

  it("does not read an address of mail as a link", () => {
    const text = "mail instagram.com/p/C_a-B1c2D3-";
    expect(linksIn(text, [marks(text, "email", "instagram.com/p/C_a-B1c2D3-")]).leads).toEqual([]);
  });

  it("may be long and dull without keeping anybody waiting", () => {
    const before = performance.now();
    linksIn("a".repeat(4_096));
    linksIn("a.".repeat(2_048));
    linksIn("a-".repeat(2_048));
    expect(performance.now() - before).toBeLessThan(500);
  });
});
