import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { letThrough } from "#domain/admin/log/let-through";
import type { LogFilter } from "#domain/admin/log/log-filter";
import type { LogFrame } from "#domain/admin/log/log-line";
import { client } from "../../api/client.ts";
import { refresh } from "../../api/use.ts";
import { isNarrower } from "./filter.ts";
import { type Connection, follow, type Following } from "./follow.ts";
import { added, begunAnew, cleared, type Journal, narrowed, nothingYet } from "./journal.ts";

/** A hook: what has come of the log since somebody looks, through a filter that may change. */
export function useLog(filter: LogFilter) {
  const journal = useSignal<Journal>(nothingYet);
  const connection = useSignal<Connection>("connecting");
  const following = useRef<Following>(undefined);
  /** Of the lines that are here; `isWhole`: whether more of them would be here if they had been wanted all the time. */
  const seen = useRef({ filter, isWhole: true });

  useEffect(() => {
    const onFrame = ({ lines, anew, dropped }: LogFrame) => {
      const wanted = lines.filter(letThrough(seen.current.filter));
      if (!anew) return (journal.value = added(journal.value, wanted, dropped));
      const before = seen.current.isWhole ? journal.value : { ...journal.value, rows: [] };
      seen.current = { ...seen.current, isWhole: true };
      return (journal.value = begunAnew(before, wanted));
    };
    const onConnection = (now: Connection) => (connection.value = now);
    // Whoever is not signed in any more is shown the door by the answer.
    const onRefused = () => void refresh([client.api.session]);
    following.current = follow(seen.current.filter, { onFrame, onConnection, onRefused });
    return () => following.current?.end();
  }, [journal, connection]);

  useEffect(() => {
    const before = seen.current;
    if (before.filter === filter) return;
    const isWhole = before.isWhole && isNarrower(filter, before.filter);
    seen.current = { filter, isWhole };
    if (isWhole) journal.value = narrowed(journal.value, letThrough(filter));
    following.current?.wants(filter);
  }, [filter, journal]);

  return {
    rows: journal.value.rows,
    connection: connection.value,
    clear: () => (journal.value = cleared(journal.value)),
  };
}
