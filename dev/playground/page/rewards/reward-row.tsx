import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { RewardOffer } from "../../wire.ts";
import { Icon, rewardIcon } from "../parts/icon.tsx";
import { actor } from "../state/actor.ts";
import { isOpen } from "../state/channel.ts";
import { redeem } from "../state/deeds.ts";
import { texts } from "../state/language.ts";
import { HerdButton } from "./herd-button.tsx";
import { InputForm } from "./input-form.tsx";

/** One reward: what it is, what it costs, and the button. */
export function RewardRow({ reward }: { readonly reward: RewardOffer }) {
  const formId = useId();
  const isBusy = useSignal(false);
  const asks = useSignal(false);
  const t = texts.value;
  const who = actor.value;
  const meaning = (reward.key === null ? undefined : t.rewardMeaning[reward.key]) ?? reward.prompt;
  const isClosed = !who || !isOpen(reward);

  const redeemIt = async (input?: string) => {
    if (!who) return;
    isBusy.value = true;
    await redeem(reward, who, input);
    isBusy.value = false;
  };
  const press = () => {
    if (reward.isInputRequired) asks.value = !asks.value;
    else void redeemIt();
  };

  return (
    <li class="reward" data-reward={reward.key}>
      <span class="reward-icon">
        <Icon name={rewardIcon(reward.key)} />
      </span>
      <div class="reward-words">
        <strong>{reward.title}</strong>
        {meaning && <p>{meaning}</p>}
        <div class="reward-deeds">
          <button
            type="button"
            class="button button-points"
            aria-label={`${t.redeemAs(who?.name ?? "", reward.title)}, ${t.points(reward.cost)}`}
            aria-expanded={reward.isInputRequired ? asks.value : undefined}
            aria-controls={reward.isInputRequired && asks.value ? formId : undefined}
            disabled={isClosed || isBusy.value}
            onClick={press}
          >
            {t.redeem} <span class="cost">{reward.cost.toLocaleString(navigator.language)}</span>
          </button>
          <HerdButton reward={reward} />
          {reward.isPaused && <span class="chip chip-unfulfilled">{t.paused}</span>}
        </div>
        {reward.isInputRequired && asks.value && (
          <InputForm
            id={formId}
            reward={reward}
            isDisabled={isClosed || isBusy.value}
            onSend={(input) => void redeemIt(input)}
          />
        )}
      </div>
    </li>
  );
}
