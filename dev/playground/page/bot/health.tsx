import { Card } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { timeOfDay } from "../state/clock.ts";
import { texts } from "../state/language.ts";
import { product } from "../state/outside.ts";
import { deadLetters } from "../state/room.ts";

const sizes = ["outbox", "journal", "ledger", "players", "deadLetters"] as const;

/** How the product finds itself: what does not work, what a person has to see to, and how much there is of what. */
export function Health() {
  const t = texts.value;
  const status = product.value?.status;
  const bad = status?.failing ?? [];
  const toSeeTo = status?.standing?.problems ?? [];
  return (
    <Card name="bot-health" title={t.health}>
      <div class="card-body">
        <p class="scene-words" role="status">
          <Icon name="pulse" /> {headline()}
        </p>
        <ul class="troubles">
          {bad.map((what) => (
            <li key={what} class="tone-bad">
              {what}
            </li>
          ))}
          {toSeeTo.map((what) => (
            <li key={what} class="tone-warning">
              {what}
            </li>
          ))}
        </ul>
        {status && (
          <dl class="sizes">
            {sizes.map((size) => (
              <div key={size}>
                <dt>{t.sizes[size]}</dt>
                <dd class={size === "deadLetters" && status[size] > 0 ? "tone-bad" : undefined}>
                  {status[size]}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <DeadLetters />
        {status?.standing && (
          <details class="subscriptions">
            <summary>
              {t.subscriptions(status.standing.subscriptions.length)}
              <span class="hint"> {t.checkedAt(timeOfDay(status.standing.checkedAt))}</span>
            </summary>
            <ul>
              {status.standing.subscriptions.map((type) => (
                <li key={type}>{type}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  );
}

/** What was given up, and why. */
function DeadLetters() {
  if (deadLetters.value.length === 0) return null;
  return (
    <ul class="dead-letters" aria-label={texts.value.sizes.deadLetters}>
      {deadLetters.value.map(({ key, at, why, what }) => (
        <li key={key}>
          <details class="log-entry">
            <summary>
              <time class="passage-time">{timeOfDay(at)}</time>
              <span class="log-words">{why}</span>
            </summary>
            <div class="sent">
              <pre>{JSON.stringify(what, null, 2)}</pre>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function headline(): string {
  const t = texts.value;
  const look = product.value;
  if (!look?.isUp) return look ? t.productDown : t.productUnknown;
  if (!look.status) return t.healthUnknown;
  if (look.status.failing.length > 0) return t.failing;
  if (!look.status.standing) return t.notSetUp;
  return look.status.standing.problems.length > 0 ? t.problems : t.allWell;
}
