/**
 * Stands in for wrangler and for the Cloudflare behind it, as far as `npx taproom setup` and `deploy` ask them. What is
 * there lies in the folder `TAPROOM_CLOUDFLARE`: what the real ones say was taken down from wrangler 4.155.0.
 */
import { appendFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { type Cloud, readCloud, writeCloud } from "./cloud.ts";

const words = process.argv.slice(2);
const before = readCloud();

/** `pages project create taproom-dashboard` is the command `pages project create`. */
const isMeant = (command: string) => command.split(" ").every((word, place) => words[place] === word);

const commands: Readonly<Record<string, () => unknown>> = {
  whoami() {
    if (cloud.accounts.length === 0) process.exitCode = 1;
    const isIn = cloud.accounts.length > 0;
    return { loggedIn: isIn, ...(isIn && { authType: "OAuth Token", accounts: cloud.accounts }) };
  },
  "secret list": () =>
    cloud.worker
      ? Object.keys(cloud.secrets).map((name) => ({ name, type: "secret_text" }))
      : refuse(
          `Worker "taproom" not found.\n\nIf this is a new Worker, run \`wrangler deploy\` first to create it.`,
        ),
  "secret bulk": async () => {
    const put = JSON.parse(await text(process.stdin)) as Cloud["secrets"];
    writeCloud({ ...cloud, secrets: { ...cloud.secrets, ...put } });
  },
  deploy() {
    writeCloud({ ...cloud, worker: true });
    note({ type: "deploy", worker_name: "taproom", targets: ["https://taproom.streamer.workers.dev"] });
  },
  "pages project list": () =>
    cloud.pages.map((name) => ({ "Project Name": name, "Project Domains": `${name}.pages.dev` })),
  "pages project create": () => writeCloud({ ...cloud, pages: [...cloud.pages, words[3] ?? ""] }),
  "pages deployment list": () => cloud.deployments.map((Id) => ({ Id, Environment: "Production" })),
  "pages deploy": () =>
    writeCloud({ ...cloud, deployments: [...cloud.deployments, `d${cloud.deployments.length}`] }),
};

const name = Object.keys(commands).find(isMeant);
if (name === undefined) throw new Error(`Nobody stands in for wrangler ${words.join(" ")}`);
const cloud = { ...before, calls: [...before.calls, name] };
writeCloud(cloud);
if (name === cloud.breaks) refuse("A request to the Cloudflare API failed.");
else {
  const answer = await commands[name]?.();
  if (answer !== undefined) process.stdout.write(`${JSON.stringify(answer)}\n`);
}

function refuse(why: string): undefined {
  process.stderr.write(`\u001b[31m✘ \u001b[41;31m[\u001b[41;97mERROR\u001b[41;31m]\u001b[0m ${why}\n`);
  process.exitCode = 1;
}

function note(deed: object): void {
  const file = process.env["WRANGLER_OUTPUT_FILE_PATH"];
  if (file) appendFileSync(file, `${JSON.stringify(deed)}\n`);
}
