import { describe, expect, it } from "vitest";
import { canonicalise } from "./canonicalise.ts";
import type { Link } from "./link.ts";

const post = (platform: "tiktok" | "instagram" | "youtube", id: string): Link => ({
  is: "post",
  post: { platform, id },
});
const short = (platform: "tiktok" | "instagram", url: string): Link => ({
  is: "short",
  short: { platform, url },
});

const long = "7301234567890123456";

describe("a TikTok link", () => {
  it.each([
    `https://www.tiktok.com/@user/video/${long}`,
    `https://www.tiktok.com/@user/video/${long}?is_from_webapp=1&sender_device=pc#x`,
    `http://tiktok.com/@some.user_1/video/${long}/`,
    `https://m.tiktok.com/@user/video/${long}`,
    `https://t.tiktok.com/i18n/share/video/${long}`,
    `https://pro.tiktok.com/@user/video/${long}`,
    `https://vm.tiktok.com/@user/video/${long}`,
    `https://www.tiktok.com/@/video/${long}`,
    `https://www.tiktok.com/@user/photo/${long}`,
    `https://www.tiktok.com/share/video/${long}`,
    `https://www.tiktokv.com/share/video/${long}/`,
    `https://tiktokv.com/share/video/${long}`,
    `https://www.tiktok.com/embed/${long}`,
    `https://www.tiktok.com/embed/v2/${long}`,
    `https://m.tiktok.com/v/${long}.html`,
    `https://m.tiktok.com/i18n/share/video/${long}/`,
    `https://www.vxtiktok.com/@user/video/${long}`,
    `vxtiktok.com/@user/video/${long}`,
    `tiktok.com/@user/video/${long}`,
    `HTTPS://WWW.TIKTOK.COM/@user/video/${long}`,
    `www.tiktok.com//@user//video/${long}`,
  ])("%s is the one post", (text) => {
    expect(canonicalise(text)).toEqual(post("tiktok", long));
  });

  it.each([
    ["https://vm.tiktok.com/ZSabc123/", "https://vm.tiktok.com/ZSabc123/"],
    ["vm.tiktok.com/ZSabc123", "https://vm.tiktok.com/ZSabc123/"],
    ["http://vt.tiktok.com/ZSabc123?k=1#x", "https://vt.tiktok.com/ZSabc123/"],
    ["https://www.tiktok.com/t/ZTabc123/", "https://www.tiktok.com/t/ZTabc123/"],
    ["https://tiktok.com/t/ZTabc123", "https://www.tiktok.com/t/ZTabc123/"],
    ["https://vm.vxtiktok.com/ZSabc123/", "https://vm.tiktok.com/ZSabc123/"],
    ["https://vxtiktok.com/t/ZTabc123/", "https://www.tiktok.com/t/ZTabc123/"],
  ])("%s is short for what is asked at %s", (text, url) => {
    expect(canonicalise(text)).toEqual(short("tiktok", url));
  });

  it.each([
    "https://www.tiktok.com/",
    "tiktok.com",
    "https://www.tiktok.com/@user",
    "https://www.tiktok.com/@user/live",
    "https://www.tiktok.com/foryou",
    "https://www.tiktok.com/@user/video/",
    "https://www.tiktok.com/@user/video/abc",
    "https://www.tiktok.com/@user/video/0123",
    "https://www.tiktok.com/@user/video/%37301",
    `https://www.tiktok.com/@user/video/1${"0".repeat(20)}`,
    "https://www.tiktok.com/@user/playlist/x-7301",
    "https://www.tiktok.com/music/original-sound-7301",
    "https://vm.tiktok.com/",
    "https://vm.tiktok.com/a%2Fb%2Fc",
    "https://www.tiktok.com/t/",
    "https://www.tiktok.com/?item_id=7301",
  ])("%s is none of a post", (text) => {
    expect(canonicalise(text)).toEqual({ is: "refused", why: "unsupported-form" });
  });
});

