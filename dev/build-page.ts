import { execFile } from "node:child_process";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds the dashboard's page into `folder`, as `npm run build:dashboard` does. Until it is done the one before stays there. */
export async function buildPage(folder: string): Promise<void> {
  const next = `${folder}-next`;
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const order = ["build", "dashboard", "--outDir", next, "--logLevel", "error"];
  await promisify(execFile)(process.execPath, [vite, ...order], { cwd: root });
  await rm(folder, { recursive: true, force: true });
  await rename(next, folder);
}
