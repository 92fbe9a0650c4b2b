import { useId } from "preact/hooks";
import type { LogFilter } from "#domain/admin/log/log-filter";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Search } from "../../parts/search.tsx";
import { everything } from "./filter.ts";
import { linesOf, type Row } from "./journal.ts";
import { say } from "./words.ts";

interface FiltersProps {
  readonly filter: LogFilter;
  readonly rows: readonly Row[];
  readonly onChoose: (part: Partial<LogFilter>) => void;
}

/** What is not noted at all cannot be chosen: the room keeps `info` and above. */
const kept = ["info", "warn", "error"] as const;

export function Filters({ filter, rows, onChoose }: FiltersProps) {
  const { level, part = "", text = "", traceId = "" } = filter;
  const isAny = level !== "info" || part !== "" || text !== "" || traceId !== "";
  return (
    <div class="logs-filters" role="group" aria-label={say("logs-filters")}>
      <Choice
        label={say("logs-level")}
        options={kept.map((name) => ({ name, text: say(`logs-least-${name}`) }))}
        chosen={level === "debug" ? "info" : level}
        onChoose={(least) => onChoose({ level: least })}
      />
      <Committed
        label={say("logs-part")}
        value={part}
        options={partsOf(rows)}
        onCommit={(one) => onChoose({ part: one })}
      />
      <Search label={say("logs-text")} value={text} onSearch={(typed) => onChoose({ text: typed })} />
      <Committed label={say("logs-trace")} value={traceId} onCommit={(id) => onChoose({ traceId: id })} />
      {isAny && (
        <Button
          small
          look="quiet"
          icon="close"
          onPress={() => onChoose({ ...everything, part: "", text: "", traceId: "" })}
        >
          {say("logs-no-filter")}
        </Button>
      )}
    </div>
  );
}

interface CommittedProps {
  readonly label: string;
  readonly value: string;
  readonly options?: readonly string[];
  readonly onCommit: (value: string) => void;
}

/** Counts when it is finished, not with every letter. */
function Committed({ label, value, options = [], onCommit }: CommittedProps) {
  const id = useId();
  return (
    <>
      <input
        class="input logs-committed"
        aria-label={label}
        placeholder={label}
        list={id}
        value={value}
        maxLength={100}
        autocomplete="off"
        spellcheck={false}
        onChange={({ currentTarget }) => onCommit(currentTarget.value.trim())}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}

/** Who has written: rooms of a kind together, and each of them. Of the latest rows, for there may be thousands. */
const partsOf = (rows: readonly Row[]): readonly string[] =>
  [
    ...new Set(linesOf(rows.slice(-2_000)).flatMap(({ part }) => [part.split(" ")[0] ?? part, part])),
  ].toSorted();
