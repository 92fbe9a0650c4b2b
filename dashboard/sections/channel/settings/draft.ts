/** What somebody has changed in the settings and not sent yet. */
import type { Setting } from "../routes.ts";
import { schemaOf } from "./schema.ts";
import { type Read, read, type Typed, typedOf, type Wrong } from "./typed.ts";

/** By their paths, the settings that differ from what Taproom has. */
export type Draft = ReadonlyMap<string, Typed>;
export const emptyDraft: Draft = new Map();

export const typedIn = (draft: Draft, setting: Setting): Typed =>
  draft.get(setting.path) ?? typedOf(schemaOf(setting), setting.value);

export const usualOf = (setting: Setting): Typed => typedOf(schemaOf(setting), setting.default);

/** The draft after something was typed; what is as it was is no change. */
export function edited(draft: Draft, setting: Setting, typed: Typed): Draft {
  const next = new Map(draft);
  if (isSame(typed, typedOf(schemaOf(setting), setting.value))) next.delete(setting.path);
  else next.set(setting.path, typed);
  return next;
}

/** What is left of a draft of which this much has been sent. */
export const without = (draft: Draft, sent: Draft): Draft =>
  new Map([...draft].filter(([path, typed]) => !isSame(typed, sent.get(path))));

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const changedIn = (draft: Draft, settings: readonly Setting[]): readonly Setting[] =>
  settings.filter(({ path }) => draft.has(path));

const readIn = (draft: Draft, setting: Setting): Read => read(schemaOf(setting), typedIn(draft, setting));

/** What is wrong with what stands in a setting; undefined: nothing. */
export function wrongIn(draft: Draft, setting: Setting, settings: readonly Setting[]): Wrong | undefined {
  const one = readIn(draft, setting);
  return one.ok ? nameTaken(draft, setting, settings) : one.wrong;
}

/** No two commands may have a name in common. */
function nameTaken(draft: Draft, setting: Setting, settings: readonly Setting[]): Wrong | undefined {
  if (setting.section !== "commands" || !draft.has(setting.path)) return undefined;
  const others = settings.filter(({ section, path }) => section === "commands" && path !== setting.path);
  const taken = new Set(others.flatMap((other) => namesIn(draft, other)));
  const word = namesIn(draft, setting).find((name) => taken.has(name));
  return word === undefined ? undefined : { key: "channel-wrong-taken", args: { word } };
}

function namesIn(draft: Draft, setting: Setting): readonly string[] {
  const names = readIn(draft, setting);
  return names.ok && Array.isArray(names.value) ? names.value.map((name) => String(name).toLowerCase()) : [];
}

/** What is sent: only what changed, and null for what gets its default again. */
export function patchOf(draft: Draft, settings: readonly Setting[]): Readonly<Record<string, unknown>> {
  return changedIn(draft, settings).reduce<Readonly<Record<string, unknown>>>((patch, setting) => {
    const now = readIn(draft, setting);
    if (!now.ok) return patch;
    return set(patch, setting.path.split("."), isSame(now.value, setting.default) ? null : now.value);
  }, {});
}

function set(
  into: Readonly<Record<string, unknown>>,
  [name = "", ...below]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (below.length === 0) return { ...into, [name]: value };
  // The cast: what lies above a setting is an object.
  const inside = (into[name] ?? {}) as Readonly<Record<string, unknown>>;
  return { ...into, [name]: set(inside, below, value) };
}
