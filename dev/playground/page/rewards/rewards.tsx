import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { ViewerPicker } from "../parts/viewer-picker.tsx";
import { rewards } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { RewardRow } from "./reward-row.tsx";

/** What viewers can redeem for channel points. */
export function Rewards() {
  const id = useId();
  const input = useSignal("");
  const t = texts.value;
  const forget = () => {
    input.value = "";
  };

  return (
    <Card name="rewards" title={t.rewards}>
      <ViewerPicker label={t.rewardsHint} opens="down" />
      {rewards.value.length === 0 && <Empty icon="star" text={t.noRewards} />}
      <ul class="reward-list">
        {rewards.value.map((reward) => (
          <RewardRow key={reward.id} reward={reward} input={input.value.trim()} onRedeemed={forget} />
        ))}
      </ul>
      <label class="unseen-label" for={id}>
        {t.input}
      </label>
      <input
        id={id}
        class="field"
        maxLength={200}
        autocomplete="off"
        placeholder={t.inputHint}
        value={input.value}
        onInput={({ currentTarget }) => {
          input.value = currentTarget.value;
        }}
      />
    </Card>
  );
}
