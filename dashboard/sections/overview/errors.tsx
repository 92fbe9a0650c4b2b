import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Table } from "../../parts/table.tsx";
import { reasonOf } from "../../reasons/reason-of.ts";
import { Part } from "./part.tsx";
import type { Overview } from "./routes.ts";
import { inWords, say } from "./words.ts";

type ErrorKind = NonNullable<Overview["errors"]>[number];

/** What was given up, by its kind. */
export function Errors({ errors }: Pick<Overview, "errors">) {
  return (
    <Card title={say("overview-errors")}>
      <Part of={errors}>
        {(kinds) =>
          kinds.length === 0 ? (
            <Empty icon="check">{say("overview-no-errors")}</Empty>
          ) : (
            <Table
              caption={say("overview-errors")}
              rows={kinds}
              keyOf={({ of, kind }) => `${of} ${kind}`}
              columns={[
                { name: say("overview-where"), cell: whereOf, by: whereOf },
                { name: say("overview-what"), cell: kindOf, by: kindOf },
                {
                  name: say("overview-hour"),
                  numeric: true,
                  cell: ({ hour }) => hour,
                  by: ({ hour }) => hour,
                },
                { name: say("overview-day"), numeric: true, cell: ({ day }) => day, by: ({ day }) => day },
              ]}
            />
          )
        }
      </Part>
    </Card>
  );
}

const whereOf = ({ of }: ErrorKind) => say(`overview-error-of-${of}`);

const kindOf = ({ of, kind }: ErrorKind) =>
  of === "channel" ? inWords(`overview-effect-${kind}`, kind) : (reasonOf(of, kind) ?? kind);
