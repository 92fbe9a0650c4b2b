import { useId } from "preact/hooks";
import type { LogEntry, LogLevel } from "../../wire.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { timeOfDay } from "../state/clock.ts";
import { texts } from "../state/language.ts";
import { log, logLevel, logText } from "../state/room.ts";
import { factsText } from "./facts.ts";

const levels: readonly LogLevel[] = ["debug", "info", "warn", "error"];

/** What the product remembers of what it heard, said and did. */
export function Log() {
  const id = useId();
  const t = texts.value;
  const entries = log.value ?? [];
  return (
    <Card name="log" title={t.log} aside={<span class="counts">{entries.length}</span>}>
      <div class="traffic-filter">
        <input
          class="field"
          type="search"
          aria-label={t.logSearch}
          placeholder={t.logSearch}
          value={logText.value}
          onInput={({ currentTarget }) => {
            logText.value = currentTarget.value;
          }}
        />
        <label class="unseen-label" for={id}>
          {t.logLevel}
        </label>
        <select
          id={id}
          class="field"
          value={logLevel.value}
          onChange={({ currentTarget }) => {
            logLevel.value = levels.find((level) => level === currentTarget.value) ?? "debug";
          }}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {t.logLevels[level]}
            </option>
          ))}
        </select>
      </div>
      {entries.length === 0 && <Empty icon="list" text={t.logEmpty} />}
      <ul class="log-list" aria-label={t.log}>
        {keyed(entries).map(([key, entry]) => (
          <Row key={key} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}

/** Entries have no id, and an open one must stay open when newer ones come: its place from the end names it. */
const keyed = (entries: readonly LogEntry[]) =>
  entries.map((entry, place): readonly [string, LogEntry] => {
    const later = entries
      .slice(place + 1)
      .filter(({ at, event }) => at === entry.at && event === entry.event);
    return [`${entry.at} ${entry.event} ${later.length}`, entry];
  });

const tones: Readonly<Record<LogLevel, string>> = {
  debug: "hint",
  info: "tone-good",
  warn: "tone-warning",
  error: "tone-bad",
};

function Row({ entry: { at, level, event, facts } }: { readonly entry: LogEntry }) {
  return (
    <li>
      <details class="log-entry">
        <summary>
          <time class="passage-time">{timeOfDay(at)}</time>
          <span class={`log-level ${tones[level]}`}>{level}</span>
          <span class="log-words">
            <b>{event}</b> {factsText(facts)}
          </span>
        </summary>
        <div class="sent">
          <pre>{JSON.stringify(facts, null, 2)}</pre>
        </div>
      </details>
    </li>
  );
}
