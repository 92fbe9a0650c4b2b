import * as z from "zod";
import { type Text, text } from "#kernel/text";
import { filterSettings } from "../filters/settings.ts";
import { type MappingSettings, mappingSettings } from "../mapping-settings.ts";
import type { Transform } from "../transforms/settings.ts";
import type { Change } from "./change.ts";

/** Settings that are written as words, each with how its words are read. `-` empties it, where it can be empty. */
export const fieldNames = [
  "label",
  "header",
  "footer",
  "template",
  "mask-links",
  "senders-allow",
  "senders-deny",
  "origins-allow",
  "origins-deny",
  "extensions",
  "size",
  "delay",
  "reread",
  "per-minute",
  "quiet-hours",
  "window",
  "near",
  "link-buttons",
] as const;
export type FieldName = (typeof fieldNames)[number];

export type Filled =
  | { readonly is: "label"; readonly label: string }
  | { readonly is: "change"; readonly change: Change }
  | { readonly is: "problem"; readonly problem: Text };

export const isField = (name: string): name is FieldName => fieldNames.some((each) => each === name);

/** Reads what was written for a field of a mapping that is set like this. */
export function filled(field: FieldName, words: string, settings: MappingSettings): Filled {
  const said = words.trim() === "-" ? "" : words.trim();
  switch (field) {
    case "label":
      return Array.from(said).length <= mostOfLabel
        ? { is: "label", label: said }
        : problem("forwarder-problem-long", { most: mostOfLabel });
    case "header":
    case "footer":
    case "template":
      return added(said, { is: field, text: words });
    case "mask-links":
      return added("any", { is: "mask-links", with: said, keep: [], only: [] });
    case "senders-allow":
    case "senders-deny":
    case "origins-allow":
    case "origins-deny":
      return list(field, said, settings);
    case "extensions":
      return extensions(said, settings);
    case "size":
      return size(said, settings);
    case "delay":
      return number(said, 0, 86_400, (delaySeconds) => ({ is: "pace", pace: { delaySeconds } }));
    case "reread":
      return number(said, 0, 300, (rereadSeconds) => ({ is: "pace", pace: { rereadSeconds } }));
    case "per-minute":
      return number(said, 0, 60, (most) => ({ is: "per-minute", most: most === 0 ? undefined : most }));
    case "quiet-hours":
      return quietHours(said);
    case "window":
      return number(said, 1, 43_200, (wanted) => ({ is: "dedup", dedup: { windowSeconds: wanted * 60 } }));
    case "near":
      return number(said, 0, 16, (near) => ({ is: "dedup", dedup: { near } }));
    case "link-buttons":
      return linkButtons(said);
  }
}

export const mostOfLabel = 64;

const problem = (key: string, args?: Text["args"]): Filled => ({ is: "problem", problem: text(key, args) });
const change = (wanted: Change): Filled => ({ is: "change", change: wanted });

const mostOfTransform = 1_000;

function added(said: string, transform: Transform): Filled {
  if (said === "") return problem("forwarder-problem-empty");
  const words = "text" in transform ? transform.text : "with" in transform ? transform.with : "";
  if (words.length > mostOfTransform) return problem("forwarder-problem-long", { most: mostOfTransform });
  return change({ is: "add-transform", transform });
}

const separated = (said: string) => said.split(/[\s,;]+/).filter(Boolean);
/** Names of authors have spaces in them. */
const byLines = (said: string) => said.split(/[\n,;]+/).flatMap((each) => each.trim() || []);

function list(field: string, said: string, { filters }: MappingSettings): Filled {
  const [which = "", side = ""] = field.split("-");
  const before = which === "senders" ? filters.senders : filters.origins;
  const parsed = filterSettings.safeParse({ ...filters, [which]: { ...before, [side]: byLines(said) } });
  return parsed.success
    ? change({ is: "merge", filters: { [which]: parsed.data[which as "senders" | "origins"] } })
    : problem("forwarder-problem-list");
}

function extensions(said: string, { filters }: MappingSettings): Filled {
  const { allow: _, ...before } = filters.extensions;
  const allow = separated(said);
  const parsed = filterSettings.safeParse({
    ...filters,
    extensions: allow.length > 0 ? { ...before, allow } : before,
  });
  return parsed.success
    ? change({ is: "merge", filters: { extensions: parsed.data.extensions } })
    : problem("forwarder-problem-extensions");
}

function size(said: string, { filters }: MappingSettings): Filled {
  const { mostBytes: _, ...before } = filters.size;
  return number(said, 0, 4_000, (megabytes) => ({
    is: "merge",
    filters: { size: megabytes === 0 ? before : { ...before, mostBytes: megabytes * 1_000_000 } },
  }));
}

/** Nothing is zero. */
function number(said: string, least: number, most: number, changeTo: (value: number) => Change): Filled {
  const parsed = z.coerce.number().int().min(least).max(most).safeParse(said);
  return parsed.success
    ? change(changeTo(parsed.data))
    : problem("forwarder-problem-number", { least: String(least), most: String(most) });
}

/** `23:00-07:30`, perhaps with a time zone. */
function quietHours(said: string): Filled {
  if (said === "") return change({ is: "quiet-hours", hours: undefined });
  const [, from, to, zone] = /^(\d\d:\d\d)\s*[-–—]\s*(\d\d:\d\d)(?:\s+(\S+))?$/.exec(said) ?? [];
  const parsed = mappingSettings
    .pick({ quietHours: true, timeZone: true })
    .safeParse({ quietHours: { from, to }, timeZone: zone });
  if (!parsed.success) return problem("forwarder-problem-quiet-hours");
  const { quietHours: hours, timeZone } = parsed.data;
  return change({ is: "quiet-hours", hours, ...(zone && { timeZone }) });
}

/** A row a line, each button `Text https://…`, several of a row with `|` between them. */
function linkButtons(said: string): Filled {
  const rows = said
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => line.split("|").map(linkButton));
  const parsed = mappingSettings.shape.addButtons.safeParse(rows);
  return parsed.success
    ? change({ is: "link-buttons", rows: parsed.data })
    : problem("forwarder-problem-link-buttons");
}

function linkButton(said: string) {
  const [, words = "", url = ""] = /^(.*?)\s+(\S+)$/.exec(said.trim()) ?? [];
  return { text: words, url };
}
