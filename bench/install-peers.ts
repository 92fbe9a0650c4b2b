import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("peers/", import.meta.url));

/** Installs the peers at the versions of their lock, once; throws when that cannot be done. */
export async function installPeers(): Promise<void> {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return;
  console.log("Installing the peers into bench/peers …");
  await promisify(execFile)("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder });
}
