/**
 * The load generator: a process of its own, so that its work is not counted as the runner's, and the same for
 * every contestant. Requests are whole buffers before the clock starts.
 */
import { readFileSync } from "node:fs";
import type { Notification } from "../notifications.ts";
import { Connection } from "./connection.ts";
import type { Leg, LegResult, LoadOrder } from "./load.ts";
import { toRequest } from "./request.ts";
import { Tally } from "./tally.ts";

const order = JSON.parse(process.argv[2] ?? "{}") as LoadOrder;
const url = new URL(order.url);
const requests = readRequests(order.notificationsFile);

let taken = order.skip;
for (const leg of order.legs) {
  const share = requests.slice(taken, taken + leg.count);
  taken += leg.count;
  process.send?.(await ride(leg, share));
}
process.disconnect();

function readRequests(file: string): Buffer[] {
  const written = readFileSync(file, "utf8").trimEnd().split("\n");
  return written.map((line) => toRequest(url, JSON.parse(line) as Notification));
}

/** Sends every request once, over as many connections as the leg has, each as fast as it is answered. */
async function ride({ connections: width }: Leg, share: readonly Buffer[]): Promise<LegResult> {
  const connections = Array.from({ length: width }, () => new Connection(url.hostname, Number(url.port)));
  await Promise.all(connections.map((connection) => connection.open()));

  const tally = new Tally(share.length);
  let next = 0;
  const work = async (connection: Connection) => {
    for (let n = next++; n < share.length; n = next++) {
      const asked = performance.now();
      tally.note(n, asked, await connection.ask(share[n] ?? Buffer.of()));
    }
  };
  await Promise.all(connections.map(work));
  const result = tally.result(width);
  for (const connection of connections) connection.close();
  return result;
}
