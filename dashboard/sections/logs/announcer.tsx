import { useEffect, useRef, useState } from "preact/hooks";
import { type Row, linesOf } from "./journal.ts";
import { factsOf } from "./written.ts";
import { say } from "./words.ts";

/** So many lines can be listened to; of more it is told how many they are. */
const mostRead = 2;
const every = 3_000;

/** Reads aloud what comes, as long as somebody could follow it. */
export function Announcer({ rows }: { readonly rows: readonly Row[] }) {
  const [said, setSaid] = useState("");
  const latest = useRef(rows);
  latest.current = rows;
  useEffect(() => {
    let heard = latest.current.at(-1)?.id ?? -1;
    const timer = setInterval(() => {
      const fresh = latest.current.slice(-200).filter(({ id }) => id > heard);
      heard = latest.current.at(-1)?.id ?? heard;
      if (fresh.length > 0) setSaid(spoken(fresh));
    }, every);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  );
}

const spoken = (fresh: readonly Row[]) =>
  fresh.length > mostRead
    ? say("logs-new", { count: fresh.length })
    : linesOf(fresh)
        .map((line) => `${say(`logs-level-${line.level}`)} ${line.event} ${factsOf(line)}`)
        .join(". ");
