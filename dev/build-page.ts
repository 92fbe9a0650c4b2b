import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds the dashboard's page into `folder`, as `npm run build:dashboard` does. */
export async function buildPage(folder: string): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const order = ["build", "dashboard", "--outDir", folder, "--logLevel", "error"];
  await promisify(execFile)(process.execPath, [vite, ...order], { cwd: root });
}
