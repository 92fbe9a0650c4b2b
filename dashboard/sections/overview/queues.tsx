import { useRef } from "preact/hooks";
import { Card } from "../../parts/card.tsx";
import { Chart } from "../../parts/chart.tsx";
import { Figures } from "../../parts/facts.tsx";
import { Part } from "./part.tsx";
import type { Overview } from "./routes.ts";
import { type Sample, sampled } from "./samples.ts";
import { say } from "./words.ts";

/** What waits to be done, now and since somebody has begun to look. */
export function Queues({ told }: { readonly told: Overview }) {
  const seen = useRef<readonly Sample[]>([]);
  seen.current = sampled(seen.current, told);
  return (
    <Card wide title={say("overview-queues")}>
      <Part of={told.forwarder}>
        {({ waiting, sending, dead, oldestSeconds }) => (
          <Figures
            figures={[
              { name: say("overview-waiting"), value: waiting },
              { name: say("overview-sending"), value: sending },
              { name: say("overview-dead"), value: dead },
              {
                name: say("overview-oldest"),
                value: say("overview-seconds", { seconds: Math.round(oldestSeconds) }),
              },
            ]}
          />
        )}
      </Part>
      <Part of={told.downloads}>
        {({ waiting, underWay }) => (
          <Figures
            figures={[
              { name: say("overview-downloads-waiting"), value: waiting },
              { name: say("overview-downloads-under-way"), value: underWay },
            ]}
          />
        )}
      </Part>
      {seen.current.length > 1 ? (
        <Chart
          label={say("overview-queues-over-time")}
          by="second"
          at={seen.current.map(({ at }) => at)}
          series={[
            {
              name: say("overview-series-forwarder"),
              values: seen.current.map(({ forwarder }) => forwarder),
            },
            {
              name: say("overview-series-downloads"),
              values: seen.current.map(({ downloads }) => downloads),
            },
            { name: say("overview-series-chat"), values: seen.current.map(({ chat }) => chat) },
          ]}
        />
      ) : (
        <p class="hint">{say("overview-chart-later")}</p>
      )}
    </Card>
  );
}
