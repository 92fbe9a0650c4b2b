import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { buildPage } from "../../dev/build-page.ts";
import { readDevEnvironment } from "../../dev/environment.ts";
import { startTaproom, type Taproom } from "../../dev/taproom.ts";

/** The whole of Taproom with its playground, and a browser that looks at it. */
export interface Stage {
  readonly page: Page;
  readonly taproom: Taproom;
  readonly adminToken: string;
  /** What a browser complains of, and what it asked of anybody but Taproom and its world. */
  readonly complaints: readonly string[];
  /** Changes the channel's settings behind the page's back. */
  change(settings: unknown): Promise<void>;
  close(): Promise<void>;
}

const offline = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function setStage(
  executablePath: string,
  withDashboard: boolean,
  onPhone: boolean,
): Promise<Stage> {
  const dataFolder = await mkdtemp(join(tmpdir(), "taproom-playground-"));
  const environment = { ...readDevEnvironment({}), port: 0, worldPort: 0, dataFolder };
  const pageFolder = join(dataFolder, "page");
  if (withDashboard) await buildPage(pageFolder);
  const taproom = await startTaproom({
    environment,
    playground: true,
    bindings: { LOG_LEVEL: "error" },
    ...(withDashboard && { pageFolder }),
  });
  const browser = await chromium.launch({ executablePath, args: offline });
  const context = await browser.newContext({
    viewport: onPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    colorScheme: onPhone ? "dark" : "light",
    locale: "en-US",
  });
  const page = await context.newPage();

  return {
    page,
    taproom,
    adminToken: environment.adminToken,
    complaints: listen(page, [taproom.world.url, taproom.url, `http://127.0.0.1:${taproom.world.port}`]),
    async change(settings) {
      const answer = await fetch(`${taproom.url}/api/channels/${environment.broadcaster.id}/settings`, {
        method: "PUT",
        headers: { authorization: `Bearer ${environment.adminToken}` },
        body: JSON.stringify(settings),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async close() {
      await browser.close();
      await taproom.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function listen(page: Page, origins: readonly string[]): readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!origins.some((origin) => request.url().startsWith(`${origin}/`)))
      complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}
