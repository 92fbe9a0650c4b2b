/** A setting as it stands in the fields of a form, and as it is. */
import { type Schema, type Shape, shapeOf } from "./schema.ts";

export type Typed = boolean | string | readonly string[] | readonly Row[];
export type Row = { readonly [field: string]: Typed };

export function typedOf(schema: Schema, value: unknown): Typed {
  const shape = shapeOf(schema);
  switch (shape.is) {
    case "switch":
      return value === true;
    case "set":
    case "people":
      return listOf(value).map(String);
    case "words":
    case "numbers":
      return listOf(value).join(", ");
    case "rows":
      return listOf(value).map((each) => rowOf(shape.fields, each));
    default:
      return value === undefined ? "" : String(value);
  }
}

/** A row with what it has of its fields, and the usual of the others. */
export const rowOf = (fields: Readonly<Record<string, Schema>>, value: unknown): Row =>
  Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [
      name,
      typedOf(schema, fieldOf(value, name) ?? schema.default),
    ]),
  );

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const fieldOf = (value: unknown, name: string): unknown =>
  // The cast: every property is asked for as one that may be missing.
  (value as Readonly<Record<string, unknown>> | undefined)?.[name];

/** What cannot be so: a text's key, and what it names. */
export interface Wrong {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly wrong: Wrong };

const good = (value: unknown): Read => ({ ok: true, value });
const bad = (key: string, args?: Wrong["args"]): Read => ({
  ok: false,
  wrong: { key, ...(args && { args }) },
});

/** What was typed, within the bounds of its schema. */
export function read(schema: Schema, typed: Typed): Read {
  const shape = shapeOf(schema);
  switch (shape.is) {
    case "switch":
    case "choice":
    case "set":
      return good(typed);
    case "number":
      return readNumber(schema, String(typed));
    case "text":
      return readText(schema, String(typed).trim());
    case "words":
      return readAll(schema, wordsIn(String(typed)), () => shape.each);
    case "people":
      return readAll(schema, listOf(typed).map(String), () => shape.each);
    case "numbers":
      return readAll(schema, wordsIn(String(typed)), (nth) => ({ ...shape.each[nth] }));
    case "rows":
      return readRows(schema, shape, isRows(typed) ? typed : []);
  }
}

/** The ! that people type before a command is no part of its name. */
const wordsIn = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^!+/, ""))
    .filter((word) => word !== "");

function readNumber({ type, minimum = -Infinity, maximum = Infinity }: Schema, text: string): Read {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) return bad("channel-wrong-number");
  if (type === "integer" && !Number.isInteger(value)) return bad("channel-wrong-whole");
  const isWithin = value >= minimum && value <= maximum;
  return isWithin ? good(value) : bad("channel-wrong-bounds", { min: minimum, max: maximum });
}

function readText(
  { pattern, minLength = 0, maxLength = Infinity, default: usual }: Schema,
  text: string,
): Read {
  if (text.length < minLength) return bad("channel-wrong-empty");
  if (text.length > maxLength) return bad("channel-wrong-long", { most: maxLength });
  if (pattern === undefined || new RegExp(pattern, "u").test(text)) return good(text);
  if (text === "") return bad("channel-wrong-empty");
  return usual === undefined
    ? bad("channel-wrong-word", { word: text })
    : bad("channel-wrong-like", { usual: String(usual) });
}

function readAll(
  { minItems = 0, maxItems = Infinity }: Schema,
  words: readonly string[],
  schemaAt: (nth: number) => Schema,
): Read {
  if (words.length < minItems) return bad("channel-wrong-few", { least: minItems });
  if (words.length > maxItems) return bad("channel-wrong-many", { most: maxItems });
  return together(words.map((word, nth) => read(schemaAt(nth), word)));
}

const isRows = (typed: Typed): typed is readonly Row[] =>
  Array.isArray(typed) && typed.every((each) => typeof each === "object");

function readRows(
  { maxItems = Infinity }: Schema,
  { fields, needed }: Extract<Shape, { is: "rows" }>,
  rows: readonly Row[],
): Read {
  if (rows.length > maxItems) return bad("channel-wrong-many", { most: maxItems });
  return together(rows.map((row) => readRow(fields, needed, row)));
}

/** A field that may be missing is missing when nothing stands in it. */
function readRow(fields: Readonly<Record<string, Schema>>, needed: readonly string[], row: Row): Read {
  const filled = Object.entries(fields).filter(([name]) => needed.includes(name) || row[name] !== "");
  const all = together(filled.map(([name, schema]) => read(schema, row[name] ?? "")));
  if (!all.ok) return all;
  return good(Object.fromEntries(filled.map(([name], nth) => [name, listOf(all.value)[nth]])));
}

/** All of them; or the first that is wrong. */
function together(reads: readonly Read[]): Read {
  const wrong = reads.find((each) => !each.ok);
  return wrong ?? good(reads.map((each) => (each.ok ? each.value : undefined)));
}
