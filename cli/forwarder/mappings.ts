/** `npx taproom mappings …` */
import { type Asking, asking, group, print, table } from "../command.ts";
import { type Listed, listed } from "../listed.ts";
import { leftSomethingOut, Misused } from "../mistake.ts";
import { askProduct } from "../product.ts";
import { readJson, typedJson } from "../read-file.ts";
import { exportAll, importAll, leftOut, type Skipped } from "./mapping-files.ts";

interface Mapping {
  readonly id: number;
  readonly source: string;
  readonly sourceTitle?: string;
  readonly target: string;
  readonly targetTitle?: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly mode: string;
  readonly trouble?: string;
  readonly lastCarriedAt?: string;
}

const api = "/api/mappings";
const at = (id: string) => `${api}/${encodeURIComponent(id)}`;

export const mappings = group("mappings", "from which chat to which posts are carried", [
  asking("list", "shows them in the order in which they were made")
    .option("--search <words>", "in titles, @names and labels, or a chat's id")
    .option("--limit <number>", "how many at most", "50")
    .option("--troubled", "only those that do not work", false)
    .action(list),
  asking("add", "makes a mapping from every source to every target")
    .requiredOption("--from <chats...>", "@name, t.me link or id, each with #topic if one is meant")
    .requiredOption("--to <chats...>", "the same")
    .option("--mode <mode>", "copy shows no author, forward does")
    .option("--label <label>", "a name of your own")
    .option("--settings <json>", "any other settings as a JSON object, or @FILE")
    .option("--confirm-loop", "makes a mapping though it closes a loop", false)
    .action(add),
  asking("show", "shows one with all its settings").argument("<id>").action(show),
  asking("change", "changes settings of one; null gives a setting its default again")
    .argument("<id>")
    .argument("<settings>", "a JSON object, or @FILE")
    .action(change),
  asking("enable", "turns mappings on")
    .argument("<ids...>")
    .action((ids: string[], options: Asking) => turn(ids, true, options)),
  asking("disable", "turns mappings off")
    .argument("<ids...>")
    .action((ids: string[], options: Asking) => turn(ids, false, options)),
  asking("remove", "removes mappings; what they have carried stays").argument("<ids...>").action(remove),
  asking("test", "tells what a mapping would do with a post; nothing is sent")
    .argument("<id>")
    .option("--text <text>", "a post of nothing but this")
    .option(
      "--message <file>",
      "a message as the Bot API has it, or a list of an album's, as JSON; - reads what comes in",
    )
    .action(test),
  asking("export", "writes all mappings into a file, or out").argument("[file]").action(exportAll),
  asking("import", "takes over a file: new mappings are made, known ones get its settings")
    .argument("<file>", "- reads what comes in")
    .option("--dry-run", "tells what would change, and changes nothing", false)
    .option("--confirm-loop", "makes mappings though they close a loop", false)
    .action(importAll),
]);

interface Wanted extends Asking {
  readonly search?: string;
  readonly limit: string;
  readonly troubled: boolean;
}

interface Found extends Listed<Mapping> {
  readonly total: number;
}

async function list({ search, limit, troubled, ...asked }: Wanted): Promise<void> {
  const query = { ...(search !== undefined && { search }), ...(troubled && { troubled: "true" }) };
  print(asked, await listed<Found>(asked, api, query, Number(limit)), ({ items, total }) =>
    [table([head, ...items.map(row)]), `${items.length} of ${total} mappings`].join("\n"),
  );
}

const head = ["ID", "ON", "MODE", "FROM", "TO", "LABEL", "TROUBLE"];
const row = (each: Mapping) => [
  each.id,
  each.enabled ? "on" : "off",
  each.mode,
  each.sourceTitle ?? each.source,
  each.targetTitle ?? each.target,
  each.label,
  each.trouble,
];

interface Adding extends Asking {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly mode?: string;
  readonly label?: string;
  readonly settings?: string;
  readonly confirmLoop: boolean;
}

interface Added {
  readonly created: readonly Mapping[];
  readonly skipped: readonly Skipped[];
}

async function add({ from, to, mode, label, settings, confirmLoop, ...asked }: Adding): Promise<void> {
  const added = await askProduct<Added>(asked, "PUT", api, {
    ...(settings !== undefined && settingsIn(await typedJson(settings))),
    sources: from,
    targets: to,
    confirmLoop,
    ...(mode !== undefined && { mode }),
    ...(label !== undefined && { label }),
  });
  print(asked, added, ({ created, skipped }) =>
    [
      `${created.length} mappings were made${created.length > 0 ? ":" : ""}`,
      ...created.map(({ id, source, target }) => `  ${id}: ${source} → ${target}`),
      ...leftOut(skipped),
    ].join("\n"),
  );
  if (added.skipped.length > 0) leftSomethingOut();
}

function settingsIn(value: unknown): object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Misused("Settings are a JSON object");
}

async function show(id: string, asked: Asking): Promise<void> {
  print(asked, await askProduct<Mapping>(asked, "GET", at(id)), (mapping) =>
    JSON.stringify(mapping, null, 2),
  );
}

async function change(id: string, settings: string, asked: Asking): Promise<void> {
  const changes = settingsIn(await typedJson(settings));
  print(asked, await askProduct<Mapping>(asked, "PATCH", at(id), changes), () => `${id} was changed`);
}

async function turn(ids: readonly string[], enabled: boolean, asked: Asking): Promise<void> {
  for (const id of ids) await askProduct<Mapping>(asked, "PATCH", at(id), { enabled });
  print(asked, { ids: ids.map(Number), enabled }, () => `${ids.join(", ")}: ${enabled ? "on" : "off"}`);
}

async function remove(ids: readonly string[], asked: Asking): Promise<void> {
  for (const id of ids) await askProduct(asked, "DELETE", at(id));
  print(asked, { ids: ids.map(Number), removed: true }, () => `${ids.join(", ")}: removed`);
}

interface Testing extends Asking {
  readonly text?: string;
  readonly message?: string;
}

interface Trial {
  readonly carried: boolean;
  readonly by?: string;
  readonly filters: readonly { readonly filter: string; readonly says: string; readonly why?: string }[];
  readonly steps: readonly { readonly is: string; readonly text?: { readonly text: string } }[];
}

async function test(id: string, { text, message, ...asked }: Testing): Promise<void> {
  if ((text === undefined) === (message === undefined))
    throw new Misused("A post is wanted: --text or --message");
  const post = message === undefined ? { text } : { messages: [await readJson(message)].flat() };
  print(asked, await askProduct<Trial>(asked, "POST", `${at(id)}/test`, post), inWords);
}

const inWords = ({ carried, by, filters, steps }: Trial): string =>
  [
    carried ? "It would be carried" : `It would be discarded by ${by}`,
    ...filters.map(({ filter, says, why }) => `  ${filter}: ${says}${why ? `, ${why}` : ""}`),
    ...steps.map((step) => `${step.is}${step.text ? `:\n${step.text.text}` : ""}`),
  ].join("\n");
