import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWorker } from "../dev/bundle.ts";
import type { CleanUp } from "./clean-up.ts";

/** Taproom's Worker as it would be deployed. */
export interface Bundle {
  readonly folder: string;
  /** Bytes of all modules, as they are and compressed. */
  readonly raw: number;
  readonly gzip: number;
}

/** Bundles the Worker once for all who need it. */
export async function buildBundle(cleanUp: CleanUp): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), "taproom-bench-bundle-"));
  cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  const modules = await bundleWorker(folder);
  const raw = modules.reduce((sum, { contents }) => sum + contents.length, 0);
  const gzip = modules.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
  return { folder, raw, gzip };
}
