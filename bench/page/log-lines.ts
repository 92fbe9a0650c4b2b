import type { Browser } from "playwright-core";
import { openPage, signIn } from "./browser.ts";

/** How the log is with many lines in it. Milliseconds. */
export interface LogLines {
  readonly lines: number;
  /** From the coming of a thousand more until they are painted, each time. */
  readonly appends: readonly number[];
  /** Between one frame and the next while somebody scrolls through all of them. */
  readonly frames: readonly number[];
}

const before = 10_000;
const more = 1_000;
const times = 10;

/** The socket of the log is played inside the page, so that nothing but the page is measured. */
const playedSocket = `(() => {
  const Real = globalThis.WebSocket;
  const opened = Promise.withResolvers();
  globalThis.played = opened.promise;
  let written = 0;
  class Played extends EventTarget {
    readyState = 1;
    constructor() {
      super();
      setTimeout(() => {
        this.dispatchEvent(new Event("open"));
        opened.resolve(this);
      });
    }
    send() {}
    close() {}
  }
  globalThis.WebSocket = Object.assign(function (url) {
    return String(url).includes("/api/logs/live") ? new Played() : new Real(url);
  }, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });
  const line = () => {
    written += 1;
    return {
      at: new Date(1_790_000_000_000 + written).toISOString(),
      level: ["info", "info", "info", "warn", "error"][written % 5],
      event: "effect.done",
      part: "channel " + (1000 + written % 7),
      facts: { key: "wake:" + written + ":say:0", effect: "say", text: "keg-opened", traceId: "t-" + (written % 99) },
    };
  };
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  globalThis.append = async (count) => {
    const data = JSON.stringify({ lines: Array.from({ length: count }, line) });
    const socket = await globalThis.played;
    const begun = performance.now();
    socket.dispatchEvent(new MessageEvent("message", { data }));
    await painted();
    return performance.now() - begun;
  };
  globalThis.scrollThrough = async (frames) => {
    const list = document.querySelector(".virtual-list");
    const step = list.scrollHeight / frames;
    const waits = [];
    list.scrollTop = 0;
    let last = await new Promise(requestAnimationFrame);
    for (let nth = 0; nth < frames; nth += 1) {
      list.scrollTop += step;
      const now = await new Promise(requestAnimationFrame);
      waits.push(now - last);
      last = now;
    }
    return waits;
  };
})()`;

export async function measureLogLines(browser: Browser, origin: string): Promise<LogLines> {
  const page = await openPage(browser, playedSocket);
  await signIn(page, origin);
  await page.goto(`${origin}/#/logs`);
  await page.evaluate("played.then(() => {})");
  for (let lines = 0; lines < before; lines += more) await page.evaluate(`append(${more})`);
  const frames = await page.evaluate<number[]>("scrollThrough(240)");
  const appends: number[] = [];
  for (let time = 0; time < times; time += 1) appends.push(await page.evaluate<number>(`append(${more})`));
  await page.context().close();
  return { lines: before, appends, frames };
}
