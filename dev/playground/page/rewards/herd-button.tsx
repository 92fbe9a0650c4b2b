import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { RewardOffer } from "../../wire.ts";
import { Icon, rewardIcon } from "../parts/icon.tsx";
import { isOpen, viewers } from "../state/channel.ts";
import { redeemAsMany } from "../state/deeds.ts";
import { settings } from "../state/settings.ts";
import { texts } from "../state/language.ts";

/** Redeems a reward as many different viewers, where the reward is one for many. */
export function HerdButton({ reward }: { readonly reward: RewardOffer }) {
  const id = useId();
  const typed = useSignal<string | undefined>(undefined);
  const isRunning = useSignal(false);
  const words = reward.key === null ? undefined : texts.value.many[reward.key];
  if (!words) return null;

  const usual = reward.key === "boar" ? (settings.value?.keg.boarsNeeded ?? 20) : 5;
  const most = Math.max(1, viewers.value.length);
  const count = Math.min(most, Math.max(1, Math.round(Number(typed.value)) || usual));

  const send = async () => {
    isRunning.value = true;
    await redeemAsMany(reward, count);
    isRunning.value = false;
  };

  return (
    <div class="herd">
      <label class="unseen-label" for={id}>
        {words.label}
      </label>
      <input
        id={id}
        class="herd-count"
        type="number"
        min={1}
        max={most}
        value={typed.value ?? count}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onBlur={() => {
          typed.value = typed.value && String(count);
        }}
      />
      <button type="button" class="button" disabled={isRunning.value || !isOpen(reward)} onClick={send}>
        <Icon name={rewardIcon(reward.key)} /> {words.button}
      </button>
    </div>
  );
}
