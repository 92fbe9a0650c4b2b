import { leftSomethingOut } from "../mistake.ts";
import { askProduct, type Product } from "../product.ts";
import { type PlayerStats, readPlayerStats } from "./player-stats.ts";

interface Options extends Product {
  readonly channel: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

interface Taken {
  readonly changed: number;
  readonly unchanged: number;
}

/** What the API takes at once. */
const batch = 500;

/**
 * Takes scores over into a channel. It can be repeated and interrupted: the room remembers what it has taken over of
 * everybody, so the same rows change nothing and newer ones bring only what is new.
 */
export async function importPlayers(source: string, options: Options): Promise<void> {
  const { players, refused } = await readPlayerStats(source);
  let [changed, unchanged] = [0, 0];
  for (let from = 0; from < players.length; from += batch) {
    const taken = await send(players.slice(from, from + batch), options);
    changed += taken.changed;
    unchanged += taken.unchanged;
  }
  const report = { read: players.length + refused.length, changed, unchanged, refused };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : inWords(report, options));
  if (refused.length > 0) leftSomethingOut();
}

const send = (players: readonly PlayerStats[], { channel, dryRun, ...product }: Options): Promise<Taken> =>
  askProduct(product, "POST", `/api/channels/${encodeURIComponent(channel)}/players/import`, {
    players,
    dryRun,
  });

function inWords(
  {
    read,
    changed,
    unchanged,
    refused,
  }: Taken & { readonly read: number; readonly refused: readonly string[] },
  { dryRun }: Options,
): string {
  const lines = [
    `${read} rows read`,
    `${changed} players ${dryRun ? "would be" : "were"} taken over`,
    `${unchanged} had been taken over before`,
    ...(refused.length > 0 ? [`${refused.length} rows left out:`, ...refused.map((why) => `  ${why}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
