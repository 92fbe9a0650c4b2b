/**
 * Plays an evening on Twitch and an afternoon on Telegram, with the downloader and with the forwarder, and a day at the dashboard, in a real browser. Run with
 * `node tests/browser/playground.ts`; `twitch`, `telegram`, `forwarder`, `dashboard` or `on-phone` after it plays that chapter alone.
 */
import { mkdir } from "node:fs/promises";
import { play, type Result } from "./chapter.ts";
import { dashboard, onPhone } from "./dashboard.ts";
import { findChromium } from "./find-chromium.ts";
import { forwarder } from "./forwarder.ts";
import { telegram } from "./telegram.ts";
import { twitch } from "./twitch.ts";

const chapters = { twitch, telegram, forwarder, dashboard, "on-phone": onPhone };
const [only] = process.argv.slice(2);
const chosen = Object.entries(chapters).filter(([name]) => only === undefined || name === only);

const browser = findChromium(process.env);
if (browser) process.exitCode = await playAll(browser);
else console.log("SKIPPED: no Chromium\n0 passed, 0 failed");

async function playAll(executablePath: string): Promise<number> {
  await mkdir(".data", { recursive: true });
  const results: Result[] = [];
  for (const [, chapter] of chosen) results.push(await play(chapter, executablePath));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
