import { useComputed } from "@preact/signals";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { now } from "../../state/clock.ts";
import { texts } from "../../state/language.ts";
import { bill, forgetBill } from "../state/bill.ts";
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
        {timeText(is === "waiting" ? Math.floor(ms / 100) * 100 : ms)}
      </span>
    </p>
  );

  function timeText(milliseconds: number): string {
    return milliseconds < 1_000 ? t.milliseconds(milliseconds) : t.seconds((milliseconds / 1_000).toFixed(1));
  }
}

function Figures({ tally: { calls, uploads, uploadedBytes } }: { readonly tally: Tally }) {
  const t = texts.value.telegram;
  const flown = uploadedBytes > 0 ? ` · ${t.megabytes((uploadedBytes / 1_000_000).toFixed(1))}` : "";
  const figures = [
    { name: "origin", label: t.figures.origin, value: String(calls["origin"] ?? 0) },
    { name: "uploads", label: t.figures.uploads, value: `${uploads}${flown}` },
    { name: "redis", label: t.figures.redis, value: String(calls["redis"] ?? 0) },
    { name: "sql", label: t.figures.sql, value: String(calls["postgres"] ?? 0) },
    { name: "telegram", label: t.figures.telegram, value: String(calls["telegram"] ?? 0) },
    { name: "qstash", label: t.figures.qstash, value: String(calls["qstash"] ?? 0) },
  ];
  return (
    <dl class="tg-figures">
      {figures.map(({ name, label, value }) => (
        <div key={name} data-figure={name}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
