/**
 * The load generator: a process of its own, so that its work is not counted as the runner's, and the same for
 * every contestant. Requests are whole buffers before the clock starts.
 */
import { readFileSync } from "node:fs";
import { percentile } from "../statistics.ts";
import type { Notification } from "../notifications.ts";
import { Connection } from "./connection.ts";
import type { Leg, LegResult, LoadOrder } from "./load.ts";

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
  return written.map((line) => toRequest(JSON.parse(line) as Notification));
}

function toRequest({ headers, body }: Notification): Buffer {
  const all = { Host: url.host, ...headers, "Content-Length": String(Buffer.byteLength(body)) };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`POST ${url.pathname} HTTP/1.1`, ...head, "", body].join("\r\n"));
}

/** Sends every request once, over as many connections as the leg has, each as fast as it is answered. */
async function ride({ connections: width }: Leg, share: readonly Buffer[]): Promise<LegResult> {
  const connections = Array.from({ length: width }, () => new Connection(url.hostname, Number(url.port)));
  await Promise.all(connections.map((connection) => connection.open()));

  const latencies = new Float64Array(share.length);
  const statuses = new Map<number, number>();
  let next = 0;
  const work = async (connection: Connection) => {
    for (let n = next++; n < share.length; n = next++) {
      const asked = performance.now();
      const status = await connection.ask(share[n] ?? Buffer.of());
      latencies[n] = performance.now() - asked;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };

  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await Promise.all(connections.map(work));
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  for (const connection of connections) connection.close();

  latencies.sort();
  return {
    connections: width,
    seconds,
    perSecond: share.length / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    max: percentile(latencies, 1),
    statuses: Object.fromEntries(statuses),
    generatorCpu: (user + system) / 1e6 / seconds,
  };
}
