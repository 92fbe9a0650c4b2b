import type { Redemption, User } from "../../../emulators/twitch/entities.ts";
import { Icon, rewardIcon } from "../parts/icon.tsx";
import { Name } from "../parts/name.tsx";
import { rewardOf } from "../state/channel.ts";
import { texts } from "../state/language.ts";

interface RedeemedLineProps {
  readonly reward: Redemption["reward"];
  readonly users: readonly User[];
}

export function RedeemedLine({ reward, users }: RedeemedLineProps) {
  const [first] = users;
  return (
    <div class="redeemed" title={users.map(({ name }) => name).join(", ")}>
      <Icon name={rewardIcon(rewardOf.value.get(reward.id)?.key)} />
      <span>
        {first && <Name user={first} />} {texts.value.redeemed(users.length - 1)} <b>{reward.title}</b>
      </span>
    </div>
  );
}
