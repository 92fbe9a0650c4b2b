import type { Level } from "#kernel/log";
import { harmless } from "./harmless.ts";

export type Fact = string | number | boolean | null;

/** One line of the log, as the dashboard shows it: nothing in it can be anything but text. */
export interface LogLine {
  /** ISO 8601. */
  readonly at: string;
  readonly level: Level;
  /** In dotted words: `keg.opened`. */
  readonly event: string;
  /** The room or door that wrote it, and which one: `channel 1001`, `door telegram`, `forwarder`. */
  readonly part: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** What a socket of the log sends. */
export interface LogFrame {
  readonly lines: readonly LogLine[];
  /** It begins again, with the latest that stood there; whatever was shown before is to go. */
  readonly anew?: true;
  /** Lines that got lost on their way here, since the frame before. */
  readonly dropped?: number;
}

/** A line as it was written: of the facts, those that JSON knows. */
export interface Written {
  readonly at: string;
  readonly level: Level;
  readonly event: string;
  /** Who writes, as facts: `{ channel: "1001" }`. */
  readonly who: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Bytes of all facts, and characters of one: with the rest of it a line has 4 KiB at most. */
const mostOfFacts = 3_300;
const mostOfFact = 1_000;
const mostOfName = 100;

export const logLine = ({ at, level, event, who, facts }: Written): LogLine => ({
  at,
  level,
  event: shown(event, mostOfName),
  part: shown(partOf(who), mostOfName),
  facts: fitting(facts),
});

/** A room there is only one of has no number. */
function partOf(who: Written["who"]): string {
  const [[kind, id] = ["house", ""]] = Object.entries(who);
  return kind === "room" ? String(id) : `${kind} ${String(id)}`.trim();
}

function fitting(facts: Written["facts"]): LogLine["facts"] {
  const kept: Record<string, Fact> = {};
  let room = mostOfFacts;
  for (const [name, value] of Object.entries(facts)) {
    const [shownName, fact] = [shown(name, mostOfName), shownFact(value)];
    room -= bytesOf(JSON.stringify({ [shownName]: fact }));
    if (room < 0) return { ...kept, "…": "cut" };
    kept[shownName] = fact;
  }
  return kept;
}

/** A list or a thing is shown as JSON has it. */
function shownFact(value: unknown): Fact {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  return shown(typeof value === "string" ? value : (JSON.stringify(value) ?? ""), mostOfFact);
}

function shown(text: string, most: number): string {
  const seen = harmless(text);
  return seen.length > most ? `${harmless(seen.slice(0, most))}…` : seen;
}

/** In UTF-8; nothing here is half a character, which could not be encoded. */
const bytesOf = (text: string) => encodeURIComponent(text).replaceAll(/%../g, "-").length;
