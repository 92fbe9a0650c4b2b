import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askWorld, type Call, until } from "../place.ts";
import { Person, PostOf } from "../telegram.ts";
import { typesInline } from "../telegram-chats.ts";

/** Where nothing of a user's text, and no redirect, may ever lead. */
const privatePlaces = [
  "http://127.0.0.1/admin",
  "http://localhost:8787/health",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://[::1]/",
  "http://[::ffff:169.254.169.254]/latest/meta-data/",
  "http://169.254.169.254/latest/meta-data/",
  "http://10.0.0.1/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "https://redis.taproom.test/flushall",
  "https://cobalt.taproom.test/",
  "https://evil.example/@user/video/1",
  "file:///etc/passwd",
  "ftp://www.tiktok.com/@user/video/1",
  "javascript:alert(1)",
  "data:video/mp4;base64,AAAA",
] as const;

/** One post, so that nobody can have asked for it by any of these. */
const post = new PostOf();
const path = `/@user/video/${post.id}`;

const misleading = [
  `https://www.tiktok.com.evil.example${path}`,
  `https://eviltiktok.com${path}`,
  `https://evil.tiktok.com${path}`,
  `https://www-tiktok.com${path}`,
  `https://tiktok.co${path}`,
  `https://evil.example/www.tiktok.com${path}`,
  `https://evil.example${path}#https://www.tiktok.com${path}`,
  `https://youtube.com.evil.example/watch?v=a_B-c1D2e3F`,
  `https://cdninstagram.com/p/C_a-B1c2D3e/`,
  `https://v16-webapp.tiktok.com${path}`,
  // Cyrillic and Greek letters, and what they are in punycode.
  `https://www.t\u0456ktok.com${path}`,
  `https://www.tikt\u03BFk.com${path}`,
  `https://www.xn--tktok-p4a.com${path}`,
  `https://www.tiktok.com@evil.example${path}`,
  `https://www.tiktok.com:443@127.0.0.1${path}`,
  `https://user:password@www.tiktok.com${path}`,
  `https://www.tiktok.com%40evil.example${path}`,
  `https://www.tiktok.com%2eevil.example${path}`,
  `https://www.tiktok.com%2f.evil.example${path}`,
  `https://www.tiktok.com:8443${path}`,
  `https://www.tiktok.com:443${path}`,
  `http://www.tiktok.com:22${path}`,
  `https://www.tiktok.com.${path}`,
  `https://www.tiktok.com\\@evil.example${path}`,
  `https:\\\\evil.example\\video${path}`,
  `https://evil.example\\.tiktok.com${path}`,
  `https:/evil.example/${path}`,
  `https://www.tik\u200Btok.com${path}`,
  `https://www.tik\u00ADtok.com${path}`,
  `https://127.0.0.1${path}`,
  `https://2130706433${path}`,
  `https://0x7f.0.0.1${path}`,
  `https://0177.0.0.1${path}`,
  `https://127.1${path}`,
  `https://[::1]${path}`,
  `https://[::ffff:7f00:1]${path}`,
  `https://[fd00::1]${path}`,
  `127.0.0.1${path}`,
  `tiktok.com.evil.example${path}`,
  `ftp://www.tiktok.com${path}`,
  `file://www.tiktok.com${path}`,
  `https://www.tiktok.com/redirect?url=https://evil.example${path}`,
  `https://www.youtube.com/redirect?q=http://169.254.169.254/`,
  `https://l.instagram.com/?u=http://10.0.0.1/`,
  ...privatePlaces,
];

const begun = Date.now();
const callsTo = (service: string) => askWorld<Call[]>("GET", `/calls?service=${service}&since=${begun}`);

/** Nothing has gone where nobody is, nor to a host that a text or a redirect has named. */
async function expectNoStrayCalls(): Promise<void> {
  expect(await callsTo("nobody")).toEqual([]);
  const named = new Set(privatePlaces.flatMap((place) => URL.parse(place)?.hostname || []));
  for (const ours of ["redis.taproom.test", "cobalt.taproom.test", "www.tiktok.com"]) named.delete(ours);
  const calls = await askWorld<Call[]>("GET", `/calls?since=${begun}`);
  expect(calls.filter(({ host }) => named.has(host) || host.includes("evil"))).toEqual([]);
  expect(calls.filter(({ path: asked }) => asked.includes("flushall"))).toEqual([]);
}

