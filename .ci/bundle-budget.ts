import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWorker } from "../dev/bundle.ts";

/**
 * KiB gzip of the minified Worker, without the MTProto client. Cloudflare takes 3 MB of a free account; what this keeps small
 * is the start, for all of it is read then. It was 256 for two houses; the forwarder brings a house of its own, and with
 * it RE2 (46), which no pattern of an administrator makes slow, limits (10) and Sentry (4); the dashboard's API brings some
 * ninety operations with their shapes and words, sessions, the audit and the live log (36).
 */
const budget = 448;

const folder = await mkdtemp(join(tmpdir(), "taproom-bundle-"));
const modules = await bundleWorker(folder);
await rm(folder, { recursive: true });

const size = modules.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0) / 1024;
console.log(`the Worker is ${size.toFixed(1)} KiB gzip; the budget is ${budget}`);
if (size > budget) process.exitCode = 1;
