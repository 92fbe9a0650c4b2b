import { useAnswer } from "../../../api/use.ts";
import { Card } from "../../../parts/card.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Figures } from "../../../parts/facts.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { type Column, Table } from "../../../parts/table.tsx";
import { Told } from "../../../parts/told.tsx";
import { forwarder, type Line } from "../routes.ts";
import { LastMinutes } from "./last-minutes.tsx";
import { Purge } from "./purge.tsx";
import { say } from "./words.ts";

/** What stands in line, before whom, and since when. */
export function Queue() {
  const answer = useAnswer(forwarder.queue, {}, { every: 3_000 });
  return (
    <Told answer={answer} lines={8}>
      {({ targets, ...counts }) => (
        <>
          <Figures
            figures={[
              { name: say("queue-waiting"), value: counts.waiting },
              { name: say("queue-sending"), value: counts.sending },
              { name: say("queue-dead"), value: counts.dead },
            ]}
          />
          <LastMinutes now={{ at: answer.dataUpdatedAt, ...counts }} />
          <Card
            title={say("queue-lines")}
            aside={counts.waiting > 0 && <Purge of={counts}>{say("queue-purge")}</Purge>}
          >
            {targets.length === 0 ? (
              <Empty icon="check">{say("queue-nobody")}</Empty>
            ) : (
              <Table
                caption={say("queue-lines")}
                columns={columns()}
                rows={targets}
                keyOf={({ target }) => target}
              />
            )}
          </Card>
        </>
      )}
    </Told>
  );
}

const columns = (): readonly Column<Line>[] => [
  { name: say("queue-target"), cell: titleOf, by: titleOf },
  numbered("waiting"),
  numbered("sending"),
  numbered("dead"),
  {
    name: say("queue-oldest"),
    cell: ({ oldestAt }) => (oldestAt === undefined ? "–" : <Moment at={oldestAt} />),
    by: ({ oldestAt = "" }) => oldestAt,
  },
  {
    name: say("queue-deeds"),
    cell: (line) =>
      line.waiting > 0 && (
        <Purge target={line} of={line}>
          {say("queue-clear")}
        </Purge>
      ),
  },
];

const titleOf = ({ title, target }: Line) => title || target;

const numbered = (state: "waiting" | "sending" | "dead"): Column<Line> => ({
  name: say(`queue-${state}`),
  numeric: true,
  cell: (line) => line[state],
  by: (line) => line[state],
});
