import { expect, it } from "vitest";
import { isMediaHost, isPageHost } from "./hosts.ts";
import type { Platform } from "./platform.ts";

it.each<[Platform, string]>([
  ["tiktok", "https://v16-webapp-prime.tiktok.com/video/x?tk=tt_chain_token"],
  ["tiktok", "https://p16-sign.tiktokcdn-us.com/x.jpeg"],
  ["tiktok", "https://v77.tiktokcdn.com/x"],
  ["tiktok", "https://p16.ibyteimg.com/x"],
  ["instagram", "https://scontent-ams2-1.cdninstagram.com/v/x.mp4"],
  ["instagram", "https://instagram.fhel1-1.fna.fbcdn.net/v/x.mp4"],
  ["youtube", "https://rr3---sn-x.googlevideo.com/videoplayback?x"],
  ["youtube", "https://i.ytimg.com/vi/x/hq.jpg"],
])("%s keeps files at %s", (platform, url) => {
  expect(isMediaHost(platform, new URL(url))).toBe(true);
});

it.each<[Platform, string]>([
  ["tiktok", "http://v16.tiktokcdn.com/x"],
  ["tiktok", "https://v16.tiktokcdn.com:8443/x"],
  ["tiktok", "https://user@v16.tiktokcdn.com/x"],
  ["tiktok", "https://:pw@v16.tiktokcdn.com/x"],
  ["tiktok", "https://eviltiktokcdn.com/x"],
  ["tiktok", "https://tiktokcdn.com.evil.example/x"],
  ["tiktok", "https://tiktokcdn.com./x"],
  ["tiktok", "https://scontent.cdninstagram.com/x"],
  ["instagram", "https://v16.tiktokcdn.com/x"],
  ["instagram", "https://fbcdn.net.evil.example/x"],
  ["instagram", "https://www.instagram.com/x"],
  ["youtube", "https://ytimg.com/x"],
  ["youtube", "https://127.0.0.1/x"],
  ["youtube", "ftp://i.ytimg.com/x"],
])("%s keeps no files at %s", (platform, url) => {
  expect(isMediaHost(platform, new URL(url))).toBe(false);
});

it.each<[Platform, string, boolean]>([
  ["tiktok", "https://www.tiktok.com/@_/video/1", true],
  ["tiktok", "https://vm.tiktok.com/ZS/", true],
  ["tiktok", "https://vt.tiktok.com/ZS/", true],
  ["instagram", "https://www.instagram.com/p/x/", true],
  ["youtube", "https://youtubei.googleapis.com/youtubei/v1/player", true],
  ["tiktok", "https://evil.tiktok.com/", false],
  ["tiktok", "https://www.instagram.com/", false],
  ["tiktok", "http://www.tiktok.com/", false],
  ["tiktok", "https://www.tiktok.com:8443/", false],
  ["instagram", "https://user:pw@www.instagram.com/", false],
  ["instagram", "https://www.ddinstagram.com/", false],
])("of %s, is %s a place of pages? %s", (platform, url, is) => {
  expect(isPageHost(platform, new URL(url))).toBe(is);
});
