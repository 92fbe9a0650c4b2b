import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { texts } from "../../state/language.ts";
import type { Figure } from "../../telegram/bill/figure.ts";
import { Figures } from "../../telegram/bill/figures.tsx";
import { Jobs } from "../../telegram/bill/jobs.tsx";
import { journey } from "../state/journey.ts";

const among: readonly Figure[] = ["telegram", "redis", "sql", "qstash"];

/** What the last post has cost on its way. */
export function Costs() {
  const t = texts.value.forwarder;
  const tally = journey.value?.tally;
  return (
    <Card name="fw-costs" title={t.costs}>
      {tally ? (
        <div class="card-body">
          <Figures tally={tally} among={among} />
          <Jobs jobs={tally.jobs} />
        </div>
      ) : (
        <Empty icon="clock" text={t.costsEmpty} />
      )}
    </Card>
  );
}
