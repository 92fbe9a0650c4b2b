/** The steps in what runs: tables, the Worker's health, the bots' webhooks, the channels. */
import { setTimeout } from "node:timers/promises";
import type { BotName } from "#kernel/config";
import type { Answer } from "#domain/admin/api/operation";
import type { overviewApi } from "#domain/admin/api/overview";
import type { Attention, AttentionCode } from "#domain/admin/attention";
import { askProduct, type Product } from "../product.ts";
import { inWords } from "./attention.ts";
import type { Known } from "./known.ts";
import { migrate, pendingMigrations } from "./migrations.ts";
import { step, type Trouble } from "./step.ts";

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
  /** Why it does not say how it is. */
  readonly silence?: string;
  readonly failing: readonly string[];
}

export const health = step<Health>({
  name: "Health",
  async look({ known, patience }) {
    const { url } = known;
    if (url === undefined) return silent("Nobody knows where Taproom is: set PUBLIC_URL in the environment.");
    // Only what was put a moment ago takes a moment.
    const deadline = Date.now() + (Object.keys(known.put).length > 0 ? patience * 1_000 : 0);
    for (;;) {
      const found = await healthAt(url);
      if ((!found.silence && (await knowsItsOwner(known))) || Date.now() > deadline) return found;
      await setTimeout(1_000);
    }
  },
  wrong({ silence, failing }, known) {
    if (silence) return [{ words: silence, blocks: true }];
    // Whoever has the admin token is told more of it below.
    return productOf(known) ? [] : failing.map((words) => ({ words: `${words}: the dashboard tells more.` }));
  },
});

const silent = (silence: string): Health => ({ silence, failing: [] });

/** What `/health` says; where it says nothing, why. */
async function healthAt(url: string): Promise<Health> {
  try {
    const response = await fetch(new URL("/health", url), { signal: AbortSignal.timeout(15_000) });
    const { mode, failing = [] } = (await response.json()) as Partial<Health> & { readonly mode?: string };
    if (mode) return { failing };
    return silent(
      `Taproom at ${url} answers ${response.status}, not how it is: npx wrangler tail tells why.`,
    );
  } catch {
    return silent(`Nothing answers at ${url}/health`);
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

type Overview = Answer<typeof overviewApi.look>;

/** undefined: nobody here has the admin token. */
async function overviewOf(known: Known): Promise<Overview | undefined> {
  const product = productOf(known);
  return product && askProduct<Overview>(product, "GET", "/api/overview");
}

const notLookedAt = (what: string) =>
  unseen(`The ${what} were not looked at: ADMIN_TOKEN is not in the environment.`);

/** Bots to which Telegram does not bring what they hear; undefined: nobody here may ask. */
export const webhooks = step<readonly BotName[] | undefined>({
  name: "Webhooks",
  async look({ known }) {
    const seen = await overviewOf(known);
    return seen && astrayIn(seen).filter((bot) => !known.reached.has(bot));
  },
  wrong: (astray) =>
    astray?.map((bot) => attentionTo({ code: "webhook-not-ours", args: { bot } })) ?? [
      notLookedAt("webhooks"),
    ],
  async mend({ known, owner }, astray = []) {
    const product = productOf(known);
    if (!product) return;
    for (const bot of astray) {
      for (const words of await setUp(bot, product)) owner.tells(words);
      known.reached.add(bot);
    }
  },
});

const astrayIn = ({ telegram = [] }: Overview) =>
  telegram.filter(({ webhook }) => webhook?.isOurs === false).map(({ bot }) => bot);

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

/** Whatever a person has to see to besides. */
export const attention = step<Overview | undefined>({
  name: "Attention",
  look: ({ known }) => overviewOf(known),
  wrong(seen, { pageUrl, url }) {
    if (!seen) return [notLookedAt("channels")];
    return [
      ...seen.unknown.map((part) => unseen(`${part} did not answer in time, and was not looked at.`)),
      ...seen.attention
        .filter(({ code, severity }) => severity !== "note" && !toldAbove.has(code))
        .map(attentionTo),
      ...(seen.channels?.length === 0
        ? [
            {
              words: `No channel is connected: sign in at ${pageUrl ?? url} and connect the bot, then the broadcaster.`,
            },
          ]
        : []),
    ];
  },
  // Rewards and notifications of Twitch: the channel makes what is missing of them.
  async mend({ known }, seen) {
    const product = productOf(known);
    if (!product || !seen?.attention.some(({ code }) => comesOfSetUp.has(code))) return;
    for (const { id } of seen.channels ?? []) await askProduct(product, "POST", `/api/channels/${id}/setup`);
  },
});

/** By the steps before. */
const toldAbove: ReadonlySet<AttentionCode> = new Set(["webhook-not-ours", "telegram-half-configured"]);

const comesOfSetUp: ReadonlySet<AttentionCode> = new Set(["channel-unheard", "rewards-missing"]);

const attentionTo = (about: Pick<Attention, "code" | "args">): Trouble => ({ words: inWords(about) });

/** The Taproom that can be asked; undefined: nobody has its address and its admin token. */
function productOf(known: Known): Product | undefined {
  const { url } = known;
  const token = known.value("ADMIN_TOKEN");
  return url !== undefined && token !== undefined ? { url, token } : undefined;
}
