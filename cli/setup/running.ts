/** The steps in what runs: tables, the Worker's health, the bots' webhooks, the channels. */
import { setTimeout } from "node:timers/promises";
import type { BotName } from "#kernel/config";
import { askProduct, type Product } from "../product.ts";
import type { Known } from "./known.ts";
import { migrate, pendingMigrations } from "./migrations.ts";
import { botsWithToken, tokenOf } from "./plan.ts";
import { step, type Trouble } from "./step.ts";
import { webhookOf } from "./vendors.ts";

const unseen = (words: string): Trouble => ({ words, unseen: true });

export const tables = step<readonly string[] | undefined>({
  name: "Tables",
  async look({ known }) {
    const url = known.value("DATABASE_URL");
    return url === undefined ? undefined : pendingMigrations(url);
  },
  wrong(pending) {
    if (!pending) return [unseen("The tables were not looked at: DATABASE_URL is not in the environment.")];
    return pending.length === 0
      ? []
      : [{ words: `The database has not seen ${pending.join(", ")}: npm run migrate, or npm run setup.` }];
  },
  async mend({ known }, pending) {
    const url = known.value("DATABASE_URL");
    if (url !== undefined && pending && pending.length > 0) await migrate(url);
  },
});

interface Health {
  readonly bot?: string;
  readonly failing?: readonly string[];
  readonly forwarderBot?: string;
  readonly downloaderBot?: string;
}

export const health = step<Health | string>({
  name: "Health",
  async look({ known, patience }) {
    const { url } = known;
    if (url === undefined) return "Nobody knows where Taproom is: set PUBLIC_URL in the environment.";
    // Only what was put a moment ago takes a moment.
    const deadline = Date.now() + (Object.keys(known.put).length > 0 ? patience * 1_000 : 0);
    for (;;) {
      const found = await healthAt(url);
      if ((typeof found !== "string" && (await knowsItsOwner(known))) || Date.now() > deadline) return found;
      await setTimeout(1_000);
    }
  },
  wrong(found, { url }) {
    if (typeof found === "string") return [{ words: found, blocks: true }];
    const { bot = "connected", failing = [] } = found;
    return [
      ...(bot === "connected"
        ? []
        : [{ words: `The bot's Twitch account: ${bot}. Connect it at ${url}/twitch/oauth` }]),
      ...failing.map((words) => ({ words })),
    ];
  },
});

/** What `/health` says; where it says nothing, why. */
async function healthAt(url: string): Promise<Health | string> {
  try {
    const response = await fetch(new URL("/health", url));
    const told = (await response.json()) as Health & { readonly mode?: string };
    return told.mode
      ? told
      : `Taproom at ${url} answers ${response.status}, not how it is: npx wrangler tail tells why.`;
  } catch {
    return `Nothing answers at ${url}/health`;
  }
}

/** Whether an admin token that was just put has arrived. */
async function knowsItsOwner(known: Known): Promise<boolean> {
  const product = productOf(known);
  if (!product || known.put["ADMIN_TOKEN"] === undefined) return true;
  const { status } = await fetch(new URL("/api/channels", product.url), {
    headers: { Authorization: `Bearer ${product.token}` },
  });
  return status !== 401;
}

/** Whether Telegram brings what a bot hears to this Taproom; undefined: nobody says. */
type Webhooks = ReadonlyMap<BotName, boolean | undefined>;

export const webhooks = step<Webhooks>({
  name: "Webhooks",
  async look({ known }) {
    const bots = [...botsWithToken({ stored: known.stored, given: new Set() })];
    return new Map(await Promise.all(bots.map(async (bot) => [bot, await isOurs(bot, known)] as const)));
  },
  wrong: (seen) =>
    [...seen].flatMap(([bot, ours]) => {
      if (ours) return [];
      if (ours === undefined)
        return [unseen(`The webhook of the ${bot} was not looked at: ${evidence[bot]}.`)];
      return [
        { words: `Telegram does not bring this Taproom what the ${bot} hears: npm run setup tells it to.` },
      ];
    }),
  async mend({ known, owner }, seen) {
    const product = productOf(known);
    if (!product) return;
    for (const [bot, ours] of seen)
      if (!ours) for (const words of await setUp(bot, product)) owner.tells(words);
  },
});

/** What tells whose a webhook is. */
const evidence: Readonly<Record<BotName, string>> = {
  forwarder: "ADMIN_TOKEN is not in the environment",
  downloader: "PUBLIC_URL and TELEGRAM_DOWNLOADER_TOKEN are not in the environment",
};

const doors: Readonly<Record<BotName, string>> = {
  forwarder: "/api/forwarder",
  downloader: "/api/downloads",
};

async function setUp(bot: BotName, product: Product): Promise<readonly string[]> {
  const done = await askProduct<{ bot: string; webhook: string; problems: readonly string[] }>(
    product,
    "POST",
    `${doors[bot]}/setup`,
  );
  return [`@${done.bot} is found at ${done.webhook}`, ...done.problems];
}

async function isOurs(bot: BotName, known: Known): Promise<boolean | undefined> {
  const product = productOf(known);
  if (bot === "forwarder" && product)
    return (await askProduct<{ isOurs: boolean }>(product, "GET", "/api/forwarder/webhook")).isOurs;
  const token = known.value(tokenOf(bot));
  const address = known.value("PUBLIC_URL") ?? known.workerUrl;
  if (token === undefined || address === undefined) return undefined;
  const at = await webhookOf(token, known.value("TELEGRAM_API_ROOT"));
  return at === undefined ? undefined : at === `${address}/telegram/${bot}`;
}

interface ChannelStatus {
  readonly failing: readonly string[];
  readonly standing?: { readonly problems: readonly string[] };
}

interface Channel {
  readonly id: string;
  readonly problems: readonly string[];
}

export const channels = step<readonly Channel[] | undefined>({
  name: "Channels",
  async look({ known }) {
    const product = productOf(known);
    if (!product) return undefined;
    const listed = await askProduct<readonly { readonly id: string }[]>(product, "GET", "/api/channels");
    return Promise.all(listed.map(({ id }) => channelOf(product, id)));
  },
  wrong(seen, { pageUrl, url }) {
    if (!seen) return [unseen("The channels were not looked at: ADMIN_TOKEN is not in the environment.")];
    if (seen.length === 0)
      return [
        {
          words: `No channel is connected: sign in at ${pageUrl ?? url} and connect the bot, then the broadcaster.`,
        },
      ];
    return seen.flatMap(({ id, problems }) =>
      problems.map((problem) => ({ words: `Channel ${id}: ${problem}` })),
    );
  },
  // Rewards and notifications of Twitch: it makes what is missing of them.
  async mend({ known }, seen = []) {
    const product = productOf(known);
    if (!product) return;
    for (const { id, problems } of seen)
      if (problems.length > 0) await askProduct(product, "POST", `/api/channels/${id}/setup`);
  },
});

async function channelOf(product: Product, id: string): Promise<Channel> {
  const { failing, standing } = await askProduct<ChannelStatus>(product, "GET", `/api/channels/${id}/status`);
  const problems = standing?.problems ?? ["it was never set up; npm run setup does it"];
  return { id, problems: [...new Set([...problems, ...failing])] };
}

/** The Taproom that can be asked; undefined: nobody has its address and its admin token. */
function productOf(known: Known): Product | undefined {
  const { url } = known;
  const token = known.value("ADMIN_TOKEN");
  return url !== undefined && token !== undefined ? { url, token } : undefined;
}
