import { Countdown } from "../../parts/countdown.tsx";
import { texts } from "../../state/language.ts";
import { type JobStage, stageOf, stages } from "./job-stage.ts";
import type { Job } from "./tally.ts";

const shown = 5;

/** The jobs of QStash: what waits, what is under way, and what is done. */
export function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  const t = texts.value.telegram;
  const count = (stage: JobStage) => jobs.filter((job) => stageOf(job) === stage).length;
  return (
    <div class="tg-jobs">
      <p class="tg-jobs-counts">
        <b>{t.jobs}</b>
        {stages.map((stage) => (
          <span key={stage} data-stage={stage} data-none={count(stage) === 0}>
            {t.jobStages[stage]} {count(stage)}
          </span>
        ))}
      </p>
      <ul>
        {jobs.slice(-shown).map((job) => (
          <li key={job.id} class="tg-job" data-stage={stageOf(job)}>
            <span class="tg-job-path">{new URL(job.url).pathname}</span>
            {job.attempts > 1 && <span class="hint">{t.attempts(job.attempts)}</span>}
            {stageOf(job) === "waiting" && job.nextAt !== undefined && <Countdown until={job.nextAt} />}
            <span class="tg-job-state">{t.jobStages[stageOf(job)]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
