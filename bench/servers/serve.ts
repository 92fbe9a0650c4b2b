import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Lets a server of the bench run under its runner: tells where it listens, counts when asked, and ends with the
 * runner, however that ended.
 */
export function serve(
  server: Server,
  { path, count }: { path: string; count?: () => Promise<number> },
): void {
  server.once("listening", () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ url: `http://127.0.0.1:${port}${path}` });
  });
  process.on("message", async () => process.send?.({ count: await count?.() }));
  process.on("disconnect", () => process.exit());
}
