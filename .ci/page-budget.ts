import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPage } from "../dev/build-page.ts";

/** KiB gzip of all scripts that a first look at the page loads, its door and its frame: sections and charts come when they are wanted. */
const budget = 150;

const folder = await mkdtemp(join(tmpdir(), "taproom-page-"));
await buildPage(folder);
const document = await readFile(join(folder, "index.html"), "utf8");
const scripts = [...document.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = ""]) => path);
const sizes = await Promise.all(
  scripts.map(async (path) => gzipSync(await readFile(join(folder, path))).length),
);
await rm(folder, { recursive: true });

const size = sizes.reduce((sum, one) => sum + one, 0) / 1024;
console.log(`the page's first load is ${size.toFixed(1)} KiB gzip of script; the budget is ${budget}`);
if (size === 0 || size > budget) process.exitCode = 1;
