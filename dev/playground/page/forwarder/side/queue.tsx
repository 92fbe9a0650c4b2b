import type { QueueState } from "../../../wire-forwarder.ts";
import { Card } from "../../parts/card.tsx";
import { timeOfDay } from "../../state/clock.ts";
import { texts } from "../../state/language.ts";
import { deadPosts, queue, retryAll } from "../state/product.ts";

const states: readonly QueueState[] = ["waiting", "sending", "dead"];

/** What stands in line before each target, and what was given up. */
export function Queue() {
  const t = texts.value.forwarder;
  const look = queue.value;
  const lines = (look?.targets ?? []).filter((line) => states.some((state) => line[state] > 0));
  return (
    <Card
      name="fw-queue"
      title={t.queue}
      aside={
        <span class="counts">
          {states.map((state) => `${t.queueStates[state]} ${look?.[state] ?? 0}`).join(" · ")}
        </span>
      }
    >
      <div class="card-body">
        {lines.length === 0 ? (
          <p class="hint">{t.queueEmpty}</p>
        ) : (
          <ul class="fw-lines">
            {lines.map((line) => (
              <li key={line.target}>
                <b>{line.title}</b>
                {states.map((state) => (
                  <span key={state} data-state={state} data-none={line[state] === 0}>
                    {line[state]} {t.queueStates[state]}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
        <DeadPosts />
      </div>
    </Card>
  );
}

function DeadPosts() {
  const t = texts.value.forwarder;
  if (deadPosts.value.length === 0) return null;
  return (
    <>
      <p class="fw-dead-head">
        <b>{t.givenUp}</b>
        <button type="button" class="button button-small" onClick={() => void retryAll()}>
          {t.retryAll}
        </button>
      </p>
      <ul class="dead-letters" aria-label={t.givenUp}>
        {deadPosts.value.map(({ id, endedAt, targetTitle, kind, said, attempts }) => (
          <li key={id}>
            <details class="log-entry">
              <summary>
                <time class="passage-time">{timeOfDay(Date.parse(endedAt))}</time>
                <span class="log-words">
                  <b>{targetTitle}</b> {kind}
                </span>
              </summary>
              <div class="sent">
                <pre>{`${said}\n${texts.value.telegram.attempts(attempts)}`}</pre>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
