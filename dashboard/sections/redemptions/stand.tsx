import { useChange } from "../../api/use.ts";
import { rewardName } from "../../channels/names.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { confirmed } from "../../parts/confirm.tsx";
import { Moment } from "../../parts/moment.tsx";
import { channels, type Redemption, redemptions } from "./routes.ts";
import { say } from "./words.ts";

interface StandProps {
  readonly id: string;
  readonly redemption: Redemption;
}

/** Where a redemption stands, and what a person can do about it. */
export function Stand({ id, redemption }: StandProps) {
  switch (redemption.stands) {
    case "ended":
      return (
        <span class="hint">
          {redemption.resolvedAt !== null && (
            <>
              {say("redemptions-settled")} <Moment at={redemption.resolvedAt} />
            </>
          )}
        </span>
      );
    case "ending":
      return <Badge tone="info">{say("redemptions-ending")}</Badge>;
    case "given-up":
      return (
        <div class="redemptions-deeds">
          <Badge tone="bad">{say("redemptions-given-up")}</Badge>
          <Deeds {...{ id, redemption }} />
        </div>
      );
    case "in-play":
      return (
        <div class="redemptions-deeds">
          <Deeds {...{ id, redemption }} />
        </div>
      );
  }
}

function Deeds({ id, redemption }: StandProps) {
  const path = redemptions[":redemption"];
  const refund = useChange(path.refund.$post, { refreshes: [channels], done: say("redemptions-refunded") });
  const fulfil = useChange(path.fulfil.$post, { refreshes: [channels], done: say("redemptions-fulfilled") });
  const about = {
    name: redemption.viewerName,
    reward: rewardName(redemption.reward),
    cost: redemption.cost,
  };
  const ask = async (deed: "refund" | "fulfil", { mutate }: typeof refund) => {
    const question = {
      title: say(`redemptions-${deed}-title`),
      text: say(`redemptions-${deed}-text`, about),
      action: say(`redemptions-${deed}`),
      danger: deed === "fulfil",
    };
    if (await confirmed(question)) mutate({ param: { id, redemption: redemption.id } });
  };
  return (
    <>
      <Button
        small
        changes
        icon="again"
        pending={refund.isPending}
        label={say("redemptions-refund-whose", about)}
        onPress={() => void ask("refund", refund)}
      >
        {say("redemptions-refund")}
      </Button>
      <Button
        small
        changes
        look="quiet"
        icon="check"
        pending={fulfil.isPending}
        label={say("redemptions-fulfil-whose", about)}
        onPress={() => void ask("fulfil", fulfil)}
      >
        {say("redemptions-fulfil")}
      </Button>
    </>
  );
}
