import { useState } from "preact/hooks";
import { useAnswer } from "../../../api/use.ts";
import { explain } from "../../../api/words.ts";
import { Card } from "../../../parts/card.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { Told } from "../../../parts/told.tsx";
import { channel, type Reward } from "../routes.ts";
import { say } from "../words.ts";
import { OneReward } from "./one-reward.tsx";
import { refusalOf, refusals } from "./refusal.ts";
import { RewardDialog } from "./reward-dialog.tsx";
import "./rewards.css";

explain(refusals, ({ code, message }) => ({ words: refusalOf(code, message) }));

/** The rewards of the games, as Twitch has them. */
export function RewardsPage({ id }: { readonly id: string }) {
  const answer = useAnswer(channel.rewards, { param: { id } }, { every: 15_000 });
  const [edited, setEdited] = useState<Reward>();
  return (
    <Card title={say("channel-page-rewards")}>
      <Told answer={answer} lines={8}>
        {({ items, problem, problemCode }) => (
          <>
            {problem !== undefined && (
              <p class="channel-problem" role="alert">
                <Icon name="warning" />
                {refusalOf(problemCode, problem)}
              </p>
            )}
            <ul class="channel-rewards">
              {items.map((reward) => (
                <OneReward
                  key={reward.key}
                  {...{ id, reward }}
                  isKnown={problem === undefined}
                  onEdit={() => setEdited(reward)}
                />
              ))}
            </ul>
          </>
        )}
      </Told>
      {edited && <RewardDialog id={id} reward={edited} onClose={() => setEdited(undefined)} />}
    </Card>
  );
}
