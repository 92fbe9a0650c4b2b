import { eventSubTimestamp } from "../../world/delivery.ts";
import { broadcasterFields } from "./chat-message.ts";
import type { Channel } from "./channel.ts";
import type { Redemption } from "./entities.ts";

/** `…redemption.add` and `…redemption.update`: EventSub writes the status in lower case, Helix in capitals. */
export function redemptionEvent(channel: Channel, redemption: Redemption) {
  const { id, user, input, status, reward, redeemedAt } = redemption;
  return {
    id,
    ...broadcasterFields(channel.broadcaster),
    user_id: user.id,
    user_login: user.login,
    user_name: user.name,
    user_input: input,
    status: status.toLowerCase(),
    reward: { id: reward.id, title: reward.title, cost: reward.cost, prompt: reward.prompt },
    redeemed_at: eventSubTimestamp(redeemedAt),
  };
}
