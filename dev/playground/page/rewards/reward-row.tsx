import { useSignal } from "@preact/signals";
import type { RewardOffer } from "../../wire.ts";
import { Icon, rewardIcon } from "../parts/icon.tsx";
import { actor } from "../state/actor.ts";
import { isOpen } from "../state/channel.ts";
import { redeem } from "../state/deeds.ts";
import { texts } from "../state/language.ts";
import { HerdButton } from "./herd-button.tsx";

interface RewardRowProps {
  readonly reward: RewardOffer;
  readonly input: string;
  readonly onRedeemed: () => void;
}

/** One reward: what it is, what it costs, and the button. */
export function RewardRow({ reward, input, onRedeemed }: RewardRowProps) {
  const isBusy = useSignal(false);
  const t = texts.value;
  const who = actor.value;
  const meaning = (reward.key === null ? undefined : t.rewardMeaning[reward.key]) ?? reward.prompt;

  const redeemIt = async () => {
    if (!who) return;
    isBusy.value = true;
    if (await redeem(reward, who, input)) onRedeemed();
    isBusy.value = false;
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
            disabled={!who || !isOpen(reward) || isBusy.value || (reward.isInputRequired && input === "")}
            onClick={redeemIt}
          >
            {t.redeem} <span class="cost">{reward.cost.toLocaleString(navigator.language)}</span>
          </button>
          <HerdButton reward={reward} />
        </div>
      </div>
    </li>
  );
}
