import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readBundle, type WorkerModule } from "../../dev/bundle.ts";
import { freePort } from "../../dev/free-port.ts";
import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { median } from "../statistics.ts";

/** From spawning workerd, and nothing else, to its first 200 at /health; in milliseconds. */
export interface StartTime {
  readonly runs: number;
  readonly median: number;
  readonly worst: number;
}

const runs = 10;

export async function measureStart(bundle: Bundle, cleanUp: CleanUp): Promise<StartTime> {
  const folder = await mkdtemp(join(tmpdir(), "taproom-bench-start-"));
  const removeFolder = cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "rooms"));
  const modules = await readBundle(bundle.folder);
  for (const { name, contents } of modules) await writeFile(join(folder, name), contents);

  const times: number[] = [];
  for (let run = 1; run <= runs; run += 1) times.push(await startOnce(folder, modules));
  await removeFolder();
  return { runs, median: median(times), worst: Math.max(...times) };
}

async function startOnce(folder: string, modules: readonly WorkerModule[]): Promise<number> {
  const port = await freePort();
  const config = join(folder, "taproom.capnp");
  await writeFile(config, configuration(modules, port));
  const spawned = performance.now();
  const workerd = spawn(
    workerdBinary(),
    ["serve", config, `--directory-path=rooms=${join(folder, "rooms")}`],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  try {
    await isHealthy(`http://127.0.0.1:${port}/health`);
    return performance.now() - spawned;
  } finally {
    const ended = once(workerd, "exit");
    workerd.kill("SIGKILL");
    await ended;
  }
}

async function isHealthy(url: string): Promise<void> {
  for (let attempts = 5_000; attempts > 0; attempts -= 1) {
    try {
      const { ok } = await fetch(url);
      if (ok) return;
      throw new Error("/health does not answer 200.");
    } catch (error) {
      // fetch throws a TypeError as long as nobody listens.
      if (!(error instanceof TypeError)) throw error;
      await wait(1);
    }
  }
  throw new Error("workerd does not listen.");
}

/** Miniflare's own workerd. */
function workerdBinary(): string {
  const miniflare = createRequire(fileURLToPath(import.meta.resolve("miniflare")));
  const { default: path } = miniflare("workerd") as { default: string };
  return path;
}

/** As wrangler.toml has it, in workerd's own words: https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp */
const configuration = (modules: readonly WorkerModule[], port: number) => `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "taproom", worker = .taproom),
    (name = "rooms", disk = (writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "taproom")],
);

const taproom :Workerd.Worker = (
  modules = [${modules.map(moduleOf).join(", ")}],
  compatibilityDate = "2026-10-20",
  durableObjectNamespaces = [
    (className = "ChannelDO", uniqueKey = "channel", enableSql = true),
    (className = "IdentityDO", uniqueKey = "identity", enableSql = true),
    (className = "DirectoryDO", uniqueKey = "directory", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "rooms"),
  bindings = [
    (name = "MODE", text = "embedded"),
    (name = "CHANNEL", durableObjectNamespace = "ChannelDO"),
    (name = "IDENTITY", durableObjectNamespace = "IdentityDO"),
    (name = "DIRECTORY", durableObjectNamespace = "DirectoryDO"),
  ],
);
`;

const moduleOf = ({ name }: WorkerModule) =>
  `(name = "${name}", ${name.endsWith(".js") ? "esModule" : "text"} = embed "${name}")`;
