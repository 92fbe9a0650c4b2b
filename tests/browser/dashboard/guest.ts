import type { Page } from "playwright-core";
import type { Stage } from "../stage.ts";

/** Somebody else at another browser, before the door. */
export async function asGuest({ page, taproom }: Stage, take: (guest: Page) => Promise<void>): Promise<void> {
  const context = await page.context().browser()?.newContext({ locale: "en-US" });
  const guest = await context?.newPage();
  if (!guest) throw new Error("The browser has gone");
  await guest.goto(taproom.url);
  await take(guest);
  await context?.close();
}
