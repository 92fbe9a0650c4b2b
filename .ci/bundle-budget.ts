import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWorker } from "../dev/bundle.ts";

/** KiB gzip of the minified Worker, without the MTProto client. */
const budget = 256;

const folder = await mkdtemp(join(tmpdir(), "taproom-bundle-"));
const modules = await bundleWorker(folder);
await rm(folder, { recursive: true });

const size = modules.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0) / 1024;
console.log(`the Worker is ${size.toFixed(1)} KiB gzip; the budget is ${budget}`);
if (size > budget) process.exitCode = 1;
