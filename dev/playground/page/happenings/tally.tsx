import type { Redemption, RedemptionStatus } from "../../../emulators/twitch/entities.ts";
import { texts } from "../state/language.ts";

const statuses: readonly RedemptionStatus[] = ["UNFULFILLED", "FULFILLED", "CANCELED"];

/** How many redemptions are in each state. */
export function Tally({ redemptions }: { readonly redemptions: readonly Redemption[] }) {
  return (
    <span class="tally">
      {statuses.map((status) => {
        const count = redemptions.filter((one) => one.status === status).length;
        const words = `${status}: ${count}. ${texts.value.statusMeaning[status]}`;
        return (
          <span
            key={status}
            class={`chip chip-${status.toLowerCase()}`}
            aria-label={words}
            title={words}
            role="img"
          >
            {count}
          </span>
        );
      })}
    </span>
  );
}
