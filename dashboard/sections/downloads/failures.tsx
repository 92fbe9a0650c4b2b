import { useAnswer } from "../../api/use.ts";
import { Bars } from "../../parts/bars.tsx";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Told } from "../../parts/told.tsx";
import { reasonOf } from "../../reasons/reason-of.ts";
import { downloads } from "./routes.ts";
import { say } from "./words.ts";

export function Failures({ days }: { readonly days: number }) {
  const answer = useAnswer(downloads.failures, { query: { days } }, { every: 60_000 });
  return (
    <Card title={say("downloads-why")}>
      <Told answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check">{say("downloads-no-failures")}</Empty>
          ) : (
            <Bars
              label={say("downloads-why")}
              bars={items.map(({ reason, failures }) => ({
                name: reasonOf("downloader", reason),
                value: failures,
              }))}
            />
          )
        }
      </Told>
    </Card>
  );
}
