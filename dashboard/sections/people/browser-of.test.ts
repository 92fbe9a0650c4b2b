import { expect, it } from "vitest";
import { browserOf } from "./browser-of.ts";

const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
    "Chrome 142, Windows",
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${webKit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    "Edge 142, Windows",
  ],
  [
    `Mozilla/5.0 (Linux; Android 14) ${webKit} Chrome/140.0 YaBrowser/25.8.0 Mobile Safari/537.36`,
    "Yandex 25, Android",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox 145, Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1",
    "Safari 19, iPhone",
  ],
  ["curl/8.14.1", "curl/8.14.1"],
  ["", ""],
])("%s", (agent, words) => expect(browserOf(agent)).toBe(words));
