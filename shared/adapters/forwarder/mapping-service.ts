import type { ForwarderConfig } from "#kernel/config";
import type { Place } from "#domain/forwarder/chat";
import type { Mapping } from "#domain/forwarder/mapping";
import { fileOf } from "#domain/forwarder/file-of";
import type { MappingFile } from "#domain/forwarder/mapping-file";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { type Refusal, Unusable } from "#domain/forwarder/refusals/refusals";
import { copied, type Part } from "#domain/forwarder/settings-parts";
import { readSettings, storedSettings } from "#domain/forwarder/stored-settings";
import {
  allMappings,
  countMappings,
  deleteMapping,
  findMappings,
  insertMappings,
  type MappingFields,
  sourcesLeadingTo,
  updateMapping,
} from "../database/forwarder/mappings.ts";
import { listMappings, type MappingQuestion } from "../database/forwarder/listed-mappings.ts";
import { allowed } from "./allowed.ts";
import type { ChannelService } from "./channel-service.ts";
import { type Imported, importMappings, type ImportOptions } from "./import-mappings.ts";
import { edgeName, nameIn, type Pair, type Planned, planPairs } from "./plan-pairs.ts";

/** Who acts, as the audit writes it: `telegram:7001`, `token`. */
export type Who = string;

/** Tells a source chat's room that its mappings are not what they were. */
export type OnChanged = (sourceChat: string) => Promise<void>;

export interface MappingWish {
  /** Names as `ChannelService.recognise` reads them, or places that it has given. */
  readonly sources: readonly (Place | string)[];
  readonly targets: readonly (Place | string)[];
  readonly label?: string;
  readonly enabled?: boolean;
  /** What is left out has its default. */
  readonly settings: unknown;
}

export interface Skipped {
  readonly source: string;
  readonly target: string;
  readonly why: Refusal;
}

export interface Created {
  readonly created: readonly Mapping[];
  readonly skipped: readonly Skipped[];
}

/** What a person changes of a mapping; of `settings` each one that is named, with null back to its default. */
export interface MappingPatch {
  readonly label?: string;
  readonly enabled?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

interface Needs {
  readonly config: ForwarderConfig;
  readonly channels: ChannelService;
  readonly onChanged: OnChanged;
}

/** The mappings: who makes, changes and removes them. Every change is noted in the audit, and told to the source's room. */
export class MappingService {
  readonly #config: ForwarderConfig;
  readonly #channels: ChannelService;
  readonly #onChanged: OnChanged;

  constructor({ config, channels, onChanged }: Needs) {
    this.#config = config;
    this.#channels = channels;
    this.#onChanged = onChanged;
  }

