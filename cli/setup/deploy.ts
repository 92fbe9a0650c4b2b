/** `npm run deploy`: builds the page, then deploys the Worker, then the page, which leads to the Worker. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Command } from "commander";
import { Mistake } from "../mistake.ts";
import { deployPage, deployWorker, pageOf } from "./cloudflare.ts";
import { house, Wrangler } from "./wrangler.ts";

export const deployment = new Command("deploy")
  .description("builds and deploys the Worker and the dashboard's page")
  .action(deploy);

async function deploy(): Promise<void> {
  const wrangler = new Wrangler();
  const page = await pageOf(wrangler);
  if (!page) throw new Mistake("There is no Pages project for the dashboard yet: npm run setup makes it.");

  tell("1 of 3: the page is built");
  await buildPage().catch(saying("Nothing was deployed."));
  tell("2 of 3: the Worker is deployed");
  const worker = await deployWorker(wrangler).catch(saying("Everything is as it was."));
  tell("3 of 3: the page is deployed");
  await deployPage(wrangler).catch(
    saying("The Worker is new, the page is still the one before: run it again."),
  );
  tell(`Done. The Worker: ${worker ?? "deployed"}. The dashboard: ${page.url}`);
}

/** Throws Mistake; the builder has said why. */
export async function buildPage(): Promise<void> {
  const npm = spawn("npm", ["run", "--silent", "build:dashboard"], { cwd: house, stdio: "inherit" });
  const [code] = (await once(npm, "close")) as [number | null];
  if (code !== 0) throw new Mistake("The page could not be built; what was printed above says why.");
}

function saying(consequence: string) {
  return (cause: unknown): never => {
    throw new Mistake(`${cause instanceof Error ? cause.message : cause} ${consequence}`, { cause });
  };
}

const tell = (line: string) => process.stdout.write(`\n${line}\n`);
