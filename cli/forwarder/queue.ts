/** `npx taproom queue …` */
import { type Asking, asking, group, print, table } from "../command.ts";
import { type Listed, listed } from "../listed.ts";
import { Misused } from "../mistake.ts";
import { askProduct } from "../product.ts";

const api = "/api/forwarder";

interface Choice extends Asking {
  readonly target?: string;
  readonly mapping?: string;
  readonly kind?: string;
}

const choosing = (name: string, description: string) =>
  asking(name, description)
    .option("--target <id>", "only of this chat")
    .option("--mapping <id>", "only of this mapping")
    .option("--kind <kind>", "only what failed like this, such as no_rights");

export const queue = group("queue", "posts that stand in line, and those that were given up", [
  asking("stats", "how many stand in line before each target").action(stats),
  choosing("dead", "shows what was given up")
    .option("--limit <number>", "how many at most", "100")
    .action(listing("dead-letters")),
  choosing("doubtful", "shows what may stand in its target twice")
    .option("--limit <number>", "how many at most", "100")
    .action(listing("doubtful")),
  choosing("retry", "tries again what was given up")
    .argument("[ids...]")
    .option("--all", "everything, or everything that is meant", false)
    .action(retry),
  asking("drop", "gives up for good").argument("<ids...>").action(drop),
  choosing("purge", "gives up for good everything that was given up")
    .option("--waiting", "and what stands in line", false)
    .requiredOption("--yes", "there is no way back")
    .action(purge),
]);

interface Line {
  readonly target: string;
  readonly title: string;
  readonly waiting: number;
  readonly sending: number;
  readonly dead: number;
  readonly oldestAt?: string;
}

interface Stats {
  readonly waiting: number;
  readonly sending: number;
  readonly dead: number;
  readonly targets: readonly Line[];
}

async function stats(asked: Asking): Promise<void> {
  const told = await askProduct<Stats>(asked, "GET", `${api}/queue`);
  print(asked, told, (all) =>
    [
      `${all.waiting} wait, ${all.sending} are on their way, ${all.dead} were given up`,
      ...(all.targets.length > 0 ? [table([head, ...all.targets.map(row)])] : []),
    ].join("\n"),
  );
}

const head = ["TARGET", "WAIT", "ON THEIR WAY", "GIVEN UP", "SINCE", "TITLE"];
const row = (line: Line) => [
  line.target,
  line.waiting,
  line.sending,
  line.dead,
  line.oldestAt ?? "-",
  line.title,
];

interface EndedJob {
  readonly id: number;
  readonly source: string;
  readonly sourceIds: readonly number[];
  readonly target: string;
  readonly targetTitle: string;
  readonly kind: string;
  readonly said: string;
  readonly endedAt: string;
}

function listing(what: "dead-letters" | "doubtful") {
  return async ({ limit, target, mapping, kind, ...asked }: Choice & { readonly limit: string }) => {
    const query = {
      ...(target !== undefined && { target }),
      ...(mapping !== undefined && { mapping }),
      ...(kind !== undefined && { kind }),
    };
    const told = await listed<Listed<EndedJob>>(asked, `${api}/${what}`, query, Number(limit));
    print(asked, told, ({ items }) =>
      table([["ID", "WHEN", "FROM", "TO", "WHY", "TELEGRAM SAID"], ...items.map(endedRow)]),
    );
  };
}

const endedRow = ({ id, endedAt, source, sourceIds, target, kind, said }: EndedJob) => [
  id,
  endedAt,
  `${source}/${sourceIds.join(",")}`,
  target,
  kind,
  said,
];

const wishOf = ({ target, mapping, kind }: Choice) => ({
  ...(target !== undefined && { target }),
  ...(mapping !== undefined && { mapping: Number(mapping) }),
  ...(kind !== undefined && { kind }),
});

interface Retrying extends Choice {
  readonly all: boolean;
}

async function retry(ids: readonly string[], options: Retrying): Promise<void> {
  const wanted = wishOf(options);
  const isChoice = options.all || Object.keys(wanted).length > 0;
  if (ids.length > 0 === isChoice)
    throw new Misused("Which ones? Ids, or --all, --target, --mapping, --kind");
  const jobs = isChoice
    ? (await askProduct<Many>(options, "POST", `${api}/dead-letters/retry`, wanted)).jobs
    : await each(ids, "retry", options);
  print(options, { jobs }, () => `${jobs} are tried again`);
}

interface Many {
  readonly jobs: number;
}

async function each(ids: readonly string[], verb: "retry" | "drop", asked: Asking): Promise<number> {
  let jobs = 0;
  for (const id of ids)
    jobs += (await askProduct<Many>(asked, "POST", `${api}/dead-letters/${encodeURIComponent(id)}/${verb}`))
      .jobs;
  return jobs;
}

async function drop(ids: readonly string[], asked: Asking): Promise<void> {
  print(asked, { jobs: await each(ids, "drop", asked) }, ({ jobs }) => `${jobs} were given up for good`);
}

async function purge(options: Choice & { readonly waiting: boolean }): Promise<void> {
  const wish = { ...wishOf(options), waiting: options.waiting };
  const told = await askProduct<Many>(options, "POST", `${api}/queue/purge`, wish);
  print(options, told, ({ jobs }) => `${jobs} were given up for good`);
}
