import type { Redemption } from "../../../emulators/twitch/entities.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { Icon, rewardIcon } from "../parts/icon.tsx";
import { Name } from "../parts/name.tsx";
import { redemptions, rewardOf } from "../state/channel.ts";
import { timeOfDay } from "../state/clock.ts";
import { texts } from "../state/language.ts";
import { Tally } from "./tally.tsx";

const shown = 100;

/** What became of everybody's points, newest first. */
export function Redemptions() {
  const t = texts.value;
  const all = redemptions.value;

  return (
    <Card name="redemptions" title={t.redemptions} aside={all.length > 0 && <Tally redemptions={all} />}>
      {all.length === 0 && <Empty icon="star" text={t.redemptionsEmpty} />}
      <ul class="rows">
        {all
          .slice(-shown)
          .toReversed()
          .map((redemption) => (
            <RedemptionRow key={redemption.id} redemption={redemption} />
          ))}
      </ul>
    </Card>
  );
}

function RedemptionRow({ redemption }: { readonly redemption: Redemption }) {
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
