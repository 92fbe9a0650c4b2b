/** What Taproom is connected with. */
import type { Page } from "playwright-core";
import type { Step } from "../chapter.ts";
import { asGuest } from "./guest.ts";
import { goTo, signIn } from "./walk.ts";

export const accounts: readonly Step[] = [
  [
    "connects the streamer's account again by Twitch, and is led back to the dashboard",
    (stage) =>
      asGuest(stage, async (guest) => {
        await signIn({ ...stage, page: guest });
        await goTo(guest, stage, "accounts");
        await accountOf(guest, "streamer").getByRole("button", { name: "Connect again" }).click();
        await guest.getByRole("link", { name: "Authorize as streamer" }).click();
        await guest.getByText("Everything is in place.").waitFor();
        await guest.getByRole("link", { name: "To the dashboard" }).click();
        await accountOf(guest, "streamer").getByText("Token renewed now").waitFor();
      }),
  ],
  [
    "sets a bot of Telegram's up again",
    async (stage) => {
      const { page } = stage;
      await goTo(page, stage, "accounts");
      await page.getByRole("button", { name: "Set up again: Forwarder bot" }).click();
      await page.getByText("Telegram knows where to find the bot").waitFor();
    },
  ],
];

const accountOf = (page: Page, name: string) => page.locator(".accounts > li", { hasText: name });