describe("a link that is made to be misread", () => {
  it("is refused with words before anything is fetched: as a message", async () => {
    const ann = new Person();
    for (const [nth, text] of misleading.entries()) {
      await ann.say(text);
      const heard = await until(
        () => ann.hears(),
        ({ length }) => length > nth,
      );
      expect([text, heard.at(-1)?.text]).toEqual([
        text,
        expect.stringMatching(/^(I know TikTok|Send me a link to a video)/),
      ]);
    }
    expect(await callsTo("origin")).toEqual([]);
    expect(await callsTo("qstash")).toEqual([]);
    await expectNoStrayCalls();
  });

  it("is refused behind a pretty text as well, and among others", async () => {
    const ann = new Person();
    const words = "https://www.tiktok.com is nice ";
    for (const url of misleading) {
      const entity = { type: "text_link", offset: 0, length: 22, url };
      await askWorld("POST", "/telegram/downloader/say", { user: ann.card, text: words, entities: [entity] });
    }
    await ann.say(misleading.slice(0, 30).join("\n"));
    await until(
      () => ann.hears(),
      ({ length }) => length === misleading.length + 1,
    );
    expect((await ann.hears()).filter(({ text = "" }) => !/^(I know|Send me)/.test(text))).toEqual([]);
    expect(await callsTo("origin")).toEqual([]);
    await expectNoStrayCalls();
  });

  it("is offered nothing inline", async () => {
    const ann = new Person();
    for (const text of misleading)
      expect([text, (await typesInline(ann, text.slice(0, 256))).answer.results]).toEqual([text, []]);
    expect(await callsTo("origin")).toEqual([]);
    await expectNoStrayCalls();
  });

  it("and an honest one beside it, or within it, is answered", async () => {
    const [ann, honest] = [new Person(), new PostOf()];
    await ann.say(`${misleading[0]} ${honest.url} ${misleading[13]}`);
    await ann.say(`blob:${honest.url}`);
    await ann.say(`https:\\\\evil.example\\${honest.url.replace("https://", "")}`);
    const videos = await ann.untilVideos(3);
    expect(videos.map(({ caption }) => caption)).toEqual(
      videos.map(() => expect.stringContaining(honest.id)),
    );
    await expectNoStrayCalls();
  });
});

const newCode = () => `ZS${randomInt(1e9, 2e9)}`;

describe.concurrent("a redirect to a place of our own", () => {
  it.each(privatePlaces)("is not followed from a short link: %s", async (redirect) => {
    const [ann, code] = [new Person(), newCode()];
    await new PostOf().is({ code, redirect });
    await ann.say(`https://vt.tiktok.com/${code}/`);
    await ann.untilHears(/This short link leads nowhere/);
    await expectNoStrayCalls();
  });

  it("is not followed after an honest one", async () => {
    const [ann, first, second] = [new Person(), newCode(), newCode()];
    await new PostOf().is({ code: first, redirect: `https://vm.tiktok.com/${second}/` });
    await new PostOf().is({ code: second, redirect: "http://169.254.169.254/latest/meta-data/" });
    await ann.say(`https://vt.tiktok.com/${first}/`);
    await ann.untilHears(/This short link leads nowhere/);
    await expectNoStrayCalls();
  });

  it("and one that turns in a circle comes to an end", async () => {
    const [ann, code] = [new Person(), newCode()];
    await new PostOf().is({ code, redirect: `https://vt.tiktok.com/${code}/` });
    await ann.say(`https://vt.tiktok.com/${code}/`);
    await ann.untilHears(/This short link leads nowhere/);
    const asked = (await callsTo("origin")).filter(({ path: each }) => each.includes(code));
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ["tiktok", "http://169.254.169.254/video.mp4"],
    ["tiktok", "https://evil.example/video.mp4"],
    ["tiktok", "file:///etc/passwd"],
    ["youtube", "http://169.254.169.254/video.mp4"],
    ["youtube", "https://evil.example/video.mp4"],
  ] as const)("is not followed from where files of %s lie: %s", async (platform, redirect) => {
    const [ann, moved] = [new Person(), new PostOf(platform)];
    await moved.is({ redirect });
    await ann.say(moved.url);
    await ann.untilHears(/has changed something|did not answer/);
    expect(await moved.uploads()).toBe(0);
    await expectNoStrayCalls();
  });
});
