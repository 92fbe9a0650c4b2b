import * as z from "zod";
import type { ForwarderConfig } from "#kernel/config";
import { type FiledMapping, type MappingFile, mappingFile } from "#domain/forwarder/mapping-file";
import type { Mapping } from "#domain/forwarder/mapping";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { type Refusal, Unusable } from "#domain/forwarder/refusals/refusals";
import { readSettings, storedSettings } from "#domain/forwarder/stored-settings";
import {
  allMappings,
  insertMappings,
  type NewMapping,
  updateMapping,
} from "../database/forwarder/mappings.ts";
import type { ChannelService } from "./channel-service.ts";
import { edgeName, type Planned, planPairs } from "./plan-pairs.ts";

export interface ImportOptions {
  /** Tells what would change, and changes nothing. */
  readonly dryRun?: boolean;
  readonly confirmLoop?: boolean;
}

/** What a file comes to. `unchanged`: such a mapping is there already, with the same settings. */
export interface Imported {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly source: string; readonly target: string; readonly why: Refusal }[];
  /** The chats whose mappings are not what they were. */
  readonly sources: readonly string[];
}

type FiledPair = Omit<FiledMapping, "settings"> & { readonly settings: MappingSettings };

/**
 * Makes the mappings of a file, and gives those that are there already its settings. The same file again changes nothing.
 * Throws Unusable (settings) when it is no such file, and then nothing is changed.
 */
export async function importMappings(
  config: ForwarderConfig,
  channels: ChannelService,
  file: unknown,
  who: string,
  { dryRun = false, confirmLoop = false }: ImportOptions,
): Promise<Imported> {
  const wanted = readFile(file).mappings.map((filed) => ({
    ...filed,
    settings: readSettings(filed.settings, `${filed.source} → ${filed.target}:\n`),
  }));
  const planned = onlyFirst(await planPairs(config, channels, wanted, { confirmLoop }));
  const known = new Map((await allMappings(config.DATABASE_URL)).map((each) => [edgeName(each), each]));

  const fresh = planned.flatMap((each) => (each.is === "new" ? [newMapping(each)] : []));
  const changes = planned.flatMap((each) => {
    const before = each.is === "known" ? known.get(edgeName(each.edge)) : undefined;
    return before && differs(before, each.pair) ? [{ before, to: each.pair }] : [];
  });
  const skipped = planned.flatMap((each) => (each.is === "refused" ? [refused(each)] : []));
  if (!dryRun) {
    await insertMappings(config.DATABASE_URL, fresh, who);
    for (const change of changes) await overwrite(config, change, who);
  }
  const sources = [...fresh, ...changes.map(({ before }) => before)].map(({ source }) => source.chat);
  return {
    created: fresh.length,
    changed: changes.length,
    unchanged: planned.length - fresh.length - changes.length - skipped.length,
    skipped,
    sources: dryRun ? [] : sources,
  };
}

function readFile(file: unknown): MappingFile {
  const parsed = mappingFile.safeParse(file);
  if (!parsed.success) throw new Unusable("settings", { problem: z.prettifyError(parsed.error) });
  return parsed.data;
}

/** Of several mappings of the same places the first counts: otherwise a file would never come to rest. */
function onlyFirst(planned: readonly Planned<FiledPair>[]): readonly Planned<FiledPair>[] {
  const seen = new Set<string>();
  return planned.map((each) => {
    if (each.is === "refused") return each;
    const name = edgeName(each.edge);
    if (seen.has(name)) return { is: "refused", pair: each.pair, why: { code: "exists" } };
    seen.add(name);
    return each;
  });
}

const newMapping = ({ edge, pair }: Planned<FiledPair> & { readonly is: "new" }): NewMapping => ({
  ...edge,
  label: pair.label,
  enabled: pair.enabled,
  settings: storedSettings(pair.settings),
});

const refused = ({ pair, why }: Planned<FiledPair> & { readonly is: "refused" }) => ({
  source: pair.source,
  target: pair.target,
  why,
});

const told = ({ label, enabled, settings }: FiledPair | Mapping) =>
  JSON.stringify([label, enabled, settings]);
const differs = (mapping: Mapping, wanted: FiledPair) => told(mapping) !== told(wanted);

interface Change {
  readonly before: Mapping;
  readonly to: FiledPair;
}

async function overwrite(
  { DATABASE_URL }: ForwarderConfig,
  { before, to }: Change,
  who: string,
): Promise<void> {
  const { label, enabled } = to;
  const fields = { label, enabled, settings: storedSettings(to.settings) };
  const entry = { who, what: "mapping.changed", subject: String(before.id), before, after: fields };
  await updateMapping(DATABASE_URL, before.id, fields, entry);
}