  /**
   * Makes a mapping from every source to every target. What cannot be is left out, and said why; a loop can be, if
   * it is confirmed. Throws Unusable (settings).
   */
  async create(
    wish: MappingWish,
    who: Who,
    options: { readonly confirmLoop?: boolean } = {},
  ): Promise<Created> {
    const settings = readSettings(wish.settings);
    const pairs = wish.sources.flatMap((source) =>
      wish.targets.map((target) => ({ source, target, settings })),
    );
    const { confirmLoop = false } = options;
    const planned = await planPairs(this.#config, this.#channels, pairs, { confirmLoop });
    const { label = "", enabled = true } = wish;
    const shared = { label, enabled, settings: storedSettings(settings) };
    const wanted = planned.flatMap((each) => (each.is === "new" ? [{ ...each.edge, ...shared }] : []));
    const created = await insertMappings(this.#config.DATABASE_URL, wanted, who);
    await this.#tell(created.map(({ source }) => source.chat));
    const made = new Set(created.map(edgeName));
    return { created, skipped: planned.flatMap((each) => skippedOf(each, made)) };
  }

  /** Throws Unusable (no-mapping). */
  async find(id: number): Promise<Mapping> {
    const [mapping] = await findMappings(this.#config.DATABASE_URL, [id]);
    if (!mapping) throw new Unusable("no-mapping", { id });
    return mapping;
  }

  /** A part of them, how many there are in all parts, and how many of all are on and do not work. */
  async list(question: MappingQuestion) {
    const [listed, counts] = await Promise.all([
      listMappings(this.#config.DATABASE_URL, question),
      countMappings(this.#config.DATABASE_URL),
    ]);
    return { ...listed, counts };
  }

  /** Throws Unusable (no-mapping, settings, protected-not-own). */
  async change(id: number, patch: MappingPatch, who: Who): Promise<Mapping> {
    const { settings: changes, ...named } = patch;
    const fields = { ...named, ...(named.enabled && { trouble: null }) };
    const before = await this.find(id);
    if (changes === undefined) return this.#write(before, fields, who);
    const settings = readSettings(patched(before.settings, changes));
    await this.#refuseBypass(before.source, settings);
    return this.#write(before, { ...fields, settings: storedSettings(settings) }, who);
  }

  /** Turning a mapping on forgets why it did not work: the next post will tell. Throws Unusable (no-mapping). */
  enable(id: number, enabled: boolean, who: Who): Promise<Mapping> {
    return this.change(id, { enabled }, who);
  }

  /** Throws Unusable (no-mapping). */
  async remove(id: number, who: Who): Promise<Mapping> {
    const before = await this.find(id);
    await deleteMapping(this.#config.DATABASE_URL, id, {
      who,
      what: "mapping.removed",
      subject: String(id),
      before,
    });
    await this.#tell([before.source.chat]);
    return before;
  }

  /** Gives other mappings the settings of one, or a part of them. Throws Unusable (no-mapping, protected-not-own). */
  async copySettings(from: number, to: readonly number[], part: Part, who: Who): Promise<readonly Mapping[]> {
    const { settings: given } = await this.find(from);
    const changed: Mapping[] = [];
    for (const id of to) {
      const before = await this.find(id);
      const settings = copied(given, before.settings, part);
      await this.#refuseBypass(before.source, settings);
      changed.push(await this.#write(before, { settings: storedSettings(settings) }, who));
    }
    return changed;
  }

  async #write(before: Mapping, fields: MappingFields, who: Who): Promise<Mapping> {
    const { id } = before;
    const entry = { who, what: "mapping.changed", subject: String(id), before, after: fields };
    const after = await updateMapping(this.#config.DATABASE_URL, id, fields, entry);
    if (!after) throw new Unusable("no-mapping", { id });
    await this.#tell([after.source.chat]);
    return after;
  }

  /** All of them, as a file. */
  async export(): Promise<MappingFile> {
    return fileOf(await allMappings(this.#config.DATABASE_URL));
  }

  /** Takes over a file that `export` has made, here or elsewhere. Throws Unusable (settings). */
  async import(file: unknown, who: Who, options: ImportOptions = {}): Promise<Imported> {
    const imported = await importMappings(this.#config, this.#channels, file, who, options);
    await this.#tell(imported.sources);
    return imported;
  }

  /** Each room once; those too from which posts come to these sources, and now go on from there. */
  async #tell(sources: readonly string[]): Promise<void> {
    const before = await sourcesLeadingTo(this.#config.DATABASE_URL, sources);
    await Promise.all([...new Set([...sources, ...before])].map((source) => this.#onChanged(source)));
  }

  async #refuseBypass(source: Place, settings: MappingSettings): Promise<void> {
    const chat = await this.#channels.find(source.chat);
    if (chat) allowed(chat, settings);
  }
}

function patched(settings: MappingSettings, changes: Readonly<Record<string, unknown>>): object {
  const all = { ...settings, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** A new one that was not made: somebody else was faster. */
function skippedOf(planned: Planned<Pair>, made: ReadonlySet<string>): readonly Skipped[] {
  if (planned.is === "new" && made.has(edgeName(planned.edge))) return [];
  const { source, target } = planned.pair;
  const why = planned.is === "refused" ? planned.why : ({ code: "exists" } as const);
  return [{ source: nameIn(source), target: nameIn(target), why }];
}
