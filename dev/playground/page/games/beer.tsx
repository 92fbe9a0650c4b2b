import { Card } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { redemptions, rewardOf } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { RedemptionRow } from "../happenings/redemption-row.tsx";

const shown = 5;

/** The beer challenge keeps nothing: what was typed, and what became of the points, is all there is to see. */
export function Beer() {
  const t = texts.value;
  const attempts = redemptions.value
    .filter(({ reward }) => rewardOf.value.get(reward.id)?.key === "beer")
    .slice(-shown)
    .toReversed();
  return (
    <Card name="beer" title={t.beer}>
      {attempts.length === 0 && (
        <div class="card-body">
          <p class="scene-words">
            <Icon name="beer" /> {t.beerNobody}
          </p>
        </div>
      )}
      <ul class="rows">
        {attempts.map((attempt) => (
          <RedemptionRow key={attempt.id} redemption={attempt} />
        ))}
      </ul>
    </Card>
  );
}
