/** Reads a request and answers it, in workerd, through the same kind of socket as Taproom; or hands it to a room first. */
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { childrenOf } from "../processes.ts";
import { obey } from "./serve.ts";

export interface WorkerdTold {
  readonly url: string;
  readonly workerd: readonly number[];
}

const answering = `export default {
  async fetch(request) {
    await request.arrayBuffer();
    return new Response(null, { status: 204 });
  },
}`;

const handingOver = `import { DurableObject } from "cloudflare:workers";
export class Room extends DurableObject {
  receive() {
    return "quiet";
  }
}
export default {
  async fetch(request, env) {
    const { event } = await request.json();
    await env.ROOM.getByName("1001").receive({ messageId: "1", event });
    return new Response(null, { status: 204 });
  },
}`;

const withRoom = process.env["BENCH_ROOM"] === "yes";
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: 0,
    modules: true,
    script: withRoom ? handingOver : answering,
    ...(withRoom && { durableObjects: { ROOM: "Room" } }),
    compatibilityDate: "2026-10-20",
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  }),
);
const { href: url } = await miniflare.unsafeGetDirectURL();
const told: WorkerdTold = { url, workerd: childrenOf(process.pid) };
obey(told, {}, () => miniflare.dispose());