describe("an Instagram link", () => {
  it.each([
    "https://www.instagram.com/p/C_a-B1c2D3e/",
    "https://www.instagram.com/reel/C_a-B1c2D3e/?igsh=MzRlODBiNWFlZA==",
    "https://instagram.com/reels/C_a-B1c2D3e",
    "https://www.instagram.com/tv/C_a-B1c2D3e/",
    "https://www.instagram.com/some.user/p/C_a-B1c2D3e/",
    "https://www.instagram.com/some.user/reel/C_a-B1c2D3e/",
    "https://www.instagram.com/p/C_a-B1c2D3e/embed/captioned/",
    "instagram.com/reel/C_a-B1c2D3e/",
    "https://ddinstagram.com/reel/C_a-B1c2D3e/",
    "https://d.ddinstagram.com/p/C_a-B1c2D3e/",
    "https://g.ddinstagram.com/p/C_a-B1c2D3e/",
  ])("%s is the one post", (text) => {
    expect(canonicalise(text)).toEqual(post("instagram", "C_a-B1c2D3e"));
  });

  it.each(["_Ca-B1c2D3_", "-Ca_B1c2D3-", "_____", `C_a-B1c2D3e${"x".repeat(28)}`])("keeps %s whole", (id) => {
    expect(canonicalise(`https://www.instagram.com/reel/${id}/`)).toEqual(post("instagram", id));
  });

  it.each([
    ["https://www.instagram.com/share/BAabc_-12", "https://www.instagram.com/share/BAabc_-12/"],
    ["https://www.instagram.com/share/p/BAabc_-12/?x=1", "https://www.instagram.com/share/p/BAabc_-12/"],
    ["instagram.com/share/reel/BAabc_-12/", "https://www.instagram.com/share/reel/BAabc_-12/"],
  ])("%s is short for what is asked at %s", (text, url) => {
    expect(canonicalise(text)).toEqual(short("instagram", url));
  });

  it.each([
    "https://www.instagram.com/",
    "https://www.instagram.com/some.user/",
    "https://www.instagram.com/some.user/reels/",
    "https://www.instagram.com/stories/some.user/3412345678901234567/",
    "https://www.instagram.com/stories/reel/3412345678901234567/",
    "https://www.instagram.com/reels/",
    "https://www.instagram.com/reels/audio/123456789/",
    "https://www.instagram.com/p/",
    "https://www.instagram.com/p/abc",
    "https://www.instagram.com/p/C_a%2FB1c2/",
    "https://www.instagram.com/explore/tags/cats/",
    "https://www.instagram.com/accounts/login/?next=/p/C_a-B1c2D3e/",
    "https://www.instagram.com/share/",
    "https://www.instagram.com/share/p/",
    "https://www.instagram.com/share/user/BAabc_-12/",
  ])("%s is none of a post", (text) => {
    expect(canonicalise(text)).toEqual({ is: "refused", why: "unsupported-form" });
  });
});

describe("a YouTube link", () => {
  it.each([
    "https://www.youtube.com/shorts/a_B-c1D2e3F",
    "https://youtube.com/shorts/a_B-c1D2e3F?feature=share",
    "https://www.youtube.com/watch?v=a_B-c1D2e3F",
    "https://www.youtube.com/watch?list=PL123&v=a_B-c1D2e3F&t=5s",
    "https://www.youtube.com/watch?v=a_B-c1D2e3F&v=ZZZZZZZZZZZ",
    "https://www.youtube.com/watch/?v=a_B-c1D2e3F",
    "https://www.youtube.com/watch/a_B-c1D2e3F",
    "https://www.youtube.com/watch_popup?v=a_B-c1D2e3F",
    "https://www.youtube.com/embed/a_B-c1D2e3F?autoplay=1",
    "https://www.youtube.com/v/a_B-c1D2e3F",
    "https://www.youtube.com/e/a_B-c1D2e3F",
    "https://www.youtube.com/live/a_B-c1D2e3F?si=x",
    "https://m.youtube.com/watch?v=a_B-c1D2e3F",
    "https://music.youtube.com/watch?v=a_B-c1D2e3F",
    "https://www.youtube-nocookie.com/embed/a_B-c1D2e3F",
    "https://youtu.be/a_B-c1D2e3F",
    "https://youtu.be/a_B-c1D2e3F/anything?si=x",
    "youtu.be/a_B-c1D2e3F",
    "www.youtube.com/shorts/a_B-c1D2e3F",
  ])("%s is the one post", (text) => {
    expect(canonicalise(text)).toEqual(post("youtube", "a_B-c1D2e3F"));
  });

  it.each([
    "https://www.youtube.com/",
    "https://www.youtube.com/@channel",
    "https://www.youtube.com/channel/UC0123456789",
    "https://www.youtube.com/playlist?list=PL123",
    "https://www.youtube.com/embed/videoseries?list=PL123",
    "https://www.youtube.com/embed/live_stream?channel=UC0123456789",
    "https://www.youtube.com/live_stream?channel=UC0123456789",
    "https://www.youtube.com/watch",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch?v=short&v=a_B-c1D2e3F",
    "https://www.youtube.com/watch?V=a_B-c1D2e3F",
    "https://www.youtube.com/shorts/a_B-c1D2e3F4",
    "https://www.youtube.com/results?v=a_B-c1D2e3F",
    "https://youtu.be/",
    "https://youtu.be/watch?v=a_B-c1D2e3F",
  ])("%s is none of a post", (text) => {
    expect(canonicalise(text)).toEqual({ is: "refused", why: "unsupported-form" });
  });
});

