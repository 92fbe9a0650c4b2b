import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import type { WorkerModule } from "../../dev/bundle.ts";

const rooms = [
  "AdminDO",
  "ChannelDO",
  "DirectoryDO",
  "DownloadDO",
  "ForwarderDO",
  "IdentityDO",
  "LiveLogDO",
  "PlatformDO",
  "RequesterDO",
  "ShortLinkDO",
  "SourceChatDO",
];

/** The bundle with the meter before it: the same code, and somebody who counts what it does. */
export async function meteredModules(bundle: readonly WorkerModule[]): Promise<readonly WorkerModule[]> {
  const source = await readFile(new URL("meter.ts", import.meta.url), "utf8");
  const { code } = await transform(source, { loader: "ts", format: "esm", target: "es2024" });
  return [module("metered.js", entry), module("meter.js", code), ...bundle];
}

const entry = [
  'import { meteredRoom, meteredWorker } from "./meter.js";',
  'import * as product from "./index.js";',
  "export default meteredWorker(product.default);",
  ...rooms.map((name) => `export const ${name} = meteredRoom("${name}", product.${name});`),
].join("\n");

const module = (name: string, contents: string): WorkerModule => ({
  name,
  contents: new TextEncoder().encode(contents),
});
