/** A chapter: steps that are played one after the other in a real browser, by the page that `npm run dev` shows. */
import { deepStrictEqual, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import { setStage, type Stage } from "./stage.ts";

export type Step = readonly [name: string, take: (stage: Stage) => Promise<void>];

export interface Chapter {
  /** Where to look when something fails. */
  readonly picture: string;
  /** It is played in the dashboard, whose page has to be built first. */
  readonly isOfDashboard?: true;
  /** It is played on a phone in the dark; otherwise at a desk in the light. */
  readonly isOnPhone?: true;
  readonly steps: readonly Step[];
}

export interface Result {
  readonly passed: number;
  readonly failed: number;
}

const patience = 30_000;

export async function play(
  { steps, picture, isOfDashboard, isOnPhone }: Chapter,
  browser: string,
): Promise<Result> {
  const stage = await setStage(browser, isOfDashboard === true, isOnPhone === true);
  stage.page.setDefaultTimeout(patience);
  const failed = await firstToFail(steps, stage);
  if (failed !== undefined) await stage.page.screenshot({ path: picture });
  const passed = failed ?? steps.length;
  await stage.close();
  return { passed, failed: steps.length - passed };
}

/** Each step begins where the one before has ended, so after a failure there is nothing to try. */
async function firstToFail(steps: readonly Step[], stage: Stage): Promise<number | undefined> {
  for (const [place, [name, take]] of steps.entries()) {
    try {
      await take(stage);
      console.log(`✓ ${name}`);
    } catch (error) {
      console.log(`✗ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
      console.log(`The browser's complaints: ${JSON.stringify(stage.complaints)}`);
      console.log(
        `The page, at ${stage.page.url()}: ${(await stage.page.innerText("body")).slice(0, 1_000)}`,
      );
      return place;
    }
  }
  return undefined;
}

/** What nobody could read aloud. */
export const namelessOn = (page: Page): Promise<string[]> => page.evaluate(nameless);

/** What reaches beyond the screen; what is swiped through may. */
export const tooWideOn = (page: Page): Promise<string[]> => page.evaluate(tooWide);

const languages = ["RU", "EN"];
const speak = (page: Page, language: string) =>
  page.getByRole("button", { name: language, exact: true }).click();

/** Whether, in either theme and language, all that can be pressed or filled in has a name, and nothing is too wide. */
export async function isUsable(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const language of languages) {
      await speak(page, language);
      deepStrictEqual(await namelessOn(page), []);
      deepStrictEqual(await tooWideOn(page), []);
    }
  }
}

/** Whether every view of the page fits a phone. */
export async function fitsPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const language of languages) {
    await speak(page, language);
    for (const view of await page.locator(".view").all()) {
      await view.click();
      deepStrictEqual(await tooWideOn(page), []);
      strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 390);
    }
  }
}

const nameless = `[...document.querySelectorAll("button, input, select, a, [role=tab], video, audio")]
  .filter((each) => !(each.ariaLabel || each.labels?.length || each.innerText?.trim() || each.querySelector("img[alt]")))
  .map((each) => each.outerHTML)`;

const tooWide = `[...document.querySelectorAll("header *, main *, .views *")]
  .filter((each) => !each.closest(".palette-commands, .tabs, .unseen-label, svg"))
  .filter((each) => each.getBoundingClientRect().right > innerWidth)
  .map((each) => each.className)`;
