/** `npx taproom stats` */
import { type Asking, asking, print, table } from "../command.ts";
import { askProduct } from "../product.ts";

export const stats = asking("stats", "what the forwarder has carried since the beginning").action(tell);

interface Stats {
  readonly mappings: { readonly total: number; readonly enabled: number; readonly troubled: number };
  readonly queue: readonly { readonly state: string; readonly jobs: number }[];
  readonly oldestSeconds: number;
  readonly tallies: readonly { readonly what: string; readonly detail: string; readonly count: number }[];
}

async function tell(asked: Asking): Promise<void> {
  print(asked, await askProduct<Stats>(asked, "GET", "/api/forwarder/stats"), inWords);
}

const told = ["carried", "failed", "discarded", "duplicate", "error"];

function inWords({ mappings, queue, oldestSeconds, tallies }: Stats): string {
  const sums = new Map<string, number>();
  for (const { what, detail, count } of tallies.filter((each) => told.includes(each.what)))
    sums.set(`${what} ${detail}`, (sums.get(`${what} ${detail}`) ?? 0) + count);
  return [
    `${mappings.total} mappings, ${mappings.enabled} of them on, ${mappings.troubled} that do not work`,
    ...queue.map(({ state, jobs }) => `${jobs} ${state}`),
    `the oldest has waited ${Math.round(oldestSeconds)} s`,
    table([...sums].map(([name, count]) => [name, count])),
  ].join("\n");
}
