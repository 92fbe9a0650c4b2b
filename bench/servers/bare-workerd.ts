/** Reads a request and answers it, in workerd, through the same kind of socket as Taproom. */
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { childrenOf } from "../processes.ts";
import { obey } from "./serve.ts";

export interface WorkerdTold {
  readonly url: string;
  readonly workerd: readonly number[];
}

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: 0,
    modules: true,
    script: `export default {
      async fetch(request) {
        await request.arrayBuffer();
        return new Response(null, { status: 204 });
      },
    }`,
    compatibilityDate: "2026-10-20",
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  }),
);
const { href: url } = await miniflare.unsafeGetDirectURL();
const told: WorkerdTold = { url, workerd: childrenOf(process.pid) };
obey(told, {}, () => miniflare.dispose());
