import type { LogLine } from "#domain/admin/log/log-line";
import { language } from "../../language/language.ts";
import { Button } from "../../parts/button.tsx";
import { Copy } from "../../parts/copy.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Moment } from "../../parts/moment.tsx";
import { asJsonLines, factsOf } from "./written.ts";
import { say } from "./words.ts";

interface LineProps {
  readonly line: LogLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onTrace: (traceId: string) => void;
}

/** One line; opened, all that it tells. Whatever is in it is text. */
export function Line({ line, isOpen, onToggle, onTrace }: LineProps) {
  const { at, level, part, event } = line;
  const traceId = line.facts["traceId"];
  return (
    <div class="logs-line" data-level={level} data-open={isOpen}>
      <button
        type="button"
        class="logs-head"
        aria-expanded={isOpen}
        onClick={({ currentTarget }) => {
          onToggle();
          requestAnimationFrame(() => currentTarget.parentElement?.scrollIntoView({ block: "nearest" }));
        }}
      >
        <time dateTime={at}>{clock(at)}</time>
        <span class="logs-level">{say(`logs-level-${level}`)}</span>
        <span class="logs-part">{part}</span>
        <span class="logs-said">
          <strong>{event}</strong> {factsOf(line)}
        </span>
      </button>
      {isOpen && (
        <div class="logs-facts">
          <Facts
            facts={[
              [say("logs-at"), <Moment at={at} show="clock" />],
              ...Object.entries(line.facts).map(([name, fact]) => [name, String(fact)] as const),
            ]}
          />
          <div class="form-foot">
            {typeof traceId === "string" && (
              <Button small icon="search" onPress={() => onTrace(traceId)}>
                {say("logs-same-trace")}
              </Button>
            )}
            <Copy text={() => asJsonLines([line])} />
          </div>
        </div>
      )}
    </div>
  );
}

/** A format is dear to make, and there are many lines. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(at: string): string {
  const spoken = language.value;
  const known =
    clocks.get(spoken) ??
    new Intl.DateTimeFormat(spoken, {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      fractionalSecondDigits: 3,
      hour12: false,
    });
  clocks.set(spoken, known);
  return known.format(new Date(at));
}
