/**
 * Chat as it comes: so many lines a second, whether the last ones have been answered or not. A process of its own,
 * so that its work is not counted as the runner's. Lines are whole buffers before the clock starts.
 */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { signNotifications } from "../notifications.ts";
import { Connection } from "./connection.ts";
import type { LegResult } from "./load.ts";
import type { PacedOrder } from "./paced-load.ts";
import { toRequest } from "./request.ts";
import { Tally } from "./tally.ts";

const { url: address, perSecond, seconds, connections } = JSON.parse(process.argv[2] ?? "{}") as PacedOrder;
const url = new URL(address);
const lines = signNotifications("chat line", perSecond * seconds).map((line) => toRequest(url, line));
const open = Array.from({ length: connections }, () => new Connection(url.hostname, Number(url.port)));
await Promise.all(open.map((connection) => connection.open()));

process.send?.("ready");
await once(process, "message");
process.send?.(await ride());
for (const connection of open) connection.close();
process.disconnect();

async function ride(): Promise<LegResult> {
  const tally = new Tally(lines.length);
  const started = performance.now();
  let next = 0;
  const work = async (connection: Connection) => {
    for (let n = next++; n < lines.length; n = next++) {
      const due = started + (n / perSecond) * 1_000;
      const early = due - performance.now();
      if (early > 0) await wait(early);
      // A line that found no free connection when it was due has waited for the answers before it: that counts.
      const asked = early > 0 ? performance.now() : due;
      tally.note(n, asked, await connection.ask(lines[n] ?? Buffer.of()));
    }
  };
  await Promise.all(open.map(work));
  return tally.result(connections);
}
