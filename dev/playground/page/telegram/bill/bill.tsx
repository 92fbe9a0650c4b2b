import { useComputed } from "@preact/signals";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { now } from "../../state/clock.ts";
import { texts } from "../../state/language.ts";
import { bill, forgetBill } from "../state/bill.ts";
import { durationText } from "./duration.ts";
import { Figures } from "./figures.tsx";
import { Jobs } from "./jobs.tsx";
import { type Tally, verdictOf } from "./tally.ts";

/** What the last link has cost, and how it was answered. */
export function Bill() {
  const t = texts.value.telegram;
  const tally = bill.value;
  const forget = tally && (
    <button type="button" class="button button-quiet button-small" onClick={forgetBill}>
      {t.countAnew}
    </button>
  );
  return (
    <Card name="tg-bill" title={t.bill} aside={forget}>
      {tally ? (
        <div class="card-body">
          <p class="tg-bill-link" title={tally.what}>
            {tally.what.replace(/^https?:\/\/(www\.)?/, "")}
          </p>
          <Answer tally={tally} />
          <Figures tally={tally} />
          <Jobs jobs={tally.jobs} />
        </div>
      ) : (
        <Empty icon="clock" text={t.billEmpty} />
      )}
    </Card>
  );
}

function Answer({ tally }: { readonly tally: Tally }) {
  const verdict = useComputed(() => verdictOf(bill.value ?? tally, now.value));
  const { is, ms } = verdict.value;
  const t = texts.value.telegram;
  return (
    <p class="tg-verdict" data-is={is} role="status">
      <b>{t.verdicts[is]}</b>
      <span aria-hidden={is === "waiting"}>
        {durationText(is === "waiting" ? Math.floor(ms / 100) * 100 : ms)}
      </span>
    </p>
  );
}
