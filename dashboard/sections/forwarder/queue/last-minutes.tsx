import { useEffect, useState } from "preact/hooks";
import { Card } from "../../../parts/card.tsx";
import { Chart } from "../../../parts/chart.tsx";
import { type Sample, withSample } from "./samples.ts";
import { say } from "./words.ts";

/** How the queue has grown and shrunk while somebody looks: nothing of it is kept. */
export function LastMinutes({ now }: { readonly now: Sample }) {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => withSample(before, now)), [now.at]);
  return (
    <Card title={say("queue-last-minutes")}>
      {samples.length < 2 ? (
        <p class="hint">{say("queue-watching")}</p>
      ) : (
        <Chart
          label={say("queue-last-minutes")}
          by="second"
          at={samples.map(({ at }) => at)}
          series={[
            { name: say("queue-waiting"), values: samples.map(({ waiting }) => waiting) },
            { name: say("queue-sending"), values: samples.map(({ sending }) => sending) },
            { name: say("queue-dead"), values: samples.map(({ dead }) => dead) },
          ]}
        />
      )}
    </Card>
  );
}