describe("what is made to be misread", () => {
  const path = `/@user/video/${long}`;

  it.each([
    `https://evil.example/?x=tiktok.com`,
    `https://evil.example/https://www.tiktok.com${path}`,
    `https://evil.example${path}#www.tiktok.com`,
    `https://tiktok.com.evil.example${path}`,
    `https://www-tiktok.com${path}`,
    `https://wwwtiktok.com${path}`,
    `https://eviltiktok.com${path}`,
    `https://tiktok.co${path}`,
    `https://tiktok.community${path}`,
    `https://evil.tiktok.com${path}`,
    `https://www.tiktok.com.${path}`,
    `https://www.tiktok.com%2eevil.example${path}`,
    `https://v16-webapp.tiktok.com${path}`,
    `https://tiktokcdn.com${path}`,
    `https://xn--tktok-p4a.com${path}`,
    // Cyrillic і, о; Greek ο.
    `https://t\u0456ktok.com${path}`,
    `https://tikt\u043Ek.com${path}`,
    `https://tikt\u03BFk.com${path}`,
    `https://instagram.com.ru/p/C_a-B1c2D3e/`,
    `https://instagram.com-login.example/p/C_a-B1c2D3e/`,
    `https://cdninstagram.com/p/C_a-B1c2D3e/`,
    `https://youtube.com.evil.example/watch?v=a_B-c1D2e3F`,
    `https://youtu.be.evil.example/a_B-c1D2e3F`,
    `https://localhost${path}`,
    `https://127.0.0.1${path}`,
    `https://2130706433${path}`,
    `https://0x7f000001${path}`,
    `https://0x7f.0.0.1${path}`,
    `https://0177.0.0.1${path}`,
    `https://127.1${path}`,
    `https://169.254.169.254/latest/meta-data/`,
    `https://10.0.0.1${path}`,
    `https://metadata.google.internal${path}`,
    `127.0.0.1${path}`,
    `tiktok.com.evil.example${path}`,
    `\u0442iktok.com${path}`,
  ])("%s is another site", (text) => {
    expect(canonicalise(text)).toEqual({ is: "refused", why: "unsupported-host" });
  });

  it.each([
    `https://tiktok.com@evil.example${path}`,
    `https://user:password@www.tiktok.com${path}`,
    `https://@www.tiktok.com${path}`,
    `https://evil.example:pw@www.tiktok.com${path}`,
    `https://www.tiktok.com:443${path}`,
    `https://www.tiktok.com:8443${path}`,
    `https://www.tiktok.com:${path}`,
    `http://www.tiktok.com:80${path}`,
    `www.tiktok.com:443${path}`,
    `https://[::1]${path}`,
    `https://[::ffff:127.0.0.1]${path}`,
    `https://[fd00::1]${path}`,
    `https://www.tiktok.com\\@evil.example${path}`,
    `https:\\\\www.tiktok.com${path}`,
    `https://evil.example\\.www.tiktok.com${path}`,
    `https:/www.tiktok.com${path}`,
    `https:www.tiktok.com${path}`,
    `https:///www.tiktok.com${path}`,
    `https://www.tik\ttok.com${path}`,
    `https://www.tiktok.com\n${path}`,
    `https://www.tiktok.com\r\nHost: evil.example${path}`,
    ` https://www.tiktok.com${path}`,
    `https://www.tiktok.com${path} `,
    `https://www.tiktok.com${path}\u0000`,
    `https://www.tik\u200Btok.com${path}`,
    `https://www.tiktok.com/\u202E${path}`,
    `https://www.tik\u00ADtok.com${path}`,
    `https://www.tiktok.com${path}?x=${"a".repeat(2_048)}`,
    `https://www.tiktok.com%20${path}`,
    `https://www.tiktok.com%00${path}`,
    `https://%5b::1%5d${path}`,
    `https://999.999.999.999${path}`,
    "javascript:alert(1)//www.tiktok.com/",
    "javascript://www.tiktok.com/%0aalert(1)",
    "file:///etc/passwd",
    "file://www.tiktok.com/@user/video/7301",
    "data:text/html,<p>tiktok.com</p>",
    "data:text/html;base64,PHA+",
    `ftp://www.tiktok.com${path}`,
    `ws://www.tiktok.com${path}`,
    `blob:https://www.tiktok.com${path}`,
    `view-source:https://www.tiktok.com${path}`,
    `tg://resolve?domain=tiktok.com`,
    `httpss://www.tiktok.com${path}`,
  ])("%j is unsafe", (text) => {
    expect(canonicalise(text)).toEqual({ is: "refused", why: "unsafe" });
  });

  it.each([
    "",
    " ",
    "hello",
    "привет, смотри",
    "смотри https://www.tiktok.com/@user/video/7301",
    "/start",
    "@user",
    "#tiktok",
    "//www.tiktok.com/@user/video/7301",
    "www.",
    ".",
    "me@tiktok.com",
    "note: a thing",
    "a".repeat(5_000),
  ])("%j is no link", (text) => {
    expect(canonicalise(text)).toEqual({ is: "refused", why: "not-a-link" });
  });

  it.each([
    ["https://www%2Etiktok%2Ecom", "an encoded dot"],
    ["https://www.tiktok\uFF0Ecom", "a wide dot"],
    ["https://www.\uFF54\uFF49\uFF4B\uFF54\uFF4F\uFF4B.com", "wide letters"],
    ["https://\u24E6\u24E6\u24E6.tiktok.com", "circled letters"],
  ])("%s is what every browser makes of %s, and only the id of it is used", (origin) => {
    expect(canonicalise(origin + path)).toEqual(post("tiktok", long));
  });
});
