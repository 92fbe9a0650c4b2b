/**
 * `npm run bench`: Taproom beside its peers, on the same signed notifications, on this machine, in turns.
 * How it measures, and what it does not say, is in README.md.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { buildBundle, type Bundle } from "./bundle.ts";
import { type ChatLoad, measureChatLoad } from "./chat/chat-load.ts";
import { chatBudgets, formatChatLoad } from "./chat/report-chat.ts";
import { CleanUp } from "./clean-up.ts";
import { type Costs, measureCosts } from "./costs/costs.ts";
import { budgetsOf } from "./costs/budgets.ts";
import { formatCosts } from "./costs/report-costs.ts";
import { downloadBudgets } from "./downloads/budgets.ts";
import { type Downloads, measureDownloads } from "./downloads/downloads.ts";
import { formatDownloads } from "./downloads/report-downloads.ts";
import { forwarderBudgets } from "./forwarder/budgets.ts";
import { type Forwarder, measureForwarder } from "./forwarder/forwarder.ts";
import { formatForwarder } from "./forwarder/report-forwarder.ts";
import { listContestants } from "./contestants/index.ts";
import { describeMachine } from "./describe-machine.ts";
import { installPeers } from "./install-peers.ts";
import { signNotifications, type Notification, type NotificationKind } from "./notifications.ts";
import { measurePage, type PageMeasured } from "./page/page.ts";
import { formatPage, pageBudgets } from "./page/report-page.ts";
import { formatReport } from "./report.ts";
import { summarise, type Standing } from "./summary.ts";
import { type Postgres, startThrowAwayPostgres } from "./throw-away-postgres.ts";
import { takeTurn } from "./turn.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    count: { type: "string", default: "20000" },
    "warm-up": { type: "string", default: "10000" },
    "durable-count": { type: "string", default: "20000" },
    connections: { type: "string", default: "16,64" },
    only: { type: "string", default: "" },
    parts: { type: "string", default: "rates,costs,chat,downloads,forwarder,page" },
    "chat-seconds": { type: "string", default: "60" },
    "chat-lines": { type: "string", default: "1000" },
    "forwarder-posts": { type: "string", default: "1000" },
  },
});
const count = Number(options.count);
const warmUp = Number(options["warm-up"]);
const durableCount = Number(options["durable-count"]);
const countOf = (kind: NotificationKind) => (kind === "redemption" ? durableCount : count);
const widths = options.connections.split(",").map(Number);

const cleanUp = new CleanUp();
const interruption = new AbortController();
const stop = interruption.signal;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    interruption.abort();
    await cleanUp.finish();
    process.exit(130);
  });

try {
  await bench();
} catch (error) {
  // Whoever interrupts needs no stack trace of what was interrupted.
  if (!stop.aborted) throw error;
} finally {
  await cleanUp.finish();
}

async function bench(): Promise<void> {
  const skipped: string[] = [];
  // Taken before the bench adds its own load: whatever else runs here is in the figures too.
  const machine = describeMachine();
  const bundle = await tryBundle(skipped);
  const parts = options.parts.split(",");
  const costs = parts.includes("costs") && bundle ? await countCosts(bundle) : undefined;
  const chat = parts.includes("chat") && bundle ? await loadChat(bundle) : undefined;
  const downloads = parts.includes("downloads") && bundle ? await watchDownloads(bundle) : undefined;
  const forwarder = parts.includes("forwarder") && bundle ? await raiseStorm(bundle) : undefined;
  const page = parts.includes("page") && bundle ? await lookAtPage(bundle) : undefined;
  const rates = parts.includes("rates") ? await measureRates(bundle, skipped) : undefined;

  if (rates || skipped.length > 0)
    console.log(`\n${formatReport({ summaries: rates?.summaries ?? [], skipped, machine })}`);
  if (costs) console.log(`\n${formatCosts(costs)}`);
  if (chat) console.log(`\n${formatChatLoad(chat)}`);
  if (downloads) console.log(`\n${formatDownloads(downloads)}`);
  if (forwarder) console.log(`\n${formatForwarder(forwarder)}`);
  if (page) console.log(`\n${formatPage(page)}`);
  const budgets = [
    ...(costs ? budgetsOf(costs) : []),
    ...(chat ? chatBudgets(chat) : []),
    ...(downloads ? downloadBudgets(downloads) : []),
    ...(forwarder ? forwarderBudgets(forwarder) : []),
    ...(page ? pageBudgets(page) : []),
  ];
  const report = {
    at: new Date(),
    machine,
    options,
    ...rates,
    costs,
    chat,
    downloads,
    forwarder,
    page,
    budgets,
    skipped,
  };
  const folder = fileURLToPath(new URL("../.data/", import.meta.url));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}bench.json`, `${JSON.stringify(report, null, 2)}\n`);
}

async function countCosts(bundle: Bundle): Promise<Costs> {
  console.log("Counting what it costs; this takes some minutes …");
  return await measureCosts(bundle, cleanUp);
}

async function loadChat(bundle: Bundle): Promise<ChatLoad> {
  const seconds = Number(options["chat-seconds"]);
  console.log(`Talking for ${seconds} s and more …`);
  return await measureChatLoad(bundle, cleanUp, { perSecond: Number(options["chat-lines"]), seconds });
}

async function watchDownloads(bundle: Bundle): Promise<Downloads> {
  console.log("Asking for videos; this takes some minutes …");
  return await measureDownloads(bundle, cleanUp);
}

async function raiseStorm(bundle: Bundle): Promise<Forwarder> {
  console.log("Carrying posts through a storm; this takes a quarter of an hour …");
  return await measureForwarder(bundle, cleanUp, Number(options["forwarder-posts"]));
}

async function lookAtPage(bundle: Bundle): Promise<PageMeasured> {
  console.log("Looking at the dashboard …");
  return await measurePage(bundle, cleanUp);
}

/** How many notifications a second everybody takes. */
async function measureRates(bundle: Bundle | undefined, skipped: string[]) {
  await installPeers();
  const postgres = await findPostgres();
  if (postgres === undefined)
    skipped.push("node:http + PostgreSQL: there is no server. Set BENCH_POSTGRES_URL or install postgresql.");
  for (const what of skipped) console.error(`SKIPPED ${what}`);

  const standings = listContestants({ bundle, postgres })
    .filter(({ name }) => name.includes(options.only))
    .map((contestant): Standing => ({ contestant, turns: [], failures: [] }));
  for (let round = 1; round <= Number(options.rounds); round += 1) await playRound(round, standings);
  return { postgres: postgres?.version, summaries: standings.map(summarise) };
}

