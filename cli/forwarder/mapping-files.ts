/** Mappings as files, and what becomes of them at the product. */
import { writeFile } from "node:fs/promises";
import { type Asking, print } from "../command.ts";
import { leftSomethingOut } from "../mistake.ts";
import { askProduct } from "../product.ts";
import { readJson } from "../read-file.ts";

const api = "/api/mappings";

export interface Skipped {
  readonly source: string;
  readonly target: string;
  readonly code: string;
  readonly message: string;
}

export const leftOut = (skipped: readonly Skipped[]): readonly string[] =>
  skipped.length === 0
    ? []
    : [
        `${skipped.length} were left out:`,
        ...skipped.map(({ source, target, message }) => `  ${source} → ${target}: ${message}`),
      ];

export async function exportAll(file: string | undefined, asked: Asking): Promise<void> {
  const all = await askProduct<{ mappings: unknown[] }>(asked, "GET", `${api}/export`);
  const written = `${JSON.stringify(all, null, 2)}\n`;
  if (file === undefined) {
    process.stdout.write(written);
    return;
  }
  await writeFile(file, written);
  print(asked, { file, mappings: all.mappings.length }, () => `${all.mappings.length} mappings in ${file}`);
}

interface Importing extends Asking {
  readonly dryRun: boolean;
  readonly confirmLoop: boolean;
}

export interface Imported {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly Skipped[];
}

export async function importAll(file: string, { dryRun, confirmLoop, ...asked }: Importing): Promise<void> {
  const imported = await sendMappings(asked, await readJson(file), { dryRun, confirmLoop });
  print(asked, imported, (told) => [...importedInWords(told, dryRun), ...leftOut(told.skipped)].join("\n"));
  if (imported.skipped.length > 0) leftSomethingOut();
}

export const sendMappings = (
  asked: Asking,
  file: unknown,
  { dryRun, confirmLoop }: { readonly dryRun: boolean; readonly confirmLoop: boolean },
): Promise<Imported> =>
  askProduct(asked, "POST", `${api}/import?dryRun=${dryRun}&confirmLoop=${confirmLoop}`, file);

export const importedInWords = (
  { created, changed, unchanged }: Omit<Imported, "skipped">,
  dryRun: boolean,
): readonly string[] => [
  `${created} mappings ${dryRun ? "would be" : "were"} made`,
  `${changed} ${dryRun ? "would be" : "were"} changed`,
  `${unchanged} are as they should be already`,
];
