import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import type { CleanUp } from "../clean-up.ts";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that `CHROMIUM` names, or one that is installed. */
export async function startBrowser(cleanUp: CleanUp): Promise<Browser> {
  const executablePath = [process.env["CHROMIUM"] ?? "", ...usual].find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error("There is no Chromium; CHROMIUM may say where it is.");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  cleanUp.add(() => browser.close());
  return browser;
}

/** Somebody who has never been here before, or who comes again; `script` runs before the page's own. */
export async function openPage(browser: Browser, script: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  await page.addInitScript(script);
  return page;
}

export async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByLabel("Admin token").fill("embedded-admin-token");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.locator("main h1").waitFor();
}
