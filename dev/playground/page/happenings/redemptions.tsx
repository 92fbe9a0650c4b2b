import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { redemptions } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { RedemptionRow } from "./redemption-row.tsx";
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
