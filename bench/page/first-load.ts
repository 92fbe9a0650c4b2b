import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { openPage, signIn } from "./browser.ts";

/** How the page comes, for somebody who has nothing of it yet. */
export interface FirstLoad {
  /** Bytes of the scripts, gzip: before the door, and until a section is shown to whoever is in. */
  readonly atDoor: number;
  readonly withSection: number;
  /** From the beginning of the navigation until there is a heading and a button that can be pressed, in milliseconds. */
  readonly doorReady: readonly number[];
  readonly sectionReady: readonly number[];
}

const runs = 10;

/** Looks at every frame whether the page can be used, and tells when it could. */
const watch = `globalThis.readyAt = new Promise((resolve) => {
  const isReady = () => document.querySelector("h1") && document.querySelector("button:not(:disabled)");
  const look = () => (isReady() ? resolve(performance.now()) : requestAnimationFrame(look));
  requestAnimationFrame(look);
})`;

export async function measureFirstLoad(browser: Browser, origin: string): Promise<FirstLoad> {
  const doorReady: number[] = [];
  const sectionReady: number[] = [];
  let sizes = { atDoor: 0, withSection: 0 };
  for (let run = 0; run < runs; run += 1) {
    const stranger = await openPage(browser, watch);
    const scripts = scriptsOf(stranger);
    await stranger.goto(origin);
    doorReady.push(await readyAt(stranger));
    const atDoor = await scripts();
    await signIn(stranger, origin);
    await stranger.goto(`${origin}/#/overview`);
    await stranger.getByRole("heading", { name: "Services" }).waitFor();
    const withSection = await scripts();
    sizes = { atDoor, withSection };
    // Who is in comes again with nothing of the page kept: another page of the same browser, without its cache.
    const again = await stranger.context().newPage();
    await again.addInitScript(watch);
    const session = await again.context().newCDPSession(again);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await again.goto(`${origin}/#/overview`);
    sectionReady.push(await readyAt(again));
    await stranger.context().close();
  }
  return { ...sizes, doorReady, sectionReady };
}

const readyAt = (page: Page) => page.evaluate<number>("readyAt");

/** Answers for all scripts that have come so far, each once, how many bytes they are. */
function scriptsOf(page: Page): () => Promise<number> {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (answer) => {
    if (answer.request().resourceType() === "script") bodies.set(answer.url(), answer.body());
  });
  return async () =>
    (await Promise.all(bodies.values())).reduce((sum, body) => sum + gzipSync(body).length, 0);
}
