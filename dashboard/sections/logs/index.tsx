import { useMemo, useState } from "preact/hooks";
import { letThrough } from "#domain/admin/log/let-through";
import type { LogFilter } from "#domain/admin/log/log-filter";
import { client } from "../../api/client.ts";
import { useAnswer } from "../../api/use.ts";
import { Card } from "../../parts/card.tsx";
import { Page } from "../../parts/page.tsx";
import { titleOf } from "../titles.ts";
import { Announcer } from "./announcer.tsx";
import { ConnectionBadge } from "./connection-badge.tsx";
import { everything } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { type Row, wantedOf } from "./journal.ts";
import { Lines } from "./lines.tsx";
import { Snapshot } from "./snapshot.tsx";
import { Tools } from "./tools.tsx";
import { useLog } from "./use-log.ts";
import type { View } from "./view.ts";
import { say } from "./words.ts";
import "./logs.css";

/** A session ends after half an hour without a question, and a socket asks none. */
const keepSession = { every: 5 * 60_000 };

export default function Logs() {
  const [filter, setFilter] = useState<LogFilter>(everything);
  const [view, setView] = useState<View>({ is: "live" });
  const log = useLog(filter);
  useAnswer(client.api.session, {}, keepSession);
  const held = useMemo(
    () => (view.is === "live" ? [] : wantedOf(view.rows, letThrough(filter))),
    [view, filter],
  );
  const rows = view.is === "live" ? log.rows : held;
  const choose = (part: Partial<LogFilter>) => setFilter({ ...filter, ...part });
  const tools = (
    <Tools
      rows={rows}
      view={view}
      waiting={view.is === "paused" ? lastOf(log.rows) - lastOf(view.rows) : 0}
      onPause={() => setView({ is: "paused", rows: log.rows })}
      onGoOn={() => setView({ is: "live" })}
      onClear={() => {
        log.clear();
        setView({ is: "live" });
      }}
    />
  );
  return (
    <Page
      title={titleOf("logs")}
      intro={say("logs-intro")}
      aside={<ConnectionBadge connection={log.connection} view={view} />}
    >
      <Card title={say("logs-lines")} aside={tools}>
        <Filters filter={filter} rows={log.rows} onChoose={choose} />
        <Lines
          rows={rows}
          isEmptyForNow={log.connection === "connecting"}
          onTrace={(traceId) => choose({ traceId })}
        />
        <Snapshot filter={filter} onShow={(snapshot) => setView({ is: "snapshot", rows: snapshot })} />
      </Card>
      {view.is === "live" && <Announcer rows={log.rows} />}
    </Page>
  );
}

const lastOf = (rows: readonly Row[]) => rows.at(-1)?.id ?? 0;
