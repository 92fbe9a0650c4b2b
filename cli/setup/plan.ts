/** What is to be done about the variables, from what is there: pure. */
import { type BotName, type Config, missingFor } from "#kernel/config";
import type { Trouble } from "./step.ts";
import { type Bundle, bundles } from "./variables.ts";

/** What is there, and what is wished for. */
export interface Standing {
  readonly stored: ReadonlySet<string>;
  /** Names the owner has brought values for. */
  readonly given: ReadonlySet<string>;
  readonly replace: ReadonlySet<string>;
  /** The bots that are to be on. */
  readonly bots: ReadonlySet<BotName>;
}

export const botNames: readonly BotName[] = ["forwarder", "downloader"];

export const tokenOf = (bot: BotName) => `TELEGRAM_${bot.toUpperCase()}_TOKEN`;

/** The bots that have a token already, or get one. */
export const botsWithToken = ({ stored, given }: Pick<Standing, "stored" | "given">): ReadonlySet<BotName> =>
  new Set(botNames.filter((bot) => stored.has(tokenOf(bot)) || given.has(tokenOf(bot))));

/** What nobody knows and everybody needs: it is made here. */
const made = ["ADMIN_TOKEN", "ENCRYPTION_KEYS", "TWITCH_EVENTSUB_SECRET", "METRICS_TOKEN"];
const madeForBots = ["TELEGRAM_WEBHOOK_SECRET"];

/** Whether it has to be put: it is not there, or is to be replaced. */
export const isLacking = (name: string, { stored, replace }: Pick<Standing, "stored" | "replace">) =>
  !stored.has(name) || replace.has(name);

/** The bundles in which something is lacking, each to be asked for as a whole: it can only be tried out as a whole. */
export const bundlesToAsk = (standing: Standing): readonly Bundle[] =>
  bundles.filter(
    (bundle) =>
      serves(bundle, standing.bots) &&
      fieldsOf(bundle).some((name) => isLacking(name, standing)) &&
      isDue(bundle, standing),
  );

/** What is made, because it is lacking and nobody has brought it. */
export const namesToMake = (standing: Standing): readonly string[] =>
  [...made, ...(standing.bots.size > 0 ? madeForBots : [])].filter(
    (name) => isLacking(name, standing) && !standing.given.has(name),
  );

/** What stands in the way of what is there, in words. */
export function lacks(stored: ReadonlySet<string>): readonly Trouble[] {
  const needed = [
    "PUBLIC_URL",
    "DASHBOARD_URL",
    ...made,
    ...bundles.filter(isForEverything).flatMap(fieldsOf),
  ];
  const missing = needed.filter((name) => !stored.has(name));
  return [
    ...(missing.length > 0 ? [{ words: notSet(missing), blocks: true as const }] : []),
    ...[...botsWithToken({ stored, given: new Set() })].flatMap((bot) => {
      const lacking = missingFor(bot, namesOnly(stored));
      return lacking.length > 0 ? [{ words: `The ${bot} has a token and is off. ${notSet(lacking)}` }] : [];
    }),
  ];
}

const notSet = (names: readonly string[]) => `Not set: ${names.join(", ")}. npm run setup asks for them.`;

function serves({ serves: whom }: Bundle, bots: ReadonlySet<BotName>): boolean {
  if (whom === "everything") return true;
  return whom === "any bot" ? bots.size > 0 : bots.has(whom);
}

/** What a bot can do without is offered once: when the bot itself is set up. */
const isDue = (bundle: Bundle, standing: Standing) =>
  bundle.fields.some(
    ({ name, optional }) => !optional || standing.replace.has(name) || standing.given.has(name),
  ) ||
  (bundle.serves === "downloader" && isLacking(tokenOf("downloader"), standing));

const isForEverything = ({ serves: whom }: Bundle) => whom === "everything";

/** What has to be there; where nothing has to, whatever there is. */
function fieldsOf({ fields }: Bundle): readonly string[] {
  const required = fields.filter(({ optional }) => !optional);
  return (required.length > 0 ? required : fields).map(({ name }) => name);
}

/** The configuration only asks whether something is there. */
const namesOnly = (stored: ReadonlySet<string>) =>
  Object.fromEntries([...stored].map((name) => [name, "is there"])) as unknown as Config;
