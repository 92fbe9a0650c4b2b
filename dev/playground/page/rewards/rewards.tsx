import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { ViewerPicker } from "../parts/viewer-picker.tsx";
import { actor, playAs } from "../state/actor.ts";
import { rewards } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { RewardRow } from "./reward-row.tsx";

/** What viewers can redeem for channel points. */
export function Rewards() {
  const t = texts.value;
  return (
    <Card name="rewards" title={t.rewards}>
      <ViewerPicker label={t.rewardsHint} opens="down" chosen={actor.value} onChoose={playAs} />
      {rewards.value.length === 0 && <Empty icon="star" text={t.noRewards} />}
      <ul class="reward-list">
        {rewards.value.map((reward) => (
          <RewardRow key={reward.id} reward={reward} />
        ))}
      </ul>
    </Card>
  );
}
