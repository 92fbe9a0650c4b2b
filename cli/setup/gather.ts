/** Comes by the values that are lacking: brought along, made, asked for and tried out. Stores nothing. */
import { Mistake } from "../mistake.ts";
import { deployWorker } from "./cloudflare.ts";
import type { Values } from "./known.ts";
import { make } from "./make.ts";
import { botNames, botsWithToken, bundlesToAsk, isLacking, namesToMake, type Standing } from "./plan.ts";
import type { Hands } from "./step.ts";
import type { Bundle } from "./variables.ts";

export async function gather(hands: Hands): Promise<Values> {
  const standing = await standingOf(hands);
  const addresses = await addressesOf(hands);
  const places = { ...placesOf(hands), ...addresses };
  const bundles = bundlesToAsk(standing);
  if (!hands.owner.isHere) refuseGaps(bundles, hands, places);

  let values: Values = { ...broughtAlong(hands), ...addresses };
  for (const bundle of bundles) values = { ...values, ...(await filled(bundle, hands, places)) };
  const made = Object.fromEntries(namesToMake(standing).map((name) => [name, make(name)]));
  return { ...values, ...made };
}

async function standingOf({ known, owner, replace }: Hands): Promise<Standing> {
  const given = new Set(Object.keys(known.given));
  const bots = new Set(botsWithToken({ stored: known.stored, given }));
  for (const bot of botNames)
    if (!bots.has(bot) && (await owner.agrees(`Turn the Telegram ${bot} on?`))) bots.add(bot);
  return { stored: known.stored, given, replace, bots };
}

/** What was brought along and is not there yet. */
const broughtAlong = (hands: Hands): Values =>
  Object.fromEntries(Object.entries(hands.known.given).filter(([name]) => lacking(name, hands)));

const lacking = (name: string, { known: { stored }, replace }: Hands) => isLacking(name, { stored, replace });

/** Where the Worker and the page are, as far as that is not set yet. */
async function addressesOf(hands: Hands): Promise<Values> {
  const { known, wrangler } = hands;
  // A run that ended too early may have deployed it: only a deployment tells where it is.
  if (lacking("PUBLIC_URL", hands) && !known.given["PUBLIC_URL"])
    known.workerUrl ??= await deployWorker(wrangler);
  return {
    ...(await addressOf("PUBLIC_URL", "The Worker's address", known.workerUrl, hands)),
    ...(await addressOf("DASHBOARD_URL", "The dashboard's address", known.pageUrl, hands)),
  };
}

/** What was found out of them, for whoever is told where to write it. */
function placesOf({ known }: Hands): Values {
  const worker = known.value("PUBLIC_URL") ?? known.workerUrl;
  return {
    ...(worker && { PUBLIC_URL: worker }),
    ...(known.pageUrl && { DASHBOARD_URL: known.pageUrl }),
  };
}

async function addressOf(
  name: string,
  asks: string,
  found: string | undefined,
  hands: Hands,
): Promise<Values> {
  if (!lacking(name, hands)) return {};
  const { known, owner } = hands;
  const address = known.given[name] ?? (await owner.answers({ name, asks, open: true }, found));
  if (!address)
    throw new Mistake(`Nobody knows ${name}: set it in the environment, or in the file of --from.`);
  return { [name]: address.replace(/\/$/, "") };
}

/** Asks until what is said proves right; where nobody is there, what was brought has to. */
async function filled(bundle: Bundle, hands: Hands, places: Values): Promise<Values> {
  const { known, owner } = hands;
  if (owner.isHere) owner.tells(`${bundle.title}: ${inPlace(bundle.where, places)}`);
  for (let brought = known.given; ; brought = {}) {
    const values = await answersTo(bundle, brought, hands);
    if (Object.keys(values).length === 0) return {};
    const verdict = (await bundle.check?.({ ...known.given, ...values })) ?? { ok: true, found: "noted." };
    if (verdict.ok) {
      owner.tells(`${bundle.title}: ${verdict.found}`);
      return { ...values, ...verdict.adds };
    }
    if (!owner.isHere) throw new Mistake(`${bundle.title}: ${verdict.why} No secret was stored.`);
    owner.tells(verdict.why);
  }
}

async function answersTo({ fields }: Bundle, brought: Values, { owner }: Hands): Promise<Values> {
  const values: Record<string, string> = {};
  for (const field of fields) {
    const answer = brought[field.name] ?? (await owner.answers(field));
    if (answer !== undefined) values[field.name] = answer;
  }
  return values;
}

/** Nobody can be asked: then everything has to be there, and what is not is told at once. */
function refuseGaps(bundles: readonly Bundle[], { known }: Hands, places: Values): void {
  const gaps = bundles.flatMap(({ title, where, fields }) => {
    const missing = fields.filter(({ name, optional }) => !optional && known.given[name] === undefined);
    const listed = missing.map(({ name }) => name).join(", ");
    return missing.length > 0 ? [`${title}: ${listed} is missing. ${inPlace(where, places)}`] : [];
  });
  if (gaps.length > 0) throw new Mistake([...gaps, "No secret was stored."].join("\n"));
}

/** `<PUBLIC_URL>/…` as it is written here. */
const inPlace = (words: string, places: Values) =>
  words.replaceAll(/<(\w+)>/g, (placeholder, name: string) => places[name] ?? placeholder);
