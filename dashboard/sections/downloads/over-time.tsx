import { useAnswer } from "../../api/use.ts";
import { Card } from "../../parts/card.tsx";
import { Chart } from "../../parts/chart.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Told } from "../../parts/told.tsx";
import { downloads } from "./routes.ts";
import { say } from "./words.ts";

export function OverTime({ days }: { readonly days: number }) {
  const answer = useAnswer(downloads["over-time"], { query: { days } }, { every: 60_000 });
  return (
    <Card title={say("downloads-over-time")}>
      <Told answer={answer} lines={8}>
        {({ items }) =>
          items.some((day) => day.downloads + day.failures > 0) ? (
            <Chart
              label={say("downloads-over-time")}
              // The day is UTC's; it is written as the same day everywhere.
              at={items.map(({ day }) => new Date(`${day}T00:00`).getTime())}
              series={[
                { name: say("downloads-count"), values: items.map((day) => day.downloads) },
                { name: say("downloads-people-series"), values: items.map((day) => day.users) },
                { name: say("downloads-failures"), values: items.map((day) => day.failures) },
              ]}
            />
          ) : (
            <Empty icon="video">{say("downloads-nothing-yet")}</Empty>
          )
        }
      </Told>
    </Card>
  );
}
