import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import type { CleanUp } from "./clean-up.ts";

/** Taproom's Worker as it would be deployed. */
export interface Bundle {
  readonly folder: string;
  /** Bytes of all modules, as they are and compressed. */
  readonly raw: number;
  readonly gzip: number;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles the Worker with wrangler, minified, without deploying it. */
export async function buildBundle(cleanUp: CleanUp): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), "taproom-bench-bundle-"));
  cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const order = ["deploy", "--dry-run", "--minify", "--outdir", folder];
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" };
  // wrangler itself by this Node, because the system's may be too old for it.
  await promisify(execFile)(process.execPath, [wrangler, ...order], { cwd: root, env });

  const names = await readdir(folder);
  // wrangler also writes a source map and a README, which are not uploaded as modules.
  const modules = names.filter((name) => !name.endsWith(".map") && name !== "README.md");
  const contents = await Promise.all(modules.map((name) => readFile(join(folder, name))));
  const raw = contents.reduce((sum, content) => sum + content.length, 0);
  const gzip = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  return { folder, raw, gzip };
}
