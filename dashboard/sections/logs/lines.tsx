import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Loading } from "../../parts/loading.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import type { Row } from "./journal.ts";
import { Line } from "./line.tsx";
import { say } from "./words.ts";

interface LinesProps {
  readonly rows: readonly Row[];
  /** Nobody knows yet whether there are any. */
  readonly isEmptyForNow: boolean;
  readonly onTrace: (traceId: string) => void;
}

/** The lines, of which only those in sight exist. It stays at the end until somebody scrolls up, or opens a line. */
export function Lines({ rows, isEmptyForNow, onTrace }: LinesProps) {
  const [leftAt, setLeftAt] = useState<number>();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const isAtEnd = leftAt === undefined;
  const last = rows.at(-1)?.id ?? 0;
  const toggle = (id: number) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
    setLeftAt(leftAt ?? last);
  };
  const toEnd = () => {
    setOpen(new Set());
    setLeftAt(undefined);
  };
  return (
    <div class="logs-frame">
      {rows.length === 0 &&
        (isEmptyForNow ? <Loading lines={8} /> : <Empty icon="list">{say("logs-nothing")}</Empty>)}
      <VirtualList
        label={say("logs-lines")}
        rows={rows}
        keyOf={({ id }) => id}
        about={30}
        follow={isAtEnd}
        // Whoever reads an open line does not want it to move away.
        onScroll={(atEnd) => setLeftAt(atEnd && open.size === 0 ? undefined : (leftAt ?? last))}
        row={(row) =>
          "line" in row ? (
            <Line
              line={row.line}
              isOpen={open.has(row.id)}
              onToggle={() => toggle(row.id)}
              onTrace={onTrace}
            />
          ) : (
            <p class="logs-gap">
              {row.lost === "unknown" ? say("logs-gap") : say("logs-lost", { count: row.lost })}
            </p>
          )
        }
      />
      {!isAtEnd && (
        <div class="logs-to-end">
          <Button small look="main" icon="down" onPress={toEnd}>
            {last > leftAt ? say("logs-to-end-new", { count: last - leftAt }) : say("logs-to-end")}
          </Button>
        </div>
      )}
    </div>
  );
}
