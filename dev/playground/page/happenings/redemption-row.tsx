import type { Redemption } from "../../../emulators/twitch/entities.ts";
import { Icon, rewardIcon } from "../parts/icon.tsx";
import { Name } from "../parts/name.tsx";
import { rewardOf } from "../state/channel.ts";
import { timeOfDay } from "../state/clock.ts";
import { texts } from "../state/language.ts";

export function RedemptionRow({ redemption }: { readonly redemption: Redemption }) {
  const { user, reward, status, input, redeemedAt } = redemption;
  return (
    <li class="row" title={`${timeOfDay(redeemedAt)} ${reward.title}${input && `: ${input}`}`}>
      <Icon name={rewardIcon(rewardOf.value.get(reward.id)?.key)} />
      <span class="row-words">
        <Name user={user} />
        <span class="row-more">{input || reward.title}</span>
      </span>
      <span class={`chip chip-${status.toLowerCase()}`} title={texts.value.statusMeaning[status]}>
        {status}
      </span>
    </li>
  );
}
