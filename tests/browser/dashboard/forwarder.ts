/** Somebody sees to the forwarder: makes a mapping, tries its rules, and has tried again what did not arrive. */
import { ok } from "node:assert";
import type { Page } from "playwright-core";
import type { Step } from "../chapter.ts";
import type { Stage } from "../stage.ts";
import { news, open, publish, regulars } from "./brewery.ts";
import { exchangeSteps } from "./exchange.ts";
import { fitsPhone, isForEverybody } from "./usable.ts";
import { goTo } from "./walk.ts";
import { ask, post, until } from "./world.ts";

export const forwarderSteps: readonly Step[] = [
  [
    "makes a mapping from one chat to another, and sees the first post arrive",
    async (stage) => {
      for (const chat of [news, regulars]) await open(stage, chat);
      const { page } = stage;
      await goTo(page, stage, "forwarder");
      await page.getByText("There are no mappings yet").waitFor();
      await page.getByRole("button", { name: "Add mappings" }).click();
      await others(page, "From").fill(String(news.id));
      await others(page, "To").fill(`${regulars.id}\n@nobody_is_there`);
      await page.getByRole("button", { name: "Make 2 mappings" }).click();
      await page.getByText("1 was left out").waitFor();
      await page.getByText("Telegram knows no chat “@nobody_is_there”").waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
      await page.getByRole("link", { name: "Brewery news → Regulars" }).waitFor();
      await publish(stage, "A fresh stout is on tap");
      await untilShows(stage, "A fresh stout is on tap");
    },
  ],
  [
    "gives it a filter and a header, and is told by the tester which filter decides and how a post would look",
    async ({ page }) => {
      await page.getByRole("link", { name: "Brewery news → Regulars" }).click();
      await page.getByLabel("More unwanted words").fill("#ad");
      await page.getByRole("button", { name: "Add unwanted words" }).click();
      await page.getByLabel("One more change").selectOption({ label: "Text above" });
      await page.getByRole("button", { name: "Add the change" }).click();
      await page.getByLabel("Text", { exact: true }).fill("From the bar");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("The settings are saved").waitFor();
      await page.getByRole("link", { name: "Try its rules" }).click();
      await tryOut(page, "Cheap beer #ad");
      await page.getByText("It does not go").waitFor();
      await page.getByText("Decided by: Keywords").waitFor();
      await page.getByText("stops it: it contains “#ad”").waitFor();
      await tryOut(page, "Good beer");
      await page.getByText("It goes").waitFor();
      ok((await page.getByRole("figure").innerText()).includes("From the bar\nGood beer"));
    },
  ],
  [
    "carries what the filter lets pass, as the tester has told",
    async (stage) => {
      await publish(stage, "Cheap beer #ad");
      await publish(stage, "Good beer");
      await untilShows(stage, "From the bar\nGood beer");
      ok(!(await shownIn(stage)).some((text) => text.includes("#ad")));
    },
  ],
  [
    "reads why a post was given up, and has it tried again when the bot may come back",
    async (stage) => {
      const { page } = stage;
      await post(stage.taproom, "/telegram/chats", { id: regulars.id, botRights: "kicked" });
      await publish(stage, "Who is there?");
      await page.getByRole("link", { name: "Not delivered" }).click();
      const row = page.getByRole("listitem").filter({ hasText: "the bot is not in the chat" });
      await row.waitFor();
      await open(stage, regulars);
      await row.getByRole("button", { name: "Try again" }).click();
      await page.getByText("It stands in line again").waitFor();
      await untilShows(stage, "From the bar\nWho is there?");
      await page.getByText("Everything has arrived, or is on its way.").waitFor();
    },
  ],
  [
    "finds every page of it to be for everybody, on a phone too",
    async (stage) => {
      const { page } = stage;
      for (const [path, words] of pages) {
        await page.goto(`${stage.taproom.url}/#/forwarder${path}`);
        await page.getByText(words).first().waitFor();
        await page.evaluate(
          "document.querySelectorAll('main details').forEach((each) => (each.open = true))",
        );
        await isForEverybody(page);
        await fitsPhone(page);
      }
    },
  ],
  ...exchangeSteps,
  [
    "removes the mappings, after being asked",
    async (stage) => {
      const { page } = stage;
      await goTo(page, stage, "forwarder");
      for (const name of ["Brewery news → Regulars", "Brewery news → Night shift"]) {
        await page.getByRole("link", { name }).click();
        await page.getByRole("button", { name: "Remove", exact: true }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
      }
      await page.getByText("There are no mappings yet").waitFor();
    },
  ],
];

/** Where each of them leads, and what is read there. */
const pages = [
  ["/mappings/1", "What is carried"],
  ["/tester", "What would become of it"],
  ["/queue", "Nobody stands in line"],
  ["/given-up", "Nothing is in doubt."],
  ["/chats", "Leads here"],
] as const;

const others = (page: Page, side: "From" | "To") =>
  page.getByRole("group", { name: side, exact: true }).getByLabel("Other chats");

async function tryOut(page: Page, text: string): Promise<void> {
  await page.getByLabel("Text", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Try", exact: true }).click();
}

interface State {
  readonly chats: readonly { readonly messages: readonly { readonly text?: string }[] }[];
}

/** What the readers of the target see. */
async function shownIn({ taproom }: Stage): Promise<readonly string[]> {
  const { chats } = await ask<State>(taproom, `/telegram/state?chat=${regulars.id}`);
  return chats.flatMap(({ messages }) => messages.map(({ text = "" }) => text));
}

const untilShows = (stage: Stage, words: string) => until(async () => (await shownIn(stage)).includes(words));
