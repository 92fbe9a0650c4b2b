import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** One module of the Worker, as it would be uploaded. */
export interface WorkerModule {
  readonly name: string;
  readonly contents: Uint8Array;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles the Worker as `wrangler deploy` would, into `folder`, without deploying it. */
export async function bundleWorker(folder: string): Promise<readonly WorkerModule[]> {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const order = ["deploy", "--dry-run", "--outdir", folder];
  // wrangler itself by this Node, because the system's may be too old for it.
  await promisify(execFile)(process.execPath, [wrangler, ...order], {
    cwd: root,
    env: { ...process.env, ...quiet },
  });
  return readBundle(folder);
}

/** The modules that a bundling left in `folder`; the entry comes first. */
export async function readBundle(folder: string): Promise<readonly WorkerModule[]> {
  const names = await readdir(folder);
  // wrangler also writes a source map and a README, which are not uploaded as modules.
  const modules = names.filter((name) => !name.endsWith(".map") && name !== "README.md");
  const entryFirst = modules.toSorted((a, b) => Number(b === "index.js") - Number(a === "index.js"));
  return Promise.all(
    entryFirst.map(async (name) => ({ name, contents: await readFile(join(folder, name)) })),
  );
}

const quiet = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
};
