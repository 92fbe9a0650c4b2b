/** The steps at Cloudflare: an account, a Worker, a page, and the secrets. */
import { Misused } from "../mistake.ts";
import {
  type Account,
  accountsOf,
  createPage,
  deployPage,
  deployWorker,
  type Page,
  pageOf,
  putSecrets,
  secretNames,
} from "./cloudflare.ts";
import { buildPage } from "./deploy.ts";
import { gather } from "./gather.ts";
import { lacks } from "./plan.ts";
import { step } from "./step.ts";

interface SignIn {
  readonly accounts: readonly Account[] | undefined;
  readonly isChosen: boolean;
}

export const account = step<SignIn>({
  name: "Cloudflare",
  look: async ({ wrangler }) => ({
    accounts: await accountsOf(wrangler),
    isChosen: (wrangler.account ?? process.env["CLOUDFLARE_ACCOUNT_ID"]) !== undefined,
  }),
  wrong({ accounts, isChosen }) {
    if (!accounts)
      return [
        { words: "Nobody is signed in: npx wrangler login, or set CLOUDFLARE_API_TOKEN.", blocks: true },
      ];
    if (accounts.length < 2 || isChosen) return [];
    const listed = accounts.map(({ id, name }) => `${name} (${id})`).join(", ");
    return [
      { words: `There are several accounts: set CLOUDFLARE_ACCOUNT_ID to one of ${listed}.`, blocks: true },
    ];
  },
  async mend({ wrangler, owner }, { accounts }) {
    if (!owner.isHere) return;
    if (!accounts) await wrangler.perform(["login"]);
    const all = accounts ?? (await accountsOf(wrangler)) ?? [];
    if (all.length > 1)
      wrangler.account = await owner.picks(
        "Which account? (CLOUDFLARE_ACCOUNT_ID says so for the next time)",
        Object.fromEntries(all.map(({ id, name }) => [id, name])),
      );
  },
});

export const worker = step<boolean>({
  name: "Worker",
  async look({ known, wrangler }) {
    const names = await secretNames(wrangler);
    known.stored = new Set(names);
    return names !== undefined;
  },
  wrong: (isThere) =>
    isThere ? [] : [{ words: "There is no Worker yet: npm run setup deploys it.", blocks: true }],
  async mend({ known, wrangler }) {
    known.workerUrl = await deployWorker(wrangler);
  },
});

// Behind the Worker: Cloudflare takes no page that leads to a Worker which is not there.
export const page = step<Page | undefined>({
  name: "Dashboard",
  async look({ known, wrangler }) {
    const found = await pageOf(wrangler);
    known.pageUrl = found?.url;
    return found;
  },
  wrong: (found) =>
    found?.isDeployed
      ? []
      : [{ words: "The dashboard is not there yet: npm run setup deploys it.", blocks: true }],
  async mend({ wrangler }, found) {
    if (!found) await createPage(wrangler);
    await buildPage();
    await deployPage(wrangler);
  },
});

export const secrets = step<ReadonlySet<string>>({
  name: "Secrets",
  always: true,
  look: async ({ known }) => known.stored,
  wrong: lacks,
  async mend(hands) {
    const { known, wrangler, owner, replace } = hands;
    // What it has sealed would be lost; a new key goes in front of the old one.
    if (replace.has("ENCRYPTION_KEYS") && !known.given["ENCRYPTION_KEYS"])
      throw new Misused(
        "ENCRYPTION_KEYS is never made anew: bring a value with the new key in front of the old one.",
      );
    const values = await gather(hands);
    const names = Object.keys(values);
    if (names.length === 0) return;
    await putSecrets(wrangler, values);
    known.put = values;
    known.stored = new Set([...known.stored, ...names]);
    owner.tells(`Put: ${names.join(", ")}.`);
    const token = values["ADMIN_TOKEN"];
    if (token && !known.given["ADMIN_TOKEN"])
      owner.tells(
        `Your admin token is ${token}\nIt opens everything, and is shown this once: keep it where you keep passwords.`,
      );
  },
});
