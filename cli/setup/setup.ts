/** `npx taproom setup`: goes through everything that a Taproom needs, and does what is missing. */
import { intro, outro } from "@clack/prompts";
import { Command } from "commander";
import { Mistake, Misused } from "../mistake.ts";
import { account, page, secrets, worker } from "./foundation.ts";
import { readGiven } from "./given.ts";
import { Known } from "./known.ts";
import { nobody, person } from "./owner.ts";
import { attention, health, tables, webhooks } from "./running.ts";
import type { AnyStep, Hands, Trouble } from "./step.ts";
import { names } from "./variables.ts";
import { Wrangler } from "./wrangler.ts";

/** In this order: each leans on those before it. QStash needs no schedules: the rooms wake themselves. */
const steps: readonly AnyStep[] = [account, worker, page, secrets, tables, health, webhooks, attention];

interface Options {
  readonly check: boolean;
  readonly yes: boolean;
  readonly from?: string;
  readonly replace: readonly string[];
  readonly json: boolean;
  readonly wait: string;
}

export const setup = new Command("setup")
  .description("sets a Taproom up at Cloudflare, or says what one lacks; can be run again at any time")
  .option("--check", "changes nothing and tells what is wrong", false)
  .option("--yes", "asks nobody: values come from the environment and from --from", false)
  .option("--from <file>", "values of variables, NAME=value a line")
  .option("--replace <names...>", "asks for these anew though they are there", [])
  .option("--wait <seconds>", "how long what was just deployed may take to answer", "60")
  .option("--json", "with --check: prints one JSON object", false)
  .action(run);

async function run(options: Options): Promise<void> {
  const hands = await handsFor(options);
  if (options.check) return tell(await check(hands), options.json);
  if (hands.owner.isHere) intro("Taproom");
  const left = await mendAll(hands);
  const words = closing(hands, left);
  if (hands.owner.isHere) outro(words);
  else hands.owner.tells(words);
}

async function handsFor({ check: looksOnly, yes, from, replace, wait }: Options): Promise<Hands> {
  const isAlone = yes || looksOnly;
  if (!isAlone && !process.stdin.isTTY)
    throw new Misused(
      "Nobody is here to answer: --yes takes everything from the environment and from --from FILE.",
    );
  const unknown = replace.filter((name) => !names.has(name));
  if (unknown.length > 0) throw new Misused(`Taproom does not know ${unknown.join(", ")}`);
  return {
    known: new Known(await readGiven(from, process.env, isAlone)),
    wrangler: new Wrangler(),
    owner: isAlone ? nobody : person,
    replace: new Set(replace),
    patience: Number(wait),
  };
}

interface Found extends Trouble {
  readonly step: string;
}

/** Looks at everything, up to where nothing further can be seen. */
async function check(hands: Hands): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const each of steps) {
    const troubles = await looked(each, hands).catch(asTrouble);
    found.push(...troubles.map((trouble) => ({ step: each.name, ...trouble })));
    if (troubles.some(({ blocks }) => blocks)) break;
  }
  return found;
}

/** Mends step by step; answers what a person has to see to. Throws Mistake where it cannot go on. */
async function mendAll(hands: Hands): Promise<readonly Trouble[]> {
  const left: Trouble[] = [];
  for (const each of steps) {
    const { troubles, mend } = await each.look(hands);
    if (mend && (each.always || troubles.length > 0)) await mend(hands);
    const after = await looked(each, hands);
    hands.owner.tells(`${after.some(isWrong) ? "✗" : "✓"} ${each.name}`);
    if (after.some(({ blocks }) => blocks)) throw new Mistake(after.map(({ words }) => words).join("\n"));
    left.push(...after.filter(isWrong));
    for (const { words } of after.filter(({ unseen }) => unseen)) hands.owner.tells(words);
  }
  return left;
}

const looked = async (each: AnyStep, hands: Hands) => (await each.look(hands)).troubles;

/** What keeps one step from being seen keeps none of the others. */
function asTrouble(error: unknown): readonly Trouble[] {
  if (error instanceof Mistake) return [{ words: error.message }];
  throw error;
}

const isWrong = ({ unseen }: Trouble) => !unseen;

function closing({ known }: Hands, left: readonly Trouble[]): string {
  const at = known.value("DASHBOARD_URL") ?? known.pageUrl ?? known.url;
  if (left.length === 0) return `Everything is in place. The dashboard: ${at}`;
  return [
    `The dashboard: ${at}`,
    "What a person has to see to:",
    ...left.map(({ words }) => `- ${words}`),
  ].join("\n");
}

function tell(found: readonly Found[], json: boolean): void {
  const wrong = found.filter(isWrong);
  if (wrong.length > 0) process.exitCode = 1;
  const lines = found.map(({ step, words, unseen }) => `${unseen ? "?" : "✗"} ${step}: ${words}`);
  const words = wrong.length === 0 ? [...lines, "Nothing is wrong."] : lines;
  process.stdout.write(
    json ? `${JSON.stringify({ ok: wrong.length === 0, found })}\n` : `${words.join("\n")}\n`,
  );
}
