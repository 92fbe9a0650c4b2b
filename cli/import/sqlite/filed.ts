/** Makes mappings of the rows of an unknown database. */
import { type FiledMapping, mappingFile } from "#domain/forwarder/mapping-file";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import * as z from "zod";
import type { Role } from "./columns.ts";
import type { MappingTable, Row } from "./read-database.ts";

export type Filed =
  | { readonly row: string; readonly mapping: FiledMapping }
  | { readonly row: string; readonly why: string };

/** Every row comes to its mappings, several where it names several chats, or to a reason why not. */
export const filed = (table: MappingTable): readonly Filed[] =>
  table.rows.flatMap((row, nth) => filedRow(table, row, `${table.name} ${row["id"] ?? nth + 1}`));

function filedRow(table: MappingTable, row: Row, name: string): readonly Filed[] {
  try {
    const [sources, targets] = [placesIn(table, row, "source"), placesIn(table, row, "target")];
    const shared = {
      label: words(valueOf(table, row, "label")).slice(0, 100),
      enabled: isEnabled(table, row),
      settings: settingsOf(table, row),
    };
    return sources.flatMap((source) =>
      targets.map((target) => ({ row: name, mapping: { source, target, ...shared } })),
    );
  } catch (error) {
    return [{ row: name, why: error instanceof Error ? error.message : String(error) }];
  }
}

const valueOf = ({ columns }: MappingTable, row: Row, role: Role): unknown => {
  const column = columns[role];
  return column === undefined ? undefined : row[column];
};

const words = (value: unknown): string => (value === null || value === undefined ? "" : String(value).trim());

/** Throws when the row names no chat. */
function placesIn(table: MappingTable, row: Row, end: "source" | "target"): readonly string[] {
  const value = table.chatIn(row, table.columns[end] ?? "");
  const topic = words(valueOf(table, row, `${end}Topic`));
  const places = listIn(value).map(asChat);
  if (places.length === 0) throw new Error(`${table.columns[end]} is empty`);
  return places.map((place) =>
    /^[1-9]\d*$/.test(topic) && !place.includes("#") ? `${place}#${topic}` : place,
  );
}

/** Other libraries write a channel's id as MTProto has it, https://core.telegram.org/api/bots/ids, and a name without @. */
function asChat(value: string): string {
  if (/^\d{9,12}$/.test(value)) return String(-1_000_000_000_000 - Number(value));
  return /^[a-z]\w{3,31}$/i.test(value) ? `@${value}` : value;
}

/** A list as JSON, or by commas or lines, or one value. */
function listIn(value: unknown): readonly string[] {
  const said = words(value);
  const parts = said.startsWith("[") ? (jsonIn(said) as unknown[]) : said.split(/[\n,;]/);
  return parts.map(words).filter(Boolean);
}

function jsonIn(said: string): unknown {
  try {
    return JSON.parse(said) as unknown;
  } catch {
    throw new Error(`${said.slice(0, 40)} is not JSON`);
  }
}

const truths = new Set(["1", "true", "yes", "on", "y", "t", "enabled", "active", "running"]);
const isTrue = (value: unknown) => truths.has(words(value).toLowerCase());

function isEnabled(table: MappingTable, row: Row): boolean {
  const { enabled, disabled } = table.columns;
  if (enabled !== undefined) return isTrue(row[enabled]);
  return disabled === undefined || !isTrue(row[disabled]);
}

/** What differs from the defaults. Throws with what is wrong with it. */
function settingsOf(table: MappingTable, row: Row): FiledMapping["settings"] {
  const settings = {
    ...modeOf(table, row),
    ...keywordsOf(table, row),
    ...transformsOf(table, row),
    ...given(table, row, "delaySeconds", (said) => ({ delaySeconds: Math.round(Number(said)) })),
    ...given(table, row, "silent", (said) => (isTrue(said) ? { silent: true } : {})),
    ...given(table, row, "priority", (said) =>
      ["high", "normal", "low"].includes(said) ? { priority: said } : {},
    ),
  };
  const read = mappingSettings.safeParse(settings);
  if (!read.success) throw new Error(z.prettifyError(read.error).replaceAll("\n", " "));
  return settings;
}

function given(table: MappingTable, row: Row, role: Role, made: (said: string) => object): object {
  const said = words(valueOf(table, row, role));
  return said === "" ? {} : made(said);
}

const modeOf = (table: MappingTable, row: Row): object => ({
  ...given(table, row, "showsAuthor", (said) => ({ mode: isTrue(said) ? "forward" : "copy" })),
  ...given(table, row, "hidesAuthor", (said) => ({ mode: isTrue(said) ? "copy" : "forward" })),
  ...given(table, row, "mode", (said) => {
    const mode = ["copy", "forward"].find((each) => said.toLowerCase().includes(each));
    if (!mode) throw new Error(`the mode ${said} is neither forward nor copy`);
    return { mode };
  }),
});

function keywordsOf(table: MappingTable, row: Row): object {
  const [include, exclude] = (["include", "exclude"] as const).map((role) =>
    listIn(valueOf(table, row, role)).map((find) => ({ find })),
  );
  return include?.length || exclude?.length ? { filters: { keywords: { include, exclude } } } : {};
}

function transformsOf(table: MappingTable, row: Row): object {
  const transforms = [
    ...replacementsIn(words(valueOf(table, row, "replace"))),
    ...(["header", "footer"] as const).flatMap((is) => {
      const text = words(valueOf(table, row, is));
      return text === "" ? [] : [{ is, text }];
    }),
  ];
  return transforms.length > 0 ? { transforms } : {};
}

/** `{"from": "to"}` as JSON, or a line `from -> to` for each. */
function replacementsIn(said: string): readonly object[] {
  const pairs = said.startsWith("{")
    ? Object.entries(jsonIn(said) as Record<string, unknown>)
    : said
        .split("\n")
        .filter((line) => line.trim())
        .map((line) => line.split(/\s*(?:=>|->|→)\s*/));
  return pairs.map(([find, to]) => ({
    is: "replace",
    what: { find: words(find), as: "substring" },
    with: words(to),
  }));
}

/** So many go in one request. */
export const batch = 100;
export const fileWith = (mappings: readonly FiledMapping[]) => mappingFile.parse({ version: 1, mappings });
