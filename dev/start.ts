import { rm } from "node:fs/promises";
import { watch } from "node:fs";
import { join, resolve } from "node:path";
import { buildPage } from "./build-page.ts";
import { bundleWorker } from "./bundle.ts";
import { readDevEnvironment } from "./environment.ts";
import { startTaproom, type Taproom } from "./taproom.ts";

/** `npm run dev`: everything, offline, and one line that says where. `--fresh` forgets what was before. */
const environment = readDevEnvironment(process.env);
if (process.argv.includes("--fresh")) await rm(environment.dataFolder, { recursive: true, force: true });

const dataFolder = resolve(environment.dataFolder);
const pageFolder = join(dataFolder, "page");
const page = showPage();
const taproom = await begin();
await page;
console.log(`ready ${taproom.url} · playground http://localhost:${taproom.world.port}`);
reloadOnChange(taproom);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end());
// npm hands a signal to its shell, which dies without telling us: whoever started us is gone, so we go too.
let ending = false;
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void end(), 100).unref();

async function begin(): Promise<Taproom> {
  try {
    return await startTaproom({
      environment,
      playground: true,
      pageFolder,
      bindings: passedOn(process.env),
      onRestart: () => console.log("workerd was gone and runs again on the same storage"),
    });
  } catch (error) {
    console.error(problem(error));
    process.exit(1);
  }
}

/** Whoever is in the middle of changing the page has everything else nevertheless. */
async function showPage(): Promise<boolean> {
  try {
    await buildPage(pageFolder);
    return true;
  } catch (error) {
    console.error(`the page was not built: ${problem(error)}`);
    return false;
  }
}

function problem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return `${error.message}. Stop whoever has the port, or choose others with TAPROOM_PORT and TAPROOM_WORLD_PORT.`;
  return error.message;
}

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  // Whatever hangs must not keep the terminal: two seconds are promised.
  setTimeout(() => process.exit(1), 1_900).unref();
  await taproom.close();
  process.exit(0);
}

/** Variables of the Worker that somebody wants to be different. */
function passedOn(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = [
    "LOG_LEVEL",
    "ENCRYPTION_KEYS",
    "DATABASE_URL",
    "TELEGRAM_API_ROOT",
    "DOWNLOAD_BACKEND_KIND",
    "DOWNLOAD_BACKEND_URL",
    "DOWNLOAD_BACKEND_KEY",
    "DOWNLOAD_FREE_LIMIT",
    "DOWNLOAD_LIMIT_ENFORCED",
    "DOWNLOAD_ALLOWED_IDS",
  ];
  const chosen = names.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  // The world plays both kinds, each at an address of its own.
  const backEnd = env["DOWNLOAD_BACKEND_KIND"] === "ytdlp" && {
    DOWNLOAD_BACKEND_URL: "https://ytdlp.taproom.test",
  };
  return { LOG_LEVEL: "warn", ...backEnd, ...Object.fromEntries(chosen) };
}

/** A saved file is in the running Worker, or in the page, a second later. */
function reloadOnChange({ runtime }: Taproom): void {
  const reloadWorker = async () => {
    try {
      await runtime.load(await bundleWorker(join(dataFolder, "bundle")));
      console.log("reloaded");
    } catch (error) {
      console.error(`not reloaded: ${problem(error)}`);
    }
  };
  onSaved(["workers", "durable-objects", "shared"], reloadWorker);
  onSaved(["dashboard", "shared"], async () => {
    if (await showPage()) console.log("the page is built anew");
  });
}

/** Whatever is saved together is seen to once. */
function onSaved(folders: readonly string[], see: () => Promise<void>): void {
  let pending: NodeJS.Timeout | undefined;
  for (const folder of folders)
    watch(folder, { recursive: true }, () => {
      clearTimeout(pending);
      pending = setTimeout(() => void see(), 200);
    });
}