/** Without a bundle there is no Taproom to measure, but its peers can be. */
async function tryBundle(skipped: string[]): Promise<Bundle | undefined> {
  try {
    return await buildBundle(cleanUp);
  } catch (error) {
    skipped.push(`Taproom: wrangler could not bundle it. ${describe(error)}`);
    return undefined;
  }
}

async function findPostgres(): Promise<Postgres | undefined> {
  const url = process.env["BENCH_POSTGRES_URL"];
  if (url !== undefined) return { url, version: "BENCH_POSTGRES_URL", processes: () => [] };
  return await startThrowAwayPostgres(cleanUp);
}

/** Everybody once, on the same input, signed at the start of the round so that it is not too old for anyone. */
async function playRound(round: number, standings: readonly Standing[]): Promise<void> {
  const signed = new Map<NotificationKind, Notification[]>();
  for (const {
    contestant: { takes },
  } of standings)
    if (!signed.has(takes))
      signed.set(takes, signNotifications(takes, 1 + warmUp + countOf(takes) * widths.length));

  console.log(`round ${round}, load ${describeMachine().loadBefore.toFixed(2)}`);
  for (const { contestant, turns, failures } of standings) {
    const notifications = signed.get(contestant.takes) ?? [];
    const legs = widths.map((connections) => ({ connections, count: countOf(contestant.takes) }));
    stop.throwIfAborted();
    try {
      const turn = await takeTurn(contestant, { notifications, warmUp, legs, cleanUp, stop });
      turns.push(turn);
      const rates = turn.legs.map((leg) => `${leg.perSecond.toFixed(0)}/s at ${leg.connections}`);
      console.log(`  ${contestant.name}: ${rates.join(", ")}`);
    } catch (error) {
      stop.throwIfAborted();
      failures.push(`round ${round}: ${describe(error)}`);
      console.error(`  ${contestant.name} FAILED:`, error);
    }
  }
}

function describe(error: unknown): string {
  return stripVTControlCharacters(error instanceof Error ? error.message : String(error));
}
